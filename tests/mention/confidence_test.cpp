#include "core/mention/confidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace dateline {
namespace {

TEST(Confidence, IsTheLogisticFunctionInHundredths) {
    for (std::int32_t score = -600; score <= 600; ++score) {
        const double exact = 100 / (1 + std::exp(-score / 100.0));
        EXPECT_NEAR(confidence_of(score), std::fmin(99, std::fmax(1, exact)), 0.5001) << score;
    }
}

TEST(Confidence, IsNeverNoneNorCertain) {
    EXPECT_EQ(confidence_of(std::numeric_limits<std::int32_t>::min()), 1);
    EXPECT_EQ(confidence_of(std::numeric_limits<std::int32_t>::max()), 99);
}

TEST(Confidence, OfThePluginComesBack) {
    for (int confidence = 1; confidence <= 99; ++confidence) {
        EXPECT_EQ(confidence_of(score_of(confidence)), confidence);
    }
    EXPECT_EQ(score_of(0), score_of(1));
    EXPECT_EQ(score_of(100), score_of(99));
}

TEST(Confidence, AboveOneHalfSpeaksInFavour) {
    EXPECT_EQ(score_of(50), 0);
    EXPECT_GT(score_of(51), 0);
    EXPECT_LT(score_of(49), 0);
}

}  // namespace
}  // namespace dateline
