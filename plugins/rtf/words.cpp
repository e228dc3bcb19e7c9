#include "words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rtf {
namespace {

// Groups that are no text of the document; those marked \* that are not known are passed over as well.
constexpr std::array<std::string_view, 37> passed_over = {"colortbl",
                                                          "listtable",
                                                          "listoverridetable",
                                                          "revtbl",
                                                          "rsidtbl",
                                                          "generator",
                                                          "pict",
                                                          "object",
                                                          "themedata",
                                                          "colorschememapping",
                                                          "latentstyles",
                                                          "datastore",
                                                          "xmlnstbl",
                                                          "mmathPr",
                                                          "fldinst",
                                                          "header",
                                                          "headerl",
                                                          "headerr",
                                                          "headerf",
                                                          "footer",
                                                          "footerl",
                                                          "footerr",
                                                          "footerf",
                                                          "pntext",
                                                          "listtext",
                                                          "annotation",
                                                          "atnid",
                                                          "atnauthor",
                                                          "bkmkstart",
                                                          "bkmkend",
                                                          "filetbl",
                                                          "nonshppict",
                                                          "nonesttables",
                                                          "template",
                                                          "sp",
                                                          "shprslt",
                                                          "do"};
constexpr std::array<std::string_view, 7> read_though_starred = {"shptxt", "shpinst", "shp", "ud", "footnote", "upr", "cs"};
constexpr std::array<std::string_view, 4> separators = {"userprops", "nextfile", "ftnsep", "aftnsep"};

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool is_passed_over(std::string_view name) { return is_one_of(name, passed_over) || is_one_of(name, separators); }

bool is_read_though_starred(std::string_view name) { return is_one_of(name, read_though_starred); }

std::string_view character_of(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> characters = {{
        {"emdash", "—"},
        {"endash", "–"},
        {"lquote", "‘"},
        {"rquote", "’"},
        {"ldblquote", "“"},
        {"rdblquote", "”"},
        {"bullet", "•"},
        {"tab", "\t"},
        {"line", "\n"},
        {"lbr", "\n"},
        {"emspace", " "},
        {"enspace", " "},
        {"qmspace", " "},
        {"zwj", "\u200D"},
        {"zwnj", "\u200C"},
    }};
    const auto found = std::find_if(characters.begin(), characters.end(), [&](const auto& one) { return one.first == name; });
    return found == characters.end() ? std::string_view() : found->second;
}

dateline_block_kind kind_of_style(std::string_view name) {
    name = name.substr(0, name.find(';'));
    while (name.starts_with(' ')) name.remove_prefix(1);
    if (name == "Title" || name == "title") return DATELINE_BLOCK_TITLE;
    if (name.starts_with("heading") || name.starts_with("Heading") || name == "Subtitle") return DATELINE_BLOCK_HEADING;
    if (name == "caption" || name == "Caption") return DATELINE_BLOCK_CAPTION;
    return name == "Quote" || name == "Intense Quote" ? DATELINE_BLOCK_QUOTE : DATELINE_BLOCK_PARAGRAPH;
}

}  // namespace rtf
