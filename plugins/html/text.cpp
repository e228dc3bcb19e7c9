#include "text.h"

#include <algorithm>
#include <string>

namespace html {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFu;

// The block that the page's title names: a heading with the same words, or one that the title begins with.
std::uint32_t find_headline(const Blocks& page, std::string_view title) {
    constexpr std::size_t shortest = 8;
    for (const std::size_t least : {title.size(), title.size() / 2}) {
        for (std::uint32_t i = 0; i < page.blocks.size(); ++i) {
            const Block& block = page.blocks[i];
            const bool is_heading = block.kind == DATELINE_BLOCK_HEADING && block.link_bytes * 2 < block.text.size() + 1;
            if (is_heading && block.text.size() >= std::max(least, shortest) && title.starts_with(block.text)) return i;
        }
    }
    return none;
}

class Writer {
public:
    Writer(const Blocks& page, std::string_view decoded) : page_(page), decoded_(decoded) {}

    void add(const Block& block, dateline_block_kind kind) {
        const std::int64_t row = kind == DATELINE_BLOCK_TABLE_ROW ? row_of(block) : -1;
        const bool goes_on = row >= 0 && row == row_;
        if (!out_.text.empty()) {
            const bool close = kind == last_kind_ && (kind == DATELINE_BLOCK_LIST_ITEM || kind == DATELINE_BLOCK_TABLE_ROW);
            out_.text += goes_on ? "\t" : close ? "\n" : "\n\n";
        }
        const auto begin = static_cast<std::uint32_t>(out_.text.size());
        out_.text += block.text;
        const auto end = static_cast<std::uint32_t>(out_.text.size());
        if (goes_on) {
            out_.blocks.back().end = end;
            out_.blocks.back().source_begin = std::min(out_.blocks.back().source_begin, place(block.source_begin));
            out_.blocks.back().source_end = std::max(out_.blocks.back().source_end, place(block.source_end));
        } else {
            out_.blocks.push_back({begin, end, static_cast<std::uint32_t>(kind), 0, 0, 0, place(block.source_begin), place(block.source_end)});
        }
        row_ = row;
        last_kind_ = kind;
    }
    Text take() { return std::move(out_); }

private:
    std::uint64_t place(const char* at) const {
        return at < decoded_.data() || at > decoded_.data() + decoded_.size() ? 0 : static_cast<std::uint64_t>(at - decoded_.data());
    }

    // The table's row that the block's cell is in; none for cells that hold more than a line.
    std::int64_t row_of(const Block& block) const {
        constexpr std::size_t longest_cell = 200;
        const GumboTag tag = page_.elements[block.container].node->v.element.tag;
        return (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && block.text.size() <= longest_cell ? page_.elements[block.container].parent : -1;
    }

    const Blocks& page_;
    std::string_view decoded_;
    Text out_;
    std::int64_t row_ = -1;
    dateline_block_kind last_kind_ = DATELINE_BLOCK_PARAGRAPH;
};

}  // namespace

Text text_of(const Blocks& page, const std::vector<std::int32_t>& scores, std::string_view title, std::string_view decoded) {
    Writer writer(page, decoded);
    const std::uint32_t headline = find_headline(page, title);
    for (std::uint32_t i = 0; i < page.blocks.size(); ++i) {
        if (i == headline) {
            writer.add(page.blocks[i], DATELINE_BLOCK_TITLE);
        } else if (scores[i] > 0) {
            writer.add(page.blocks[i], page.blocks[i].kind);
        }
    }
    return writer.take();
}

}  // namespace html
