#include "docx_body.h"

#include <algorithm>
#include <array>

namespace office {
namespace {

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Deleted and moved away text, field codes, comments and what only draws.
constexpr std::array<std::string_view, 9> passed_over = {"del", "moveFrom", "instrText", "delText", "annotationRef", "rPr", "pPr", "sdtPr", "rubyPr"};
// Around blocks without being one.
constexpr std::array<std::string_view, 9> wrappers = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "Choice", "Fallback"};

// An alternative is there for programs that do not know the first choice: both say the same.
pugi::xml_node chosen(const pugi::xml_node& alternatives) {
    const pugi::xml_node choice = child(alternatives, "Choice");
    return choice ? choice : child(alternatives, "Fallback");
}

// A table that only lays out has whole paragraphs, lists or tables in a cell.
bool lays_out(const pugi::xml_node& row) {
    std::size_t cells = 0;
    bool rich = false;
    for (pugi::xml_node cell = child(row, "tc"); cell; cell = next(cell, "tc")) {
        std::size_t filled = 0;
        for (const pugi::xml_node& node : cell.children()) {
            rich = rich || local_name(node) == "tbl";
            filled += local_name(node) == "p" && child(node, "r");
        }
        rich = rich || filled > 1;
        ++cells;
    }
    return rich || cells == 1;
}

}  // namespace

void DocxBody::blocks(const pugi::xml_node& parent, int depth) {
    if (depth > deepest) {
        cut_ = true;
        return;
    }
    for (const pugi::xml_node& node : parent.children()) {
        const std::string_view name = local_name(node);
        if (name == "p") {
            paragraph(node, depth);
        } else if (name == "tbl") {
            table(node, depth);
        } else if (name == "altChunk") {
            chunks_.emplace_back(attribute(node, "id"));
        } else if (name == "AlternateContent") {
            blocks(chosen(node), depth + 1);
        } else if (is_one_of(name, wrappers)) {
            blocks(node, depth + 1);
        }
    }
}

void DocxBody::paragraph(const pugi::xml_node& node, int depth) {
    const pugi::xml_node properties = child(node, "pPr");
    if (!in_row_ && !merges_) composer_.begin(styles_.kind(properties));
    inlines(node, depth + 1);
    // When the mark at its end was deleted, the next paragraph goes on here.
    merges_ = static_cast<bool>(child(properties, "rPr", "del"));
    if (in_row_) {
        composer_.add(" ");
    } else if (!merges_) {
        composer_.end();
        boxes(depth);
    }
}

void DocxBody::inlines(const pugi::xml_node& parent, int depth) {
    if (depth > deepest) {
        cut_ = true;
        return;
    }
    for (const pugi::xml_node& node : parent.children()) inline_element(node, depth);
}

void DocxBody::inline_element(const pugi::xml_node& node, int depth) {
    const std::string_view name = local_name(node);
    if (name == "t") {
        for (const pugi::xml_node& text : node.children()) composer_.add(text.value(), place_of(text, composer_));
    } else if (name == "tab" || name == "ptab") {
        composer_.add("\t");
    } else if (name == "br" || name == "cr") {
        composer_.add("\n");
    } else if (name == "noBreakHyphen") {
        composer_.add("-");
    } else if (name == "footnoteReference") {
        footnotes_.emplace_back(attribute(node, "id"));
    } else if (name == "endnoteReference") {
        endnotes_.emplace_back(attribute(node, "id"));
    } else if (name == "AlternateContent") {
        inlines(chosen(node), depth + 1);
    } else if (name == "txbxContent") {
        boxes_.push_back(node);
    } else if (name == "ruby") {
        inlines(child(node, "rubyBase"), depth + 1);
    } else if (name == "r") {
        if (!is_on(child(node, "rPr"), "vanish")) inlines(node, depth + 1);
    } else if (!is_one_of(name, passed_over)) {
        inlines(node, depth + 1);
    }
}

void DocxBody::table(const pugi::xml_node& node, int depth) {
    for (const pugi::xml_node& child_node : node.children()) {
        const std::string_view name = local_name(child_node);
        if (name == "tr") {
            if (!is_on(child(child_node, "trPr"), "del")) row(child_node, depth);
        } else if (is_one_of(name, wrappers)) {
            if (depth < deepest) table(child_node, depth + 1);
        }
    }
}

void DocxBody::row(const pugi::xml_node& node, int depth) {
    const bool outer = in_row_;
    const bool as_blocks = !outer && lays_out(node);
    if (!outer && !as_blocks) composer_.begin(DATELINE_BLOCK_TABLE_ROW);
    in_row_ = !as_blocks;
    const auto cells = [&](const auto& self, const pugi::xml_node& parent, int level) -> void {
        for (const pugi::xml_node& cell : parent.children()) {
            if (local_name(cell) == "tc") {
                blocks(cell, depth + 1);
                if (!as_blocks) composer_.add("\t");
            } else if (is_one_of(local_name(cell), wrappers) && level < deepest) {
                self(self, cell, level + 1);
            }
        }
    };
    cells(cells, node, depth);
    in_row_ = outer;
    if (!outer && !as_blocks) {
        composer_.end();
        boxes(depth);
    }
}

void DocxBody::boxes(int depth) {
    std::vector<pugi::xml_node> found;
    found.swap(boxes_);
    for (const pugi::xml_node& box : found) blocks(box, depth + 1);
}

}  // namespace office
