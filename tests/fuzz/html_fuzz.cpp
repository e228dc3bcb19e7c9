// What the reader of web pages makes of any bytes: text, days and metadata, and blocks that lie within the text one behind the other.
#include <cstdint>
#include <cstdlib>

#include "plugins/html/charset.h"
#include "plugins/html/main_text.h"
#include "plugins/html/metadata.h"
#include "plugins/html/page.h"
#include "plugins/html/published.h"
#include "plugins/html/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace html;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Page page(bytes, {});
    const auto scores = score_blocks(page.blocks, page.hints(), shipped_weights());
    published(days_of(page, scores, language_of(page)));
    metadata_of(page);
    const Text text = text_of(page.blocks, scores, page.hints().title, page.decoded.text);
    SourceMap source(bytes, page.decoded, page.blanked == 0);
    std::uint32_t end = 0;
    for (const dateline_block& block : text.blocks) {
        if (block.begin < end || block.begin >= block.end || block.end > text.text.size() || block.source_begin > block.source_end ||
            (source.known() && source.at(block.source_end) > size)) {
            std::abort();
        }
        end = block.end;
    }
    if (common::valid_utf8(text.text) != text.text.size()) {
        std::abort();
    }
    return 0;
}
