#include "lines.h"

#include <algorithm>
#include <array>

#include "order.h"

namespace pdf {
namespace {

// In font sizes.
constexpr double widest_kerning = 0.5;    ///< how far a word may begin before the end of the one before it
constexpr double narrow_gap = 0.6;        ///< between a Chinese character and a digit it is layout, no blank
constexpr double narrowest_blank = 0.12;  ///< between pieces of a line that poppler gave apart
constexpr double widest_space = 1.0;      ///< beyond, a column may begin
constexpr std::size_t fewest_spaced = 6;  ///< letters by themselves
constexpr double column_gap = 2.0;        ///< from here on it is a tab

char32_t decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(at + i < text.size() ? static_cast<unsigned char>(text[at + i]) & 0x3F : 0);
    };
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

// Words of one line without a wide gap between them.
using Piece = std::vector<const Word*>;

bool is_next(const Word& before, const Word& word) {
    const double overlap = std::min(before.bottom, word.bottom) - std::max(before.top, word.top);
    const double lower = std::min(before.bottom - before.top, word.bottom - word.top), size = std::max(before.size, 1.0);
    return word.rotation == before.rotation && overlap > lower / 2 && word.left >= before.right - widest_kerning * size &&
           word.left <= before.right + widest_space * size;
}

std::vector<Piece> pieces_of(const Page& page) {
    std::vector<Piece> pieces;
    for (const Word& word : page.words) {
        if (pieces.empty() || !is_next(*pieces.back().back(), word)) pieces.emplace_back();
        pieces.back().push_back(&word);
    }
    return pieces;
}

// Where letters are set apart one by one, the gap (in points) from which on it is one between words; 0 elsewhere.
double spaced_out(const Piece& piece) {
    std::size_t bytes = 0;
    double least = 0, most = 0;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        bytes += piece[i]->text.size();
        if (i == 0) continue;
        const double gap = piece[i]->left - piece[i - 1]->right;
        least = i == 1 ? gap : std::min(least, gap);
        most = std::max(most, gap);
    }
    const bool apart = piece.size() >= fewest_spaced && bytes < 2 * piece.size();
    return apart ? (most > 2 * least ? (least + most) / 2 : most + 1) : 0;
}

bool has_blank(const Word& before, const Word& word, double threshold) {
    const double gap = word.left - before.right;
    if (threshold > 0) return gap > threshold;
    const bool cjk = is_cjk(last_of(before.text)) || is_cjk(decode(word.text, 0));
    return before.space_after && !(cjk && gap < narrow_gap * std::max(before.size, 1.0));
}

Line line_of(const Piece& piece) {
    const Word& first = *piece.front();
    Line line{"", first.left, first.top, first.right, first.bottom, first.size, first.rotation, true};
    const double threshold = spaced_out(piece);
    for (std::size_t i = 0; i < piece.size(); ++i) {
        const Word& word = *piece[i];
        if (i > 0 && has_blank(*piece[i - 1], word, threshold)) line.text += ' ';
        line.text += word.text;
        line.right = std::max(line.right, word.right);
        line.top = std::min(line.top, word.top);
        line.bottom = std::max(line.bottom, word.bottom);
        line.size = std::max(line.size, word.size);
        line.bold = line.bold && word.bold;
    }
    return line;
}

bool is_same_line(const Line& line, const Line& piece) {
    const double overlap = std::min(line.bottom, piece.bottom) - std::max(line.top, piece.top);
    return overlap > std::min(line.bottom - line.top, piece.bottom - piece.top) / 2 && piece.left >= line.right - widest_kerning * line.size;
}

void append(Line& line, const Line& piece) {
    const double gap = (piece.left - line.right) / std::max(line.size, 1.0);
    line.text += gap > column_gap ? "\t" : gap > narrowest_blank && !joins_without_blank(line.text, piece.text) ? " " : "";
    line.text += piece.text;
    line.right = std::max(line.right, piece.right);
    line.top = std::min(line.top, piece.top);
    line.bottom = std::max(line.bottom, piece.bottom);
    line.size = std::max(line.size, piece.size);
    line.bold = line.bold && piece.bold;
}

}  // namespace

std::vector<Line> lines_of(const Page& page) {
    // Turned text by itself, the most of it first.
    std::array<std::vector<Line>, 4> turned;
    for (const Piece& piece : pieces_of(page)) turned[static_cast<std::size_t>(piece.front()->rotation)].push_back(line_of(piece));
    std::stable_sort(turned.begin(), turned.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::vector<Line> lines;
    for (std::vector<Line>& pieces : turned) {
        bool first = true;
        for (Line& piece : in_reading_order(std::move(pieces))) {
            if (!first && is_same_line(lines.back(), piece)) {
                append(lines.back(), piece);
            } else {
                lines.push_back(std::move(piece));
            }
            first = false;
        }
    }
    return lines;
}

bool joins_without_blank(std::string_view before, std::string_view after) {
    // Hangul, which does write blanks, is not among them.
    return !before.empty() && !after.empty() && is_cjk(last_of(before)) && is_cjk(decode(after, 0));
}

}  // namespace pdf
