#include "threshold.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace html {
namespace {

constexpr std::int32_t even_odds = 1, long_odds = -139;

// In millionths: sums of whole numbers are the same in any order and on any machine.
std::uint64_t probability(std::int32_t score) {
    return static_cast<std::uint64_t>(std::llround(1e6 / (1 + std::exp(-score / 100.0))));
}

}  // namespace

std::int32_t missing_doublings(const std::vector<Block>& blocks, const std::vector<std::int32_t>& scores) {
    constexpr int enough = 12, most = 4;  // bits of 2,048
    std::size_t kept = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) kept += scores[i] > 0 ? blocks[i].text.size() : 0;
    return std::clamp(enough - static_cast<int>(std::bit_width(kept)), 0, most);
}

std::int32_t threshold(const std::vector<Block>& blocks, const std::vector<std::int32_t>& scores) {
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t other) { return scores[one] > scores[other]; });
    std::uint64_t all_right = 0, kept = 0, kept_right = 0;
    for (const std::uint32_t i : order) all_right += blocks[i].text.size() * probability(scores[i]);
    double best = 0;
    std::int32_t last = even_odds;
    for (const std::uint32_t i : order) {
        if (scores[i] < long_odds) break;
        if (blocks[i].text.empty()) continue;
        kept += blocks[i].text.size() * 1'000'000;
        kept_right += blocks[i].text.size() * probability(scores[i]);
        const double measure = 2.0 * static_cast<double>(kept_right) / static_cast<double>(kept + all_right);
        if (measure < best) break;
        best = measure;
        last = scores[i];
    }
    return std::min(last, even_odds);
}

}  // namespace html
