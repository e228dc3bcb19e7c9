#include "blocks.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "../common/ascii.h"

namespace html {

using namespace common;
namespace {

using Tags = std::initializer_list<GumboTag>;

// Elements whose text a reader of the page does not see as text.
constexpr Tags skipped = {GUMBO_TAG_HEAD,  GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_TITLE,
                          GUMBO_TAG_SVG,   GUMBO_TAG_MATH,   GUMBO_TAG_IFRAME, GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_AUDIO,
                          GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS, GUMBO_TAG_OBJECT, GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOEMBED,  GUMBO_TAG_DATALIST};

// Elements that stand within a line of text.
constexpr Tags within_lines = {GUMBO_TAG_A,     GUMBO_TAG_ABBR, GUMBO_TAG_ACRONYM, GUMBO_TAG_B,      GUMBO_TAG_BDI, GUMBO_TAG_BDO,   GUMBO_TAG_BIG,
                               GUMBO_TAG_CITE,  GUMBO_TAG_CODE, GUMBO_TAG_DATA,    GUMBO_TAG_DEL,    GUMBO_TAG_DFN, GUMBO_TAG_EM,    GUMBO_TAG_FONT,
                               GUMBO_TAG_I,     GUMBO_TAG_IMG,  GUMBO_TAG_INPUT,   GUMBO_TAG_INS,    GUMBO_TAG_KBD, GUMBO_TAG_LABEL, GUMBO_TAG_MARK,
                               GUMBO_TAG_NOBR,  GUMBO_TAG_Q,    GUMBO_TAG_RUBY,    GUMBO_TAG_RT,     GUMBO_TAG_RP,  GUMBO_TAG_S,     GUMBO_TAG_SAMP,
                               GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRIKE,  GUMBO_TAG_STRONG, GUMBO_TAG_SUB, GUMBO_TAG_SUP,   GUMBO_TAG_TIME,
                               GUMBO_TAG_TT,    GUMBO_TAG_U,    GUMBO_TAG_VAR,     GUMBO_TAG_WBR,    GUMBO_TAG_BR};

bool is_one_of(GumboTag tag, Tags tags) { return std::find(tags.begin(), tags.end(), tag) != tags.end(); }

// Of unknown ones <o:p> of word processors is inside a line, <my-card> holds what pages show as a block.
bool is_inline(const GumboNode& node) {
    const GumboStringPiece& tag = node.v.element.original_tag;
    const bool is_unknown = node.v.element.tag == GUMBO_TAG_UNKNOWN;
    return is_unknown ? std::string_view(tag.data, tag.length).find('-') == std::string_view::npos : is_one_of(node.v.element.tag, within_lines);
}

bool is_emphasis(GumboTag tag) { return is_one_of(tag, {GUMBO_TAG_B, GUMBO_TAG_STRONG, GUMBO_TAG_EM, GUMBO_TAG_I}); }

bool is_hidden(const GumboNode& node) {
    if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") {
        return true;
    }
    const std::string_view style = attribute(node, "style");
    const std::size_t display = find_lower(style, "display");
    return display != std::string_view::npos && trimmed(style.substr(std::min(style.find(':', display), style.size() - 1) + 1)).starts_with("none");
}

dateline_block_kind kind_of(GumboTag tag) {
    if (is_one_of(tag, {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6})) return DATELINE_BLOCK_HEADING;
    if (is_one_of(tag, {GUMBO_TAG_LI, GUMBO_TAG_DT, GUMBO_TAG_DD})) return DATELINE_BLOCK_LIST_ITEM;
    if (is_one_of(tag, {GUMBO_TAG_TD, GUMBO_TAG_TH})) return DATELINE_BLOCK_TABLE_ROW;
    if (is_one_of(tag, {GUMBO_TAG_FIGCAPTION, GUMBO_TAG_CAPTION})) return DATELINE_BLOCK_CAPTION;
    return tag == GUMBO_TAG_BLOCKQUOTE ? DATELINE_BLOCK_QUOTE : DATELINE_BLOCK_PARAGRAPH;
}

// No-break spaces alone are none.
bool has_text(std::string_view text) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    while (!text.empty() && (is_white(text.front()) || text.starts_with(no_break_space))) {
        text.remove_prefix(is_white(text.front()) ? 1 : no_break_space.size());
    }
    return !text.empty();
}

class Cutter {
public:
    explicit Cutter(Blocks& out) : out_(out) {}

    void run(const GumboNode& root) {
        walk(root, -1);
        flush();
    }

private:
    void walk(const GumboNode& node, std::int32_t parent) {
        if (is_text(node)) {
            add_text(node, static_cast<std::uint32_t>(parent));
        } else if (is_element(node)) {
            walk_element(node, parent);
        }
    }

    void walk_element(const GumboNode& node, std::int32_t parent) {
        const GumboTag tag = node.v.element.tag;
        if (is_one_of(tag, skipped)) {
            return;
        }
        if (tag == GUMBO_TAG_BR) {
            line_break();
            return;
        }
        const bool breaks = !is_inline(node);
        if (breaks) {
            flush();
        }
        const auto index = static_cast<std::uint32_t>(out_.elements.size());
        const std::uint32_t depth = parent < 0 ? 0 : out_.elements[static_cast<std::uint32_t>(parent)].depth + 1;
        out_.elements.push_back({&node, parent, depth, static_cast<std::uint32_t>(out_.blocks.size()), 0});
        const State before = state_;
        enter(node, index, breaks);
        const GumboVector& children = node.v.element.children;
        for (unsigned i = 0; i < children.length; ++i) {
            walk(*static_cast<const GumboNode*>(children.data[i]), static_cast<std::int32_t>(index));
        }
        if (breaks) {
            flush();
        }
        state_ = before;
        out_.elements[index].block_end = static_cast<std::uint32_t>(out_.blocks.size());
    }

    void enter(const GumboNode& node, std::uint32_t index, bool breaks) {
        const GumboTag tag = node.v.element.tag;
        state_.link = state_.link || (tag == GUMBO_TAG_A && has_attribute(node, "href"));
        state_.emphasis = state_.emphasis || is_emphasis(tag);
        state_.pre = state_.pre || tag == GUMBO_TAG_PRE;
        state_.hidden = state_.hidden || is_hidden(node);
        if (breaks) {
            state_.container = index;
            const dateline_block_kind kind = kind_of(tag);
            // What a quote or caption holds belongs to it, a paragraph inside an item to the item; a table's cell may hold a whole page.
            const bool keeps = kind == DATELINE_BLOCK_PARAGRAPH && state_.kind != DATELINE_BLOCK_HEADING &&
                               (state_.kind != DATELINE_BLOCK_TABLE_ROW || tag != GUMBO_TAG_P);
            state_.kind = keeps ? state_.kind : kind;
        }
    }

    void add_text(const GumboNode& node, std::uint32_t element) {
        const GumboText& text = node.v.text;
        const std::size_t before = current_.text.size();
        append_folded(text.text);
        const std::size_t added = current_.text.size() - before;
        if (added == 0 || trimmed(std::string_view(current_.text).substr(before)).empty()) {
            return;
        }
        if (current_.source_begin == nullptr) {
            current_.source_begin = text.original_text.data;
            current_.element = element;
            current_.container = state_.container;
            current_.kind = state_.kind;
            current_.hidden = state_.hidden;
        } else {
            current_.element = common_element(current_.element, element);
        }
        // The parser puts text that must not stand in a table before it, so that pieces may come in another order.
        current_.source_begin = std::min(current_.source_begin, text.original_text.data);
        current_.source_end = std::max(current_.source_end, text.original_text.data + text.original_text.length);
        current_.link_bytes += state_.link ? static_cast<std::uint32_t>(added) : 0;
        current_.emphasized_bytes += state_.emphasis ? static_cast<std::uint32_t>(added) : 0;
    }

    // NUL cannot come: the parser makes it U+FFFD. CR is LF for it as well, but for a reference to one (&#13;).
    void append_folded(std::string_view text) {
        std::string& out = current_.text;
        for (const char c : text) {
            const bool line = state_.pre && c == '\n';
            if (!is_white(c)) {
                out += c;
            } else if (line) {
                line_end();
            } else if (!out.empty() && !is_white(out.back())) {
                out += ' ';
            }
        }
    }

    void line_end() {
        std::string& out = current_.text;
        if (!out.empty() && out.back() == ' ') {
            out.pop_back();
        }
        if (!out.empty()) {
            out += '\n';
        }
    }

    // Two of them part paragraphs.
    void line_break() {
        if (current_.text.ends_with('\n')) {
            flush();
        } else {
            line_end();
        }
    }

    void flush() {
        current_.text.erase(current_.text.find_last_not_of(white) + 1);
        if (current_.source_begin != nullptr && has_text(current_.text)) {
            out_.blocks.push_back(std::move(current_));
        }
        current_ = {};
    }

    std::uint32_t common_element(std::uint32_t a, std::uint32_t b) const {
        const auto parent = [&](std::uint32_t one) { return static_cast<std::uint32_t>(out_.elements[one].parent); };
        while (a != b) {
            (out_.elements[a].depth >= out_.elements[b].depth ? a : b) = parent(out_.elements[a].depth >= out_.elements[b].depth ? a : b);
        }
        return a;
    }

    struct State {
        bool link = false, emphasis = false, pre = false, hidden = false;
        std::uint32_t container = 0;
        dateline_block_kind kind = DATELINE_BLOCK_PARAGRAPH;
    };

    Blocks& out_;
    State state_;
    Block current_;
};

}  // namespace

Blocks cut_into_blocks(const Tree& tree) {
    Blocks blocks;
    Cutter(blocks).run(tree.root());
    return blocks;
}

}  // namespace html
