/// The reader of web pages: their main text and their metadata.
#include <algorithm>
#include <string>

#include "../common/formats.h"
#include "../common/ascii.h"
#include "charset.h"
#include "dateline/plugin.hpp"
#include "main_text.h"
#include "page.h"
#include "text.h"
#include "write_metadata.h"

namespace html {

using namespace common;
namespace {

class Html {
public:
    explicit Html(const dateline::Host&) { shipped_weights(); }

    std::uint32_t probe(const dateline::Input& input) const {
        if (is_html(input.bytes())) {
            return 90;
        }
        const bool says_so = input.media_type().starts_with("text/html") || input.media_type().starts_with("application/xhtml");
        return says_so ? 60 : 0;
    }

    void read(const dateline::Input& input, dateline::ReaderOutput& output) {
        const Page page(input.bytes(), input.charset());
        const std::vector<std::int32_t> scores = score_blocks(page.blocks, page.hints(), shipped_weights());
        output.metadata("media_type", "text/html", "html/reader");
        output.metadata("charset", page.decoded.charset, "html/reader");
        write_metadata(page, scores, output);
        write_text(page, scores, input.bytes(), output);
        write_diagnostics(page, output);
    }

private:
    // UTF-16 is known by its mark; the first characters of markup are ASCII, so that dropping NUL shows them.
    static bool is_html(std::string_view bytes) {
        if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
            std::string head(bytes.substr(2, 2048));
            head.erase(std::remove(head.begin(), head.end(), '\0'), head.end());
            return common::markup_of(head) == "HTML";
        }
        bytes.remove_prefix(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        return common::markup_of(bytes) == "HTML";
    }

    static void write_text(const Page& page, const std::vector<std::int32_t>& scores, std::string_view bytes, dateline::ReaderOutput& output) {
        const Text text = text_of(page.blocks, scores, page.hints().title, page.decoded.text);
        output.text(text.text);
        SourceMap source(bytes, page.decoded, page.blanked == 0);
        for (dateline_block block : text.blocks) {
            block.source_begin = source.known() ? source.at(block.source_begin) : 0;
            block.source_end = source.known() ? source.at(block.source_end) : 0;
            output.block(block);
        }
    }

    static void write_diagnostics(const Page& page, dateline::ReaderOutput& output) {
        if (page.decoded.replaced > 0) {
            output.diagnostic(DATELINE_WARNING, "html.invalid-bytes",
                              "Bytes that are no " + page.decoded.charset + " became U+FFFD: " + std::to_string(page.decoded.replaced) + ".");
        }
        if (page.blanked > 0) {
            output.diagnostic(DATELINE_WARNING, "html.limit",
                              "Tags or attributes nested or repeated beyond all measure were left out: " + std::to_string(page.blanked) + ".");
        }
    }
};

}  // namespace
}  // namespace html

DATELINE_READER(html::Html, "html", "0.1.0")
