#include "blocks.h"

#include <algorithm>
#include <string_view>

#include "ascii.h"

namespace html {
namespace {

// Elements whose text a reader of the page does not see as text.
bool is_skipped(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_HEAD: case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_TITLE:
        case GUMBO_TAG_SVG: case GUMBO_TAG_MATH: case GUMBO_TAG_IFRAME: case GUMBO_TAG_SELECT: case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_VIDEO: case GUMBO_TAG_CANVAS: case GUMBO_TAG_OBJECT: case GUMBO_TAG_NOFRAMES: case GUMBO_TAG_NOEMBED: case GUMBO_TAG_DATALIST:
            return true;
        default:
            return false;
    }
}

// Elements that stand within a line of text.
bool is_inline(const GumboNode& node) {
    switch (node.v.element.tag) {
        case GUMBO_TAG_A: case GUMBO_TAG_ABBR: case GUMBO_TAG_ACRONYM: case GUMBO_TAG_B: case GUMBO_TAG_BDI: case GUMBO_TAG_BDO: case GUMBO_TAG_BIG:
        case GUMBO_TAG_CITE: case GUMBO_TAG_CODE: case GUMBO_TAG_DATA: case GUMBO_TAG_DEL: case GUMBO_TAG_DFN: case GUMBO_TAG_EM: case GUMBO_TAG_FONT:
        case GUMBO_TAG_I: case GUMBO_TAG_IMG: case GUMBO_TAG_INPUT: case GUMBO_TAG_INS: case GUMBO_TAG_KBD: case GUMBO_TAG_LABEL: case GUMBO_TAG_MARK:
        case GUMBO_TAG_NOBR: case GUMBO_TAG_Q: case GUMBO_TAG_RUBY: case GUMBO_TAG_RT: case GUMBO_TAG_RP: case GUMBO_TAG_S: case GUMBO_TAG_SAMP:
        case GUMBO_TAG_SMALL: case GUMBO_TAG_SPAN: case GUMBO_TAG_STRIKE: case GUMBO_TAG_STRONG: case GUMBO_TAG_SUB: case GUMBO_TAG_SUP:
        case GUMBO_TAG_TIME: case GUMBO_TAG_TT: case GUMBO_TAG_U: case GUMBO_TAG_VAR: case GUMBO_TAG_WBR: case GUMBO_TAG_BR:
            return true;
        case GUMBO_TAG_UNKNOWN:
            // <o:p> of word processors is inside a line, <my-card> holds what pages show as a block.
            return std::string_view(node.v.element.original_tag.data, node.v.element.original_tag.length).find('-') == std::string_view::npos;
        default:
            return false;
    }
}

bool is_emphasis(GumboTag tag) {
    return tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_EM || tag == GUMBO_TAG_I;
}

bool is_hidden(const GumboNode& node) {
    if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") {
        return true;
    }
    const std::string_view style = attribute(node, "style");
    const std::size_t display = find_lower(style, "display");
    return display != std::string_view::npos && trimmed(style.substr(std::min(style.find(':', display), style.size() - 1) + 1)).starts_with("none");
}

dateline_block_kind kind_of(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6:
            return DATELINE_BLOCK_HEADING;
        case GUMBO_TAG_LI: case GUMBO_TAG_DT: case GUMBO_TAG_DD:
            return DATELINE_BLOCK_LIST_ITEM;
        case GUMBO_TAG_TD: case GUMBO_TAG_TH:
            return DATELINE_BLOCK_TABLE_ROW;
        case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_CAPTION:
            return DATELINE_BLOCK_CAPTION;
        case GUMBO_TAG_BLOCKQUOTE:
            return DATELINE_BLOCK_QUOTE;
        default:
            return DATELINE_BLOCK_PARAGRAPH;
    }
}

// No-break spaces alone are none.
bool has_text(std::string_view text) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    while (!text.empty() && (is_space(text.front()) || text.starts_with(no_break_space))) {
        text.remove_prefix(is_space(text.front()) ? 1 : no_break_space.size());
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
        if (is_skipped(tag)) {
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
            if (!is_space(c)) {
                out += c;
            } else if (line) {
                line_end();
            } else if (!out.empty() && !is_space(out.back())) {
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
