#include "core/mention/confidence.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr int lowest = 1, highest = 99;

// Written down rather than computed, because the last bit of exp() differs between C libraries.
// thresholds[k - 2] is the smallest score s with 100 / (1 + exp(-s / 100)) rounded to k or more, for k = 2..99.
constexpr std::array<std::int32_t, highest - 1> thresholds = {
    -418, -366, -331, -305, -284, -266, -251, -237, -225, -214, -204, -194, -185, -177, -169, -162, -155, -148, -141, -135, -129, -123,
    -118, -112, -107, -102, -96, -91, -87, -82, -77, -73, -68, -64, -59, -55, -51, -46, -42, -38, -34, -30, -26, -22, -18, -14, -10, -6,
    -2, 3, 7, 11, 15, 19, 23, 27, 31, 35, 39, 43, 47, 52, 56, 60, 65, 69, 74, 78, 83, 88, 92, 97, 103, 108, 113, 119, 124, 130, 136,
    142, 149, 156, 163, 170, 178, 186, 195, 205, 215, 226, 238, 252, 267, 285, 306, 332, 367, 419,
};

// confidences[s - first + 1] is the greatest k whose threshold is s or less; `first` is the smallest threshold.
constexpr auto confidences = [] {
    std::array<std::int8_t, thresholds.back() - thresholds.front() + 2> all{};
    std::size_t next = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        while (next < thresholds.size() && thresholds[next] <= thresholds.front() - 1 + static_cast<std::int32_t>(i)) ++next;
        all[i] = static_cast<std::int8_t>(lowest + static_cast<int>(next));
    }
    return all;
}();

// scores[k - 1] is 100 * ln(k / (100 - k)), rounded, for k = 1..99.
constexpr std::array<std::int32_t, highest> scores = {
    -460, -389, -348, -318, -294, -275, -259, -244, -231, -220, -209, -199, -190, -182, -173, -166, -159, -152, -145, -139, -132, -127,
    -121, -115, -110, -105, -99, -94, -90, -85, -80, -75, -71, -66, -62, -58, -53, -49, -45, -41, -36, -32, -28, -24, -20, -16, -12, -8,
    -4, 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 41, 45, 49, 53, 58, 62, 66, 71, 75, 80, 85, 90, 94, 99, 105, 110, 115, 121, 127, 132, 139,
    145, 152, 159, 166, 173, 182, 190, 199, 209, 220, 231, 244, 259, 275, 294, 318, 348, 389, 460,
};

}  // namespace

int confidence_of(std::int32_t score) {
    return confidences[static_cast<std::size_t>(std::clamp(score, thresholds.front() - 1, thresholds.back()) - (thresholds.front() - 1))];
}

std::int32_t score_of(int confidence) {
    return scores[static_cast<std::size_t>(std::clamp(confidence, lowest, highest) - 1)];
}

}  // namespace dateline
