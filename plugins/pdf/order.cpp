#include "order.h"

#include <algorithm>
#include <span>

namespace pdf {
namespace {

constexpr int deepest = 40;
constexpr double narrowest_gutter = 0.9;    ///< in font sizes
constexpr std::size_t fewest_pieces = 2;    ///< of a column
constexpr std::size_t shortest_piece = 15;  ///< bytes on average: below, these are cells of a table, which is read row by row
constexpr double like_the_widest = 0.9;

using Pieces = std::span<Line>;

double height(const Line& line) { return std::max(line.bottom - line.top, 1.0); }

bool is_column(Pieces pieces) {
    std::size_t bytes = 0;
    for (const Line& piece : pieces) bytes += piece.text.size();
    return pieces.size() >= fewest_pieces && bytes >= shortest_piece * pieces.size();
}

// Side by side, not one below the other.
bool stand_beside(Pieces left, Pieces right) {
    const auto extent = [](Pieces pieces) {
        std::pair<double, double> result{pieces[0].top, pieces[0].bottom};
        for (const Line& piece : pieces) result = {std::min(result.first, piece.top), std::max(result.second, piece.bottom)};
        return result;
    };
    const auto [top, bottom] = extent(left);
    const auto [other_top, other_bottom] = extent(right);
    return std::min(bottom, other_bottom) - std::max(top, other_top) > std::min(bottom - top, other_bottom - other_top) / 2;
}

struct Gutter {
    double width;
    std::size_t first;  ///< piece on its right
};

// The widest gaps that go through from top to bottom; a page of many words has many, and only a few are looked at.
std::vector<Gutter> widest_gutters(Pieces pieces) {
    constexpr std::size_t most = 8;
    std::vector<Gutter> gutters;
    double right = pieces[0].right;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const double gap = pieces[i].left - right;
        if (gap > narrowest_gutter * pieces[i].size) gutters.push_back({gap, i});
        right = std::max(right, pieces[i].right);
    }
    std::stable_sort(gutters.begin(), gutters.end(), [](const Gutter& a, const Gutter& b) { return a.width > b.width; });
    gutters.resize(std::min(gutters.size(), most));
    return gutters;
}

// The number of pieces left of the widest gutter between two columns; 0 without one. Sorts by the left edge.
std::size_t left_column(Pieces pieces) {
    std::stable_sort(pieces.begin(), pieces.end(), [](const Line& a, const Line& b) { return a.left < b.left; });
    for (const Gutter& gutter : widest_gutters(pieces)) {
        const Pieces left = pieces.first(gutter.first), right = pieces.subspan(gutter.first);
        if (is_column(left) && is_column(right) && stand_beside(left, right)) return gutter.first;
    }
    return 0;
}

// The number of pieces above the widest white space that goes through; of like ones that nearest to the middle, so that cuts stay few. Sorts by the
// upper edge.
std::size_t upper_part(Pieces pieces) {
    std::stable_sort(pieces.begin(), pieces.end(), [](const Line& a, const Line& b) { return a.top < b.top; });
    std::vector<double> gaps(pieces.size(), 0);
    double bottom = pieces[0].bottom, widest = 0;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        // Boxes of neighbouring lines may overlap a little.
        gaps[i] = std::max(0.0, pieces[i].top - bottom + 0.2 * height(pieces[i]));
        widest = std::max(widest, gaps[i]);
        bottom = std::max(bottom, pieces[i].bottom);
    }
    std::size_t best = 0;
    const auto off_centre = [&](std::size_t i) { return i > pieces.size() / 2 ? i - pieces.size() / 2 : pieces.size() / 2 - i; };
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        if (gaps[i] > 0 && gaps[i] >= like_the_widest * widest && (best == 0 || off_centre(i) < off_centre(best))) best = i;
    }
    return best;
}

void sort_rows(Pieces pieces) {
    std::stable_sort(pieces.begin(), pieces.end(), [](const Line& a, const Line& b) { return a.top < b.top; });
    for (std::size_t begin = 0; begin < pieces.size();) {
        std::size_t end = begin + 1;
        while (end < pieces.size() && pieces[end].top < (pieces[begin].top + pieces[begin].bottom) / 2) ++end;
        std::stable_sort(pieces.begin() + static_cast<std::ptrdiff_t>(begin), pieces.begin() + static_cast<std::ptrdiff_t>(end),
                         [](const Line& a, const Line& b) { return a.left < b.left; });
        begin = end;
    }
}

void order(Pieces pieces, int depth) {
    if (pieces.size() < 2 * fewest_pieces || depth == deepest) {
        sort_rows(pieces);
        return;
    }
    // Both only permute within the span, so each cut may sort anew.
    for (const auto cut : {&left_column, &upper_part}) {
        if (const std::size_t first = cut(pieces); first > 0) {
            order(pieces.first(first), depth + 1);
            order(pieces.subspan(first), depth + 1);
            return;
        }
    }
    sort_rows(pieces);
}

}  // namespace

std::vector<Line> in_reading_order(std::vector<Line> pieces) {
    order(pieces, 0);
    return pieces;
}

}  // namespace pdf
