#include "core/evaluate/reliability.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace dateline::evaluate {
namespace {

TEST(Reliability, CountsHowManyOfATenthAreRight) {
    const Gold gold = parse_gold("⟦P|Li Na⟧ met ⟦P|Wei⟧.\n=====\npublished | -\n", "a.ann");
    Reliability reliability;
    reliability.add(gold, R"({"entities": {"people": [{"mentions": [
        {"start": 0, "end": 5, "confidence": 0.99}, {"start": 10, "end": 13, "confidence": 0.60}, {"start": 6, "end": 9, "confidence": 0.69},
        {"start": 0, "end": 2, "confidence": 0.69}]}],
        "organizations": [{"mentions": [{"start": 0, "end": 5, "confidence": 0.5}]}]}})");
    EXPECT_EQ(reliability.table(),
              "confidence   mentions   right\n"
              "0.50 to 0.59        1    0.00\n"
              "0.60 to 0.69        3    0.33\n"
              "0.70 to 0.79        0       -\n"
              "0.80 to 0.89        0       -\n"
              "0.90 to 0.99        1    1.00\n");
}

TEST(Reliability, RefusesWhatIsNoRecord) {
    Reliability reliability;
    EXPECT_THROW(reliability.add(Gold(), "{}"), std::runtime_error);
    EXPECT_THROW(reliability.add(Gold(), "no JSON"), std::runtime_error);
}

}  // namespace
}  // namespace dateline::evaluate
