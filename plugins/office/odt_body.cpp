#include "odt_body.h"

#include <algorithm>
#include <array>

namespace office {
namespace {

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Deleted text stands in tracked-changes, what was inserted in its place; the others are no text of the document.
constexpr std::array<std::string_view, 12> passed_over = {
    "tracked-changes", "annotation",     "annotation-end",   "forms",    "scripts", "title", "desc", "binary-data",
    "sequence-decls",  "variable-decls", "user-field-decls", "ruby-text"};

// A cell that holds more than one paragraph is part of a layout, and so is a row's only one.
bool lays_out(const pugi::xml_node& row) {
    std::size_t cells = 0;
    bool rich = false;
    for (const pugi::xml_node& cell : row.children()) {
        if (local_name(cell) != "table-cell") continue;
        const pugi::xml_node first = cell.first_child();
        rich = rich || child(cell, "table") || child(cell, "list") || (first && next(child(cell, "p"), "p").first_child());
        ++cells;
    }
    return rich || cells == 1;
}

}  // namespace

void OdtBody::styles(const pugi::xml_node& parent) {
    for (const pugi::xml_node& style : parent.children()) {
        if (local_name(style) != "style") continue;
        parents_.emplace(attribute(style, "name"), attribute(style, "parent-style-name"));
        if (attribute(child(style, "text-properties"), "display") == "none") hidden_.emplace(attribute(style, "name"));
    }
}

void OdtBody::read(const pugi::xml_node& parent) {
    blocks(parent, 0);
    // Notes have no notes of their own.
    const std::vector<pugi::xml_node> notes = notes_;
    for (const pugi::xml_node& note : notes) blocks(note, 0);
}

void OdtBody::blocks(const pugi::xml_node& parent, int depth) {
    if (depth > deepest) {
        cut_ = true;
        return;
    }
    for (const pugi::xml_node& node : parent.children()) {
        const std::string_view name = local_name(node);
        if (name == "p" || name == "h") {
            paragraph(node, depth);
        } else if (name == "table") {
            rows(node, depth);
        } else if (name == "list") {
            ++lists_;
            blocks(node, depth + 1);
            --lists_;
        } else if (!is_one_of(name, passed_over)) {
            blocks(node, depth + 1);
        }
    }
}

void OdtBody::paragraph(const pugi::xml_node& node, int depth) {
    if (hidden_.count(attribute(node, "style-name")) != 0) return;
    if (!in_row_) composer_.begin(kind(node));
    inlines(node, depth + 1);
    if (in_row_) {
        composer_.add(" ");
    } else {
        composer_.end();
        boxes(depth);
    }
}

dateline_block_kind OdtBody::kind(const pugi::xml_node& paragraph) const {
    constexpr int longest_chain = 8;
    std::string_view style = attribute(paragraph, "style-name");
    for (int left = longest_chain; left > 0 && !style.empty(); --left) {
        if (style == "Title") return DATELINE_BLOCK_TITLE;
        if (style == "Subtitle" || style.starts_with("Heading")) return DATELINE_BLOCK_HEADING;
        if (style == "Quotations") return DATELINE_BLOCK_QUOTE;
        if (style == "Caption" || style == "Illustration" || style == "Figure") return DATELINE_BLOCK_CAPTION;
        const auto found = parents_.find(style);
        style = found == parents_.end() ? std::string_view() : std::string_view(found->second);
    }
    if (local_name(paragraph) == "h") return DATELINE_BLOCK_HEADING;
    return lists_ > 0 ? DATELINE_BLOCK_LIST_ITEM : DATELINE_BLOCK_PARAGRAPH;
}

void OdtBody::inlines(const pugi::xml_node& parent, int depth) {
    if (depth > deepest) {
        cut_ = true;
        return;
    }
    for (const pugi::xml_node& node : parent.children()) inline_element(node, depth);
}

void OdtBody::inline_element(const pugi::xml_node& node, int depth) {
    const std::string_view name = local_name(node);
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        std::string text = node.value();
        std::replace(text.begin(), text.end(), '\n', ' ');  // in a paragraph a line feed is a space
        composer_.add(text, place_of(node, composer_));
    } else if (name == "s") {
        composer_.add(" ");
    } else if (name == "tab") {
        composer_.add("\t");
    } else if (name == "line-break") {
        composer_.add("\n");
    } else if (name == "note") {
        notes_.push_back(child(node, "note-body"));
    } else if (name == "text-box") {
        boxes_.push_back(node);
    } else if (name == "span" && hidden_.count(attribute(node, "style-name")) != 0) {
        return;
    } else if (!is_one_of(name, passed_over)) {
        inlines(node, depth + 1);
    }
}

void OdtBody::rows(const pugi::xml_node& table, int depth) {
    if (depth > deepest) {
        cut_ = true;
        return;
    }
    for (const pugi::xml_node& node : table.children()) {
        const std::string_view name = local_name(node);
        if (name == "table-row") {
            row(node, depth);
        } else if (name == "table-rows" || name == "table-header-rows" || name == "table-row-group") {
            rows(node, depth + 1);
        }
    }
}

void OdtBody::row(const pugi::xml_node& node, int depth) {
    const bool outer = in_row_;
    const bool as_blocks = !outer && lays_out(node);
    if (!outer && !as_blocks) composer_.begin(DATELINE_BLOCK_TABLE_ROW);
    in_row_ = !as_blocks;
    for (const pugi::xml_node& cell : node.children()) {
        if (local_name(cell) != "table-cell") continue;
        blocks(cell, depth + 1);
        if (!as_blocks) composer_.add("\t");
    }
    in_row_ = outer;
    if (!outer && !as_blocks) {
        composer_.end();
        boxes(depth);
    }
}

void OdtBody::boxes(int depth) {
    std::vector<pugi::xml_node> found;
    found.swap(boxes_);
    for (const pugi::xml_node& box : found) blocks(box, depth + 1);
}

}  // namespace office
