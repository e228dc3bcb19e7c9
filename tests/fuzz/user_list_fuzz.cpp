// A user's own list: taken, or refused with a BuildError.
#include <array>
#include <cstdint>

#include "core/lexicon/user_list.h"
#include "tests/fuzz/temporary_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline;
    static const fuzz::TemporaryFolder folder;
    const std::array files = {folder.write("names.tsv", {reinterpret_cast<const char*>(data), size})};
    constexpr std::array<std::string_view, 2> types = {"organization", "person"};
    try {
        const lexicon::UserList list(files, types);
    } catch (const lexicon::BuildError&) {
    }
    return 0;
}
