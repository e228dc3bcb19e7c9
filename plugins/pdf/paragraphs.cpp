#include "paragraphs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "hyphens.h"
#include "margins.h"

namespace pdf {
namespace {

// In font sizes.
constexpr double paragraph_gap = 0.75;  ///< between the boxes of two lines
constexpr double indent = 0.8;          ///< of a paragraph's first line
constexpr double same_size = 0.08;      ///< by which share sizes may differ within a paragraph
constexpr std::size_t longest_heading = 200;
constexpr std::size_t most_heading_lines = 4;

bool ends_sentence(std::string_view text) {
    constexpr std::array<std::string_view, 11> ends = {".", "!", "?", ":", ".”", ".\"", "?”", "!”", "。", "！", "？"};
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

bool begins_lower(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

bool is_item(std::string_view text) {
    constexpr std::array<std::string_view, 8> marks = {"•", "▪", "●", "■", "◦", "‣", "– ", "\xEF\x82\xB7"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
}

// Lines have tabs where a wide gap is in them.
bool is_row(std::string_view text) { return text.find('\t') != std::string_view::npos; }

struct Paragraph {
    std::string text;
    double left, right, size;
    std::size_t lines = 1;
    bool bold, item;
    int page;
};

class Paragraphs {
public:
    Paragraphs(const std::vector<Sheet>& sheets, common::Composer& composer) : hyphens_(sheets), body_(body_size(sheets)), composer_(composer) {
        for (const Sheet& sheet : sheets) {
            margins_ = Margins(sheet);
            for (const Line& line : sheet.lines) add(line);
            ++page_;
            last_.reset();
        }
        finish();
    }

private:
    void add(const Line& line) {
        if (open_ && goes_on(line)) {
            if (follows(line) && !current_.text.ends_with('-') && margins_.is_broken(*last_, line)) {
                current_.text += '\n' + line.text;
            } else {
                hyphens_.append(current_.text, line.text);
            }
            current_.left = last_ && last_->top < line.top ? std::min(current_.left, line.left) : line.left;
            current_.right = last_ && last_->top < line.top ? std::max(current_.right, line.right) : line.right;
            current_.bold = current_.bold && line.bold;
            ++current_.lines;
        } else {
            finish();
            current_ = {line.text, line.left, line.right, line.size, 1, line.bold, is_item(line.text), page_};
            open_ = true;
        }
        last_ = line;
    }

    // Below the last line, in the same column.
    bool follows(const Line& line) const {
        return last_ && last_->rotation == line.rotation && line.top >= last_->top && line.left < last_->right && line.right > last_->left;
    }
    bool goes_on(const Line& line) const {
        const double size = std::max(current_.size, 1.0);
        if (is_item(line.text) || is_row(line.text) || is_row(current_.text) || std::abs(line.size - current_.size) > same_size * size) return false;
        if (!follows(line)) return continues_elsewhere(line);
        if (line.top - last_->bottom > paragraph_gap * size || line.bold != last_->bold) return false;
        const bool indented = line.left > last_->left + indent * size && current_.lines > 1 && !current_.item;
        if (indented && line.left < last_->left + 6 * size) return false;
        return !(ends_sentence(current_.text) && margins_.is_broken(*last_, line));
    }
    // In another column or on another page.
    bool continues_elsewhere(const Line& line) const {
        return current_.lines > 1 && !ends_sentence(current_.text) && (begins_lower(line.text) || joins_without_blank(current_.text, line.text));
    }

    void finish() {
        composer_.in_part(static_cast<std::uint32_t>(current_.page + 1));
        if (open_) composer_.block(kind(), current_.text);
        open_ = false;
    }
    dateline_block_kind kind() {
        if (current_.item) return DATELINE_BLOCK_LIST_ITEM;
        if (is_row(current_.text)) return DATELINE_BLOCK_TABLE_ROW;
        if (current_.text.size() > longest_heading || current_.lines > most_heading_lines) return DATELINE_BLOCK_PARAGRAPH;
        if (current_.size > heading_size * body_) {
            const bool first = composer_.block_count() <= 3 && current_.page == 0 && !has_title_;
            has_title_ = has_title_ || first;
            return first ? DATELINE_BLOCK_TITLE : DATELINE_BLOCK_HEADING;
        }
        return current_.bold && !ends_sentence(current_.text) ? DATELINE_BLOCK_HEADING : DATELINE_BLOCK_PARAGRAPH;
    }

    const Hyphens hyphens_;
    const double body_;
    common::Composer& composer_;
    Margins margins_;
    Paragraph current_{};
    std::optional<Line> last_;  ///< none at the top of a page
    int page_ = 0;
    bool open_ = false, has_title_ = false;
};

}  // namespace

void add_paragraphs(const std::vector<Sheet>& sheets, common::Composer& composer) { Paragraphs(sheets, composer); }

}  // namespace pdf
