#include "core/evaluate/reliability.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace dateline::evaluate {
namespace {

TEST(Reliability, CountsHowManyOfATenthAreRight) {
    const Gold gold = parse_gold("⟦P|Li Na⟧ met ⟦P|Wei⟧.\n=====\npublished | -\nrole | Li Na | dean | -\n", "a.ann");
    Reliability reliability;
    reliability.add(judge(gold, R"({"entities": {"people": [{"id": "p1", "roles": [
            {"title": "dean", "organization": null, "confidence": 0.8}, {"title": "chair", "organization": null, "confidence": 0.7}],
        "mentions": [
            {"start": 0, "end": 5, "text": "Li Na", "confidence": 0.99}, {"start": 10, "end": 13, "text": "Wei", "confidence": 0.60},
            {"start": 6, "end": 9, "text": "met", "confidence": 0.69}, {"start": 0, "end": 2, "text": "Li", "confidence": 0.69}]}],
        "organizations": [{"id": "o1", "mentions": [{"start": 0, "end": 5, "text": "Li Na", "confidence": 0.5}]}]}})"));
    EXPECT_EQ(reliability.table(),
              "kind                 confidence   count    mean   right   error\n"
              "organization       0.50 to 0.59       1   0.500   0.000\n"
              "organization                all       1   0.500   0.000   0.500\n"
              "person             0.60 to 0.69       3   0.660   0.333\n"
              "person             0.90 to 0.99       1   0.990   1.000\n"
              "person                      all       4   0.743   0.500   0.248\n"
              "person.role        0.70 to 0.79       1   0.700   0.000\n"
              "person.role        0.80 to 0.89       1   0.800   1.000\n"
              "person.role                 all       2   0.750   0.500   0.450\n");
}

TEST(Reliability, RefusesWhatIsNoRecord) {
    EXPECT_THROW(judge(Gold(), "{}"), std::runtime_error);
    EXPECT_THROW(judge(Gold(), "no JSON"), std::runtime_error);
}

}  // namespace
}  // namespace dateline::evaluate
