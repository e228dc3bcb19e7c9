/// The reader of RTF.
#include <string>

#include "../common/composer.h"
#include "dateline/plugin.hpp"
#include "parser.h"

namespace rtf {
namespace {

constexpr std::size_t too_short_to_tell = 200;  ///< bytes of text whose language a detector may not find out
constexpr std::string_view magic = "{\\rtf";

class Rtf {
public:
    explicit Rtf(const dateline::Host&) {}

    std::uint32_t probe(const dateline::Input& input) const { return input.bytes().starts_with(magic) ? 95 : 0; }

    void read(const dateline::Input& input, dateline::ReaderOutput& output) {
        if (!input.bytes().starts_with(magic)) throw dateline::NotMine("it does not begin as RTF does");
        common::Composer composer;
        const Result result = Parser(input.bytes(), composer).parse();
        const std::string title = common::folded_space(result.title), author = common::folded_space(result.author);
        output.metadata("media_type", "application/rtf", "rtf/reader");
        if (!result.charset.empty()) output.metadata("charset", result.charset, "rtf/font");
        if (common::is_telling_title(title)) output.metadata("title", title, "rtf/info");
        if (!author.empty()) output.metadata("author", author, "rtf/info");
        if (!result.language.empty() && composer.size() < too_short_to_tell) output.metadata("language", result.language, "rtf/deflang");
        composer.deliver(output);
        warn(result, output);
    }

private:
    static void warn(const Result& result, dateline::ReaderOutput& output) {
        if (result.cut)
            output.diagnostic(DATELINE_ERROR, "rtf.truncated",
                              "The end of the RTF is missing: groups are still open, or it is shorter than it says.");
        if (result.deep) {
            output.diagnostic(DATELINE_ERROR, "rtf.limit",
                              "A limit is exceeded: groups nested more than " + std::to_string(Parser::deepest) + " deep were not read.");
        }
        if (result.replaced > 0) {
            output.diagnostic(DATELINE_WARNING, "rtf.invalid-characters",
                              std::to_string(result.replaced) + (result.replaced == 1 ? " character that is none" : " characters that are none") +
                                  " became U+FFFD.");
        }
    }
};

}  // namespace
}  // namespace rtf

DATELINE_READER(rtf::Rtf, "rtf", "0.1.0")
