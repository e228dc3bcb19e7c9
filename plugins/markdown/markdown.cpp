/// The reader of Markdown.
#include <string>

#include "../common/charsets.h"
#include "../common/composer.h"
#include "blocks.h"
#include "dateline/plugin.hpp"
#include "front_matter.h"

namespace markdown {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";
constexpr std::size_t head_bytes = 4096;
constexpr std::size_t most_bytes = std::size_t{64} << 20;

std::string_view without_mark(std::string_view bytes) { return bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes; }

class Markdown {
public:
    explicit Markdown(const dateline::Host&) {}

    // "# A heading" is no proof: much plain text has such lines, and the reader of text keeps it.
    std::uint32_t probe(const dateline::Input& input) const {
        if (input.media_type().starts_with("text/markdown")) return 90;
        return has_front_matter(without_mark(input.bytes()), head_bytes) ? 70 : 0;
    }

    void read(const dateline::Input& input, dateline::ReaderOutput& output) {
        if (input.bytes().size() > most_bytes) throw dateline::Error("a limit is exceeded: it is larger than 64 MiB");
        const std::string_view bytes = without_mark(input.bytes());
        const common::Decoded decoded =
            common::valid_utf8(bytes) == bytes.size() ? common::Decoded{std::string(bytes), "UTF-8", 0} : common::detect(bytes);
        if (decoded.charset.empty()) throw dateline::Error("its charset is not known");
        const FrontMatter front = front_matter_of(decoded.text);
        output.metadata("media_type", "text/markdown", "markdown/reader");
        output.metadata("charset", decoded.charset, "markdown/reader");
        add_metadata(front, output);
        common::Composer composer;
        add_blocks(front.rest, false, composer);
        composer.deliver(output);
        if (decoded.replaced > 0) {
            output.diagnostic(DATELINE_WARNING, "markdown.invalid-bytes",
                              std::to_string(decoded.replaced) + (decoded.replaced == 1 ? " byte that is" : " bytes that are") + " no " +
                                  decoded.charset + " became U+FFFD.");
        }
    }

private:
    static void add_metadata(const FrontMatter& front, dateline::ReaderOutput& output) {
        for (const char* name : {"title", "author", "publisher", "url"}) {
            if (const std::string_view value = front.value(name); !value.empty() && value.front() != '[' && value.front() != '{') {
                output.metadata(name, common::folded_space(value), "markdown/front-matter");
            }
        }
        const std::string_view language = front.value("language").empty() ? front.value("lang") : front.value("language");
        if (!language.empty()) output.metadata("language", language, "markdown/front-matter");
        if (const std::string_view day = front.published(); !day.empty()) output.metadata("published", day, "markdown/front-matter");
    }
};

}  // namespace
}  // namespace markdown

DATELINE_READER(markdown::Markdown, "markdown", "0.1.0")
