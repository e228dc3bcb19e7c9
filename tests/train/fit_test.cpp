#include "core/train/fit.h"

#include <gtest/gtest.h>

#include "core/text/hash.h"
#include "core/train/calibration.h"

namespace dateline::train {
namespace {

// A hundred names with unit 0, of which every tenth is none, and as many non-names with unit 1.
Article article(Units& units) {
    const auto unit = [&](const char* name) { return units.number(text::hash_step(7, static_cast<unsigned char>(name[0])), [&] { return Unit{"person", name, {}, false, 0}; }); };
    Article article{"a", {}, false};
    for (std::uint32_t i = 0; i < 200; ++i) {
        Example example;
        example.first = i;
        example.end = i + 1;
        example.gold = example.possible = i < 100 && i % 10 != 0;
        example.units.assign(1, unit(i < 100 ? "speaks for" : "against"));
        article.clusters.push_back({i, i + 1, {example}});
    }
    return article;
}

TEST(Fit, FindsTheWeightsThatMakeTheGoldProbable) {
    Units units;
    const Article given = article(units);
    FitOptions options;
    options.rounds = 200;
    const std::vector<float> weights = fit({&given}, units, {}, options);
    EXPECT_NEAR(weights[0], 2.2, 0.3) << "nine of ten: the logarithm of 9";
    EXPECT_LT(weights[1], -3);
}

TEST(Fit, GivesTheSameForTheSame) {
    Units units;
    const Article given = article(units);
    EXPECT_EQ(fit({&given}, units, {}, {}), fit({&given}, units, {}, {}));
}

TEST(Fit, GivesTheLastWordToThoseThatCount) {
    Units units;
    const Article given = article(units);
    Article more = given;
    more.is_more = true;
    for (Cluster& cluster : more.clusters) cluster.examples[0].gold = cluster.examples[0].possible = !cluster.examples[0].gold;
    FitOptions options;
    options.rounds = 200;
    options.with_more = 1;
    const std::vector<float> undecided = fit({&given, &more}, units, {}, options);
    options.with_more = 0.5;
    const std::vector<float> decided = fit({&given, &more}, units, {}, options);
    EXPECT_NEAR(undecided[0], 0, 0.5);
    EXPECT_GT(decided[0], undecided[0] + 1);
    EXPECT_LT(decided[1], undecided[1] - 1);
}

TEST(Fit, LeavesAloneWhatIsSeldomMet) {
    Units units;
    const Article given = article(units);
    FitOptions options;
    options.least_count = 1000;
    EXPECT_EQ(fit({&given}, units, {0.5f, -0.5f}, options), (std::vector<float>{0.5f, -0.5f}));
}

TEST(Calibration, FindsWhatAMarginIsWorth) {
    std::vector<Seen> seen;
    for (int i = 0; i < 1000; ++i) seen.push_back({"person", 200, i % 10 < 6});
    for (int i = 0; i < 1000; ++i) seen.push_back({"person", 400, i % 10 < 9});
    std::vector<const Seen*> all;
    for (const Seen& one : seen) all.push_back(&one);
    const judge::Scale scale = scale_of(all);
    EXPECT_NEAR(200 * scale.slope / 100 + scale.offset, 41, 5) << "six of ten";
    EXPECT_NEAR(400 * scale.slope / 100 + scale.offset, 220, 5) << "nine of ten";
}

TEST(Calibration, OfOneMarginOrOfFewVerdictsStaysFinite) {
    std::vector<Seen> seen(500, Seen{"role", 460, true});
    for (std::size_t i = 0; i < 125; ++i) seen[i].right = false;
    std::vector<const Seen*> all;
    for (const Seen& one : seen) all.push_back(&one);
    const judge::Scale scale = scale_of(all);
    EXPECT_NEAR(460 * scale.slope / 100 + scale.offset, 110, 10) << "three of four";
    EXPECT_EQ(scale_of({all.begin(), all.begin() + 3}).slope, 100);
    EXPECT_EQ(scale_of({all.begin(), all.begin() + 3}, {80, 40}).offset, 40) << "what was known before stays";
}

}  // namespace
}  // namespace dateline::train
