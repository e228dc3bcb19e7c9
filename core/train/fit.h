/// Weights that make the gold of annotated articles as probable as they can.
#pragma once

#include <cstdint>
#include <vector>

#include "core/train/examples.h"

namespace dateline::train {

struct FitOptions {
    int rounds = 8;
    double with_more = 0.5;         ///< share of the rounds that go through Article::is_more too; the last rounds do not, so that the others have the last word
    float kept_squares = 0.05f;     ///< of what shortens the steps, when those rounds begin
    /// How far a weight moves at first: step / sqrt(damping) times the gradient. Evidences are few and met often, so they may move slowly and far.
    struct Pace {
        float step, damping;
    };
    Pace feature{0.05f, 0.01f}, evidence{0.15f, 1};
    float decay = 1e-5f;            ///< how much of its distance from where it began a weight loses at each step
    Pace fact{0.1f, 10};           ///< of the features of facts, which are fewer by far than names, and their decay
    float fact_decay = 0.01f;
    std::uint32_t least_count = 3;  ///< of candidates that a unit must be met in
};

/// Weights in logits, by unit: the conditional log-likelihood of the marks is climbed cluster by cluster, with steps by unit (Duchi, Hazan and Singer, "Adaptive
/// Subgradient Methods", JMLR 2011). Candidates of silent types are hidden: any set of them that agrees with the marks is as good.
/// `start` are the weights to begin with, by unit; shorter than the units: the rest begins at 0. The same input gives the same weights.
std::vector<float> fit(const std::vector<const Article*>& articles, const Units& units, const std::vector<float>& start, const FitOptions& options);

}  // namespace dateline::train
