/// The sums behind verdicts: the same for candidates, facts and links.
#pragma once

#include <algorithm>
#include <cstdint>

#include "core/judge/judge.h"
#include "core/mention/confidence.h"

namespace dateline::judge {

/// Far above any sum of real weights; keeps products with token counts inside 64 bits.
constexpr std::int64_t greatest_score = 1'000'000;

inline std::int32_t clamp(std::int64_t score) {
    return static_cast<std::int32_t>(std::clamp(score, -greatest_score, greatest_score));
}

/// The sum of the evidence that `counts`, and of the confidence that a plugin without evidence gave.
template <class Proposed, class Counts>
std::int64_t sum(const Proposals& proposals, Weights weights, const Proposed& proposed, Counts counts) {
    std::int64_t score = proposed.confidence >= 0 ? score_of(proposed.confidence) : 0;
    for (std::uint32_t i = 0; i < proposed.evidence.count; ++i) {
        const Evidence& evidence = proposals.evidence[proposed.evidence.first + i];
        if (counts(evidence)) {
            score += weights[evidence.id];
        }
    }
    return score;
}

/// With all evidence, as if every supporter were accepted.
template <class Proposed>
std::int64_t hopeful_score(const Proposals& proposals, Weights weights, const Proposed& proposed) {
    return sum(proposals, weights, proposed, [](const Evidence&) { return true; });
}

/// Fills in margin and confidence. Without a scale the confidence is that of the margin itself.
inline void set_margin(Verdict& verdict, std::int64_t margin, std::span<const Scale> scales, std::uint32_t index) {
    const Scale scale = index < scales.size() ? scales[index] : Scale{};
    verdict.margin = clamp(margin);
    const std::int64_t scaled = std::int64_t{verdict.margin} * scale.slope / 100 + scale.offset;
    verdict.confidence = scaled < -500 ? 1 : confidence_of(clamp(scaled));
}

/// With the evidence whose supporter stands accepted.
template <class Proposed>
std::int64_t supported_score(const Proposals& proposals, Weights weights, const Proposed& proposed) {
    return sum(proposals, weights, proposed, [&](const Evidence& evidence) {
        return evidence.supporter == DATELINE_NONE || proposals.candidates[evidence.supporter].verdict.accepted;
    });
}

}  // namespace dateline::judge
