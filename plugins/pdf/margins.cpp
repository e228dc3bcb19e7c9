#include "margins.h"

#include <algorithm>
#include <cmath>

namespace pdf {
namespace {

constexpr double near = 10;  ///< points: what an indent or a bullet moves a line by
constexpr double spare = 1;  ///< font sizes, for the blank and for uneven spacing

// From the share that the word has in its line.
double first_word_width(const Line& line) {
    const std::size_t word = std::min(line.text.find(' '), line.text.size());
    return (line.right - line.left) * static_cast<double>(word) / static_cast<double>(std::max<std::size_t>(line.text.size(), 1));
}

}  // namespace

Margins::Key Margins::key(const Line& line, int aside) {
    return {static_cast<int>(std::lround(line.left / near)) + aside, static_cast<int>(std::lround(line.size * 2)) * 4 + line.rotation};
}

Margins::Margins(const Sheet& sheet) {
    for (const Line& line : sheet.lines) {
        const auto [place, added] = right_.emplace(key(line, 0), line.right);
        if (!added) place->second = std::max(place->second, line.right);
    }
}

bool Margins::is_broken(const Line& line, const Line& next) const {
    double right = std::max(line.right, next.right);
    for (const int aside : {-1, 0, 1}) {
        const auto found = right_.find(key(line, aside));
        if (found != right_.end()) right = std::max(right, found->second);
    }
    return line.right + first_word_width(next) + spare * line.size < right;
}

}  // namespace pdf
