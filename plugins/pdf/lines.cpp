#include "lines.h"

#include <algorithm>
#include <cmath>

namespace pdf {
namespace {

// In font sizes.
constexpr double widest_kerning = 0.5;   ///< how far a word may begin before the end of the one before it
constexpr double narrow_gap = 0.6;       ///< between a Chinese character and a digit it is layout, no blank
constexpr double column_gap = 2.0;       ///< from here on it is a tab

char32_t decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(at + i < text.size() ? static_cast<unsigned char>(text[at + i]) & 0x3F : 0); };
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0xE0) return lead < 0x80 ? lead : (lead & 0x1F) << 6 | byte(1);
    return lead < 0xF0 ? (lead & 0x0Fu) << 12 | byte(1) << 6 | byte(2) : (lead & 0x07u) << 18 | byte(1) << 12 | byte(2) << 6 | byte(3);
}

char32_t last_of(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return decode(text, at);
}

bool is_cjk(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_on_line(const Line& line, const Word& word) {
    const double overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
    const double lower = std::min(line.bottom - line.top, word.bottom - word.top);
    return word.rotation == line.rotation && overlap > lower / 2 && word.left >= line.right - widest_kerning * line.size;
}

std::string_view gap_between(const Line& line, const Word& before, const Word& word) {
    const double size = std::max(line.size, 1.0), gap = (word.left - line.right) / size;
    if (gap > column_gap) return "\t";
    const bool cjk = is_cjk(last_of(before.text)) || is_cjk(decode(word.text, 0));
    return before.space_after && !(cjk && gap < narrow_gap) ? " " : "";
}

void grow(Line& line, const Word& word) {
    line.right = std::max(line.right, word.right);
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
    line.size = std::max(line.size, word.size);
    line.bold = line.bold && word.bold;
}

}  // namespace

std::vector<Line> lines_of(const Page& page) {
    std::vector<Line> lines;
    const Word* before = nullptr;
    for (const Word& word : page.words) {
        if (before != nullptr && is_on_line(lines.back(), word)) {
            lines.back().text += gap_between(lines.back(), *before, word);
            lines.back().text += word.text;
            grow(lines.back(), word);
        } else {
            lines.push_back({word.text, word.left, word.top, word.right, word.bottom, word.size, word.rotation, word.bold});
        }
        before = &word;
    }
    return lines;
}

bool joins_without_blank(std::string_view before, std::string_view after) {
    // Hangul, which does write blanks, is not among them.
    return !before.empty() && !after.empty() && is_cjk(last_of(before)) && is_cjk(decode(after, 0));
}

}  // namespace pdf
