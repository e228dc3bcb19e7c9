// A line of JSON Lines input: a document, or the reason why it holds none.
#include <cstdint>
#include <cstdlib>

#include "core/cli/line_document.h"
#include "core/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline;
    const cli::LineDocument document = cli::read_line_document({reinterpret_cast<const char*>(data), size});
    const bool id_is_text = !document.id || text::valid_prefix(*document.id) == document.id->size();
    const bool one_content = document.bytes.empty() || document.path.empty();
    if (!id_is_text || !one_content) {
        std::abort();
    }
    return 0;
}
