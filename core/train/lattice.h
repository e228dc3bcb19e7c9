/// Sums over all sets of a cluster's candidates that do not overlap.
#pragma once

#include <vector>

#include "core/train/examples.h"

namespace dateline::train {

/// The forward-backward algorithm of a semi-Markov conditional random field whose segments are the candidates (Sarawagi and Cohen, NIPS 2004): a set's
/// weight is exp of the sum of its scores. Reused from cluster to cluster.
class Lattice {
public:
    /// Fills `probability` with the share of the sets that hold each candidate; `scores` in logits. With `right_only` only sets count that
    /// hold every marked candidate and no other than possible ones; none of these overlaps a marked one. Returns the logarithm of the weight of all that count.
    double run(const Cluster& cluster, const std::vector<float>& scores, bool right_only, std::vector<double>& probability);

private:
    void index(const Cluster& cluster, bool right_only);

    std::vector<std::vector<std::size_t>> beginning_, ending_;  // candidates, by token
    std::vector<bool> must_;                                    // tokens that a marked candidate covers
    std::vector<double> before_, after_;
};

}  // namespace dateline::train
