#include "core/text/blocks.h"

#include <algorithm>
#include <cstdint>

#include "core/text/fold.h"
#include "core/text/abbreviations.h"
#include "core/text/utf8.h"

namespace dateline::text {
namespace {

// In columns, which are characters here. Mail is wrapped at 60 to 78, reports up to 100.
constexpr std::uint32_t narrowest_wrap = 50, widest_wrap = 100;
// A line was broken by wrapping if the next word would hardly have fitted.
constexpr std::uint32_t wrap_slack = 8;
constexpr std::uint32_t longest_title = 200, longest_heading = 100;

/// One line that is not blank, without the white space around it.
struct Line {
    std::uint32_t begin, end;
    std::uint32_t width;       ///< columns; at most widest_wrap + 1, which stands for any more
    std::uint32_t first_word;  ///< columns of the first word
};

std::uint32_t columns(std::string_view line) {
    if (line.size() > 4 * widest_wrap) return widest_wrap + 1;
    const auto count = std::count_if(line.begin(), line.end(), [](char c) { return static_cast<signed char>(c) > static_cast<signed char>(0xBF); });
    return std::min(static_cast<std::uint32_t>(count), widest_wrap + 1);
}

bool is_blank(char c) {
    return static_cast<unsigned char>(c) <= ' ';
}

/// Bytes of the list marker that the line begins with, with the blank after it; 0 when there is none.
std::size_t list_marker(std::string_view line) {
    for (const std::string_view bullet : {"- ", "* ", "+ ", "• ", "· ", "– ", "● ", "■ ", "▪ ", "○ ", "◦ ", "➢ ", "➤ ", "•\t", "-\t", "•\u00A0"}) {
        if (line.substr(0, bullet.size()) == bullet) return bullet.size();
    }
    const std::size_t open = line.substr(0, 1) == "(" ? 1 : 0;
    std::size_t at = open;
    while (at < line.size() && at < open + 3 && line[at] >= '0' && line[at] <= '9') ++at;
    if (at == open && at < line.size() && line[at] >= 'a' && line[at] <= 'z') ++at;
    const bool letter = at > open && line[at - 1] >= 'a';
    if (at == open || at + 1 >= line.size() || !is_blank(line[at + 1])) return 0;
    return line[at] == ')' || (line[at] == '.' && !letter && open == 0) ? at + 2 : 0;
}

bool is_markdown_heading(std::string_view line) {
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    return hashes >= 1 && hashes <= 6 && hashes < line.size() && line[hashes] == ' ';
}

/// Lines between two blank ones, and what is known of the whole text.
class Paragraph {
public:
    Paragraph(std::string_view text, const std::vector<Line>& lines, std::uint32_t document_width) : text_(text), lines_(lines) {
        for (const Line& line : lines) width_ = std::max(width_, line.width);
        if (lines.size() == 2) width_ = std::max(width_, document_width);
        wrapped_ = lines.size() >= (document_width == 0 ? 3 : 2) && width_ >= narrowest_wrap && width_ <= widest_wrap && most_breaks_forced();
    }
    bool wrapped() const { return wrapped_; }
    std::uint32_t width() const { return width_; }
    /// Whether line `index` + 1 goes on where line `index` stopped.
    bool continues(std::size_t index) const {
        return wrapped_ && forced(index) && !starts_item(index + 1) && !is_markdown_heading(line(index));
    }

private:
    std::string_view line(std::size_t index) const { return text_.substr(lines_[index].begin, lines_[index].end - lines_[index].begin); }
    bool starts_item(std::size_t index) const { return list_marker(line(index)) != 0 || is_markdown_heading(line(index)); }
    bool forced(std::size_t index) const { return lines_[index].width + 1 + lines_[index + 1].first_word + wrap_slack > width_; }
    bool most_breaks_forced() const {
        std::size_t count = 0;
        for (std::size_t i = 0; i + 1 < lines_.size(); ++i) count += forced(i) && lines_[i].width * 2 > width_;
        return count * 4 >= (lines_.size() - 1) * 3;
    }

    std::string_view text_;
    const std::vector<Line>& lines_;
    std::uint32_t width_ = 0;
    bool wrapped_ = false;
};

/// Walks the lines of a text; calls `paragraph(lines)` for each run of lines that are not blank.
template <class Visit>
void for_each_paragraph(std::string_view text, Visit&& visit) {
    std::vector<Line> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::size_t first = at, last = end;
        while (first < last && is_blank(text[first])) ++first;
        while (last > first && is_blank(text[last - 1])) --last;
        if (first == last) {
            if (!lines.empty()) visit(lines);
            lines.clear();
        } else {
            const std::string_view line = text.substr(first, last - first);
            const std::size_t word = std::min(line.substr(0, widest_wrap).find(' '), line.size());
            lines.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), columns(line), columns(line.substr(0, word))});
        }
        at = end + 1;
    }
    if (!lines.empty()) visit(lines);
}

/// The widest line of the wrapped paragraphs of three lines or more; 0 when there are none.
std::uint32_t wrap_width(std::string_view text) {
    std::uint32_t width = 0;
    for_each_paragraph(text, [&](const std::vector<Line>& lines) {
        const Paragraph paragraph(text, lines, 0);
        if (paragraph.wrapped()) width = std::max(width, paragraph.width());
    });
    return width;
}

/// Whether a line's last full stop belongs to an abbreviation: Acme Inc.
bool ends_in_abbreviation(std::string_view line) {
    const std::string_view body = line.substr(0, line.size() - 1);
    const std::size_t space = body.find_last_of(' ');
    const std::string_view word = space == std::string_view::npos ? body : body.substr(space + 1);
    if (word.empty() || word.find('.') != std::string_view::npos) return !word.empty();
    std::string folded;
    fold(word, folded);
    return abbreviation(hash(folded), word[0] >= 'A' && word[0] <= 'Z') != Abbreviation::none;
}

bool ends_sentence(std::string_view line) {
    for (const std::string_view closer : {"\"", "'", ")", "]", "*", "_", "”", "’"}) {
        if (line.size() > closer.size() && line.substr(line.size() - closer.size()) == closer) line.remove_suffix(closer.size());
    }
    if (line.back() == '.') return !ends_in_abbreviation(line);
    return line.back() == '!' || line.back() == '?' || line.back() == ';' || line.back() == ',' || (line.size() >= 3 && [&] {
               const std::string_view last = line.substr(line.size() - 3);
               return last == "。" || last == "！" || last == "？" || last == "…" || last == "；" || last == "，";
           }());
}

bool has_letter(std::string_view line) {
    return std::any_of(line.begin(), line.end(), [](char c) { return static_cast<signed char>(c) < 0 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

dateline_block_kind kind_of_block(std::string_view block, bool first, bool one_line) {
    if (is_markdown_heading(block)) return first ? DATELINE_BLOCK_TITLE : DATELINE_BLOCK_HEADING;
    if (list_marker(block) != 0) return DATELINE_BLOCK_LIST_ITEM;
    if (block.size() > 1 && block.front() == '|' && block.back() == '|') return DATELINE_BLOCK_TABLE_ROW;
    if (block.substr(0, 2) == "> ") return DATELINE_BLOCK_QUOTE;
    if (block.size() > 4 * longest_title || !has_letter(block) || ends_sentence(block)) return DATELINE_BLOCK_PARAGRAPH;
    const auto length = static_cast<std::uint32_t>(std::count_if(block.begin(), block.end(), [](char c) { return static_cast<signed char>(c) > static_cast<signed char>(0xBF); }));
    if (first) return length <= longest_title ? DATELINE_BLOCK_TITLE : DATELINE_BLOCK_PARAGRAPH;
    return one_line && length <= longest_heading ? DATELINE_BLOCK_HEADING : DATELINE_BLOCK_PARAGRAPH;
}

}  // namespace

void find_blocks(std::string_view text, std::vector<dateline_block>& blocks) {
    const std::uint32_t document_width = wrap_width(text);
    const auto add = [&](std::uint32_t begin, std::uint32_t end, bool one_line) {
        const dateline_block_kind kind = kind_of_block(text.substr(begin, end - begin), blocks.empty(), one_line);
        blocks.push_back({begin, end, static_cast<std::uint32_t>(kind), 0, 0, 0, 0, 0});
    };
    for_each_paragraph(text, [&](const std::vector<Line>& lines) {
        const Paragraph paragraph(text, lines, document_width);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::size_t first = i;
            while (i + 1 < lines.size() && paragraph.continues(i)) ++i;
            add(lines[first].begin, lines[i].end, i == first);
        }
    });
    // A lone line is more often a sentence than a title without a text.
    if (blocks.size() == 1 && !is_markdown_heading(text.substr(blocks[0].begin, blocks[0].end - blocks[0].begin)) &&
        blocks[0].kind == DATELINE_BLOCK_TITLE) {
        blocks[0].kind = DATELINE_BLOCK_PARAGRAPH;
    }
}

}  // namespace dateline::text
