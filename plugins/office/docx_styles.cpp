#include "docx_styles.h"

#include <algorithm>

namespace office {
namespace {

constexpr int longest_chain = 8;  ///< of styles based on each other; a circle ends too

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

// Built-in styles have these names in a file of any language; only their ids are translated.
dateline_block_kind kind_of_name(std::string_view style_name) {
    const std::string name = lower(style_name);
    if (name == "title") return DATELINE_BLOCK_TITLE;
    if (name.starts_with("heading") || name == "subtitle") return DATELINE_BLOCK_HEADING;
    if (name == "caption") return DATELINE_BLOCK_CAPTION;
    if (name == "quote" || name == "intense quote" || name == "block text") return DATELINE_BLOCK_QUOTE;
    if (name.starts_with("list bullet") || name.starts_with("list number")) return DATELINE_BLOCK_LIST_ITEM;
    return DATELINE_BLOCK_PARAGRAPH;
}

dateline_block_kind kind_of_properties(const pugi::xml_node& properties) {
    const pugi::xml_node level = child(properties, "outlineLvl");
    if (level && attribute(level, "val") < "9") return DATELINE_BLOCK_HEADING;
    const pugi::xml_node numbering = child(properties, "numPr", "numId");
    return numbering && attribute(numbering, "val") != "0" ? DATELINE_BLOCK_LIST_ITEM : DATELINE_BLOCK_PARAGRAPH;
}

}  // namespace

DocxStyles::DocxStyles(const pugi::xml_document& styles) {
    for (const pugi::xml_node& node : child(styles, "styles").children()) {
        if (local_name(node) != "style" || attribute(node, "type") != "paragraph") continue;
        Style style;
        style.based_on = attribute(child(node, "basedOn"), "val");
        style.kind = kind_of_name(attribute(child(node, "name"), "val"));
        if (style.kind == DATELINE_BLOCK_PARAGRAPH) style.kind = kind_of_properties(child(node, "pPr"));
        styles_.emplace(attribute(node, "styleId"), std::move(style));
    }
}

dateline_block_kind DocxStyles::kind(std::string_view id) const {
    auto found = styles_.find(id);
    if (found == styles_.end()) return kind_of_name(id);  // a file without styles
    for (int left = longest_chain; left > 0 && found != styles_.end(); --left) {
        if (found->second.kind != DATELINE_BLOCK_PARAGRAPH) return found->second.kind;
        found = styles_.find(found->second.based_on);
    }
    return DATELINE_BLOCK_PARAGRAPH;
}

dateline_block_kind DocxStyles::kind(const pugi::xml_node& properties) const {
    const pugi::xml_node style = child(properties, "pStyle");
    const dateline_block_kind named = style ? kind(attribute(style, "val")) : DATELINE_BLOCK_PARAGRAPH;
    return named != DATELINE_BLOCK_PARAGRAPH ? named : kind_of_properties(properties);
}

bool is_on(const pugi::xml_node& parent, std::string_view name) {
    const pugi::xml_node node = child(parent, name);
    if (!node) return false;
    const std::string_view value = attribute(node, "val");
    return value != "0" && value != "false" && value != "off";
}

}  // namespace office
