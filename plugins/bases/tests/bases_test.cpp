#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/cases.h"
#include "tests/support/record_of.h"

namespace {

using dateline::test::Case;
using testing::ElementsAreArray;

nlohmann::json record_of(const std::string& text, dateline::test::Learned learned = dateline::test::Learned::no) {
    return dateline::test::record_of(text, {"places", "dates", "organizations", "people", "roles", "bases"}, learned);
}

class Bases : public testing::TestWithParam<Case> {};

TEST_P(Bases, AreMarkedAsInTheCase) {
    std::vector<std::string> expected;
    for (const std::string& mark : GetParam().mentions) {
        if (mark.front() == 'B') expected.push_back(mark);
    }
    EXPECT_THAT(dateline::test::marks(record_of(GetParam().text), 'B', "bases"), ElementsAreArray(expected)) << GetParam().text;
}

TEST_P(Bases, HaveTheFactsOfTheCase) {
    EXPECT_THAT(dateline::test::base_facts(record_of(GetParam().text)), ElementsAreArray(GetParam().facts)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Cases, Bases, testing::ValuesIn(dateline::test::read_cases(SOURCE_FOLDER "/plugins/bases/tests/cases.ann")),
                         [](const auto& one) { return one.param.name; });

// What no pattern reads, by the words around.
class LearnedFacts : public testing::TestWithParam<Case> {};

TEST_P(LearnedFacts, AreThoseOfTheCase) {
    EXPECT_THAT(dateline::test::base_facts(record_of(GetParam().text, dateline::test::Learned::yes)), ElementsAreArray(GetParam().facts)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Cases, LearnedFacts, testing::ValuesIn(dateline::test::read_cases(SOURCE_FOLDER "/plugins/bases/tests/learned.ann")),
                         [](const auto& one) { return one.param.name; });

// Pairs of bases and organizations are looked at near each other only.
TEST(HostileText, BasesAndOrganizationsWithoutEnd) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "Harbour Training Base of Eastport University was opened in 2019. ";
    EXPECT_NE(record_of(text)["document"]["status"], "failed");
}

}  // namespace
