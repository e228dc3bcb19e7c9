#include "core/train/lattice.h"

#include <algorithm>
#include <cmath>

namespace dateline::train {
namespace {

constexpr double nothing = -1e30;

double add_logs(double a, double b) {
    const double greater = std::max(a, b), less = std::min(a, b);
    return less < greater - 30 ? greater : greater + std::log1p(std::exp(less - greater));
}

}  // namespace

void Lattice::index(const Cluster& cluster, bool right_only) {
    const std::size_t size = cluster.end - cluster.first;
    beginning_.assign(size + 1, {});
    ending_.assign(size + 1, {});
    must_.assign(size, false);
    for (std::size_t i = 0; i < cluster.examples.size(); ++i) {
        const Example& example = cluster.examples[i];
        if (right_only && !example.possible) continue;
        beginning_[example.first - cluster.first].push_back(i);
        ending_[example.end - cluster.first].push_back(i);
        if (right_only && example.gold) {
            std::fill(must_.begin() + (example.first - cluster.first), must_.begin() + (example.end - cluster.first), true);
        }
    }
}

double Lattice::run(const Cluster& cluster, const std::vector<float>& scores, bool right_only, std::vector<double>& probability) {
    index(cluster, right_only);
    const std::size_t size = cluster.end - cluster.first;
    before_.assign(size + 1, nothing);
    after_.assign(size + 1, nothing);
    before_[0] = 0;
    for (std::size_t token = 1; token <= size; ++token) {
        if (!must_[token - 1]) before_[token] = before_[token - 1];
        for (const std::size_t i : ending_[token]) {
            before_[token] = add_logs(before_[token], before_[cluster.examples[i].first - cluster.first] + double{scores[i]});
        }
    }
    after_[size] = 0;
    for (std::size_t token = size; token-- > 0;) {
        if (!must_[token]) after_[token] = after_[token + 1];
        for (const std::size_t i : beginning_[token]) {
            after_[token] = add_logs(after_[token], double{scores[i]} + after_[cluster.examples[i].end - cluster.first]);
        }
    }
    probability.assign(cluster.examples.size(), 0);
    for (std::size_t i = 0; i < cluster.examples.size(); ++i) {
        const Example& example = cluster.examples[i];
        if (right_only && !example.possible) continue;
        probability[i] = std::exp(before_[example.first - cluster.first] + double{scores[i]} + after_[example.end - cluster.first] - before_[size]);
    }
    return before_[size];
}

}  // namespace dateline::train
