#include "sheet.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pdf {

double body_size(const std::vector<Sheet>& sheets) {
    std::map<int, std::size_t> letters;
    for (const Sheet& sheet : sheets) {
        for (const Line& line : sheet.lines) letters[static_cast<int>(std::lround(std::clamp(line.size, 0.0, 1e6) * 2))] += line.text.size();
    }
    const auto most = std::max_element(letters.begin(), letters.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? 0 : most->first / 2.0;
}

}  // namespace pdf
