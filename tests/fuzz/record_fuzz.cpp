// Judge, resolver and record over proposals made of the fuzzer's bytes: no crash, and every promise of docs/RECORD.md kept.
#include <cstdio>
#include <cstdlib>

#include "tests/record/random_article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::size_t at = 0;
    dateline::record::RandomArticle article([&](std::size_t bound) {
        const std::uint32_t byte = at < size ? data[at++] : 0u;
        return static_cast<std::uint32_t>(byte % bound);
    });
    const std::string record = article.write();
    const std::string broken = dateline::record::broken_promise(record, article.article().document.text);
    if (!broken.empty()) {
        std::fprintf(stderr, "%s: %s", broken.c_str(), record.c_str());
        std::abort();
    }
    return 0;
}
