#include "core/train/lattice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace dateline::train {
namespace {

Example example(std::uint32_t first, std::uint32_t end, bool gold) {
    Example example;
    example.first = first;
    example.end = end;
    example.gold = gold;
    example.possible = gold;
    return example;
}

// The same by trying every set.
double brute_force(const Cluster& cluster, const std::vector<float>& scores, bool right_only, std::vector<double>& probability) {
    const std::size_t count = cluster.examples.size();
    double total = 0;
    probability.assign(count, 0);
    for (std::uint32_t set = 0; set < 1u << count; ++set) {
        std::vector<bool> covered(cluster.end, false);
        bool counts = true;
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const Example& one = cluster.examples[i];
            const bool in = (set >> i & 1) != 0;
            if (right_only && (in ? !one.possible : one.gold)) counts = false;
            if (!in) continue;
            sum += double{scores[i]};
            for (std::uint32_t token = one.first; token < one.end; ++token) {
                counts = counts && !covered[token];
                covered[token] = true;
            }
        }
        if (!counts) continue;
        total += std::exp(sum);
        for (std::size_t i = 0; i < count; ++i) probability[i] += (set >> i & 1) != 0 ? std::exp(sum) : 0;
    }
    for (double& one : probability) one /= total;
    return std::log(total);
}

TEST(Lattice, SumsOverAllSetsThatDoNotOverlap) {
    std::mt19937 engine(11);
    const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
    Lattice lattice;
    for (int round = 0; round < 300; ++round) {
        Cluster cluster{2, 10, {}};
        std::vector<float> scores;
        std::uint32_t marked_to = 2;
        for (std::uint32_t i = 0, count = 1 + random() % 7; i < count; ++i) {
            const std::uint32_t first = 2 + random() % 7, end = first + 1 + random() % (10 - first);
            const bool gold = first >= marked_to && random() % 4 == 0;
            if (gold) marked_to = end;
            cluster.examples.push_back(example(first, end, gold));
            scores.push_back(static_cast<float>(static_cast<int>(random() % 400) - 200) / 100);
        }
        for (Example& one : cluster.examples) {
            const bool clear = std::none_of(cluster.examples.begin(), cluster.examples.end(),
                                            [&](const Example& other) { return other.gold && other.first < one.end && one.first < other.end; });
            one.possible = one.gold || (clear && random() % 3 == 0);
        }
        for (const bool right_only : {false, true}) {
            std::vector<double> given, expected;
            const double total = lattice.run(cluster, scores, right_only, given);
            EXPECT_NEAR(total, brute_force(cluster, scores, right_only, expected), 1e-6);
            for (std::size_t i = 0; i < given.size(); ++i) EXPECT_NEAR(given[i], expected[i], 1e-6);
        }
    }
}

}  // namespace
}  // namespace dateline::train
