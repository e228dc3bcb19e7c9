#include "core/train/calibration.h"

#include <algorithm>
#include <cmath>

namespace dateline::train {

judge::Scale scale_of(const std::vector<const Seen*>& seen, judge::Scale before) {
    constexpr std::size_t least = 20;
    constexpr double greatest_margin = 20, ridge = 3, longest_step = 0.5;  // logits; ridge pulls towards the scale before, and Newton's steps may overshoot
    if (seen.size() < least) return before;
    const double slope_before = before.slope / 100.0, offset_before = before.offset / 100.0;
    double slope = slope_before, offset = offset_before;
    for (int round = 0; round < 50; ++round) {
        double to_slope = ridge * (slope_before - slope), to_offset = ridge * (offset_before - offset), ss = ridge, so = 0, oo = ridge;
        for (const Seen* one : seen) {
            const double margin = std::clamp(one->margin / 100.0, -greatest_margin, greatest_margin);
            const double given = 1 / (1 + std::exp(-(slope * margin + offset))), error = (one->right ? 1 : 0) - given, spread = given * (1 - given);
            to_slope += error * margin;
            to_offset += error;
            ss += spread * margin * margin;
            so += spread * margin;
            oo += spread;
        }
        const double determinant = ss * oo - so * so;
        slope += std::clamp((to_slope * oo - to_offset * so) / determinant, -longest_step, longest_step);
        offset += std::clamp((to_offset * ss - to_slope * so) / determinant, -longest_step, longest_step);
    }
    return {std::max(1, static_cast<int>(std::lround(slope * 100))), static_cast<std::int32_t>(std::lround(offset * 100))};
}

}  // namespace dateline::train
