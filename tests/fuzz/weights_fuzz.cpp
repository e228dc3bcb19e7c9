// Learned weights, compiled and as text: taken, or refused with a std::runtime_error; no look-up leaves the file.
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>

#include "core/learn/source.h"
#include "core/learn/weights.h"
#include "tests/fuzz/temporary_file.h"

namespace {

using namespace dateline;

void open(const std::filesystem::path& file, std::string_view keys) {
    try {
        const learn::Weights weights(file);
        for (std::size_t at = 0; at + 8 <= keys.size(); at += 8) {
            std::uint64_t key = 0;
            std::memcpy(&key, keys.data() + at, sizeof key);
            weights.find(key);
            weights.topic(key);
        }
    } catch (const std::runtime_error&) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::TemporaryFolder folder;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    open(folder.write("weights", bytes), bytes);
    for (const char* name : {"classes.tsv", "topics.tsv", "kinds.tsv", "features.tsv", "evidence.tsv", "scales.tsv"}) folder.write(name, bytes);
    try {
        learn::Entries entries = learn::read_words(folder.path());
        learn::append(learn::Source::read(folder.path()), entries);
        open(folder.write("weights", entries.compiled()), bytes);
    } catch (const std::runtime_error&) {
    }
    return 0;
}
