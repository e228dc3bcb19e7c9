// Any bytes through all built-in plugins: a record that keeps the promises of docs/RECORD.md.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/pipeline/pipeline.h"
#include "tests/record/random_article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline;
    static const pipeline::Engine engine = [] {
        pipeline::Options options;
        options.search.built_in = BUILD_FOLDER "/lib/dateline/plugins";
        return pipeline::Engine(options);
    }();
    static pipeline::Worker worker(engine);
    const pipeline::Result& result = worker.process({reinterpret_cast<const char*>(data), size}, "fuzz.txt");
    std::string record;
    worker.write(record);
    if (result.document.status == Status::failed) {
        return 0;  // no text, so nothing of it to hold the record against
    }
    const std::string broken = record::broken_promise(record, result.document.text);
    if (!broken.empty()) {
        std::fprintf(stderr, "%s: %s", broken.c_str(), record.c_str());
        std::abort();
    }
    return 0;
}
