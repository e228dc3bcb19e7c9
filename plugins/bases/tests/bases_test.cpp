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

// Names of one base: in another language, by initials, old and new, shortened before "base".
TEST(NamesOfOneBase, AreJoined) {
    const std::pair<const char*, std::pair<const char*, const char*>> cases[] = {
        {"Pupils saw the Jinuo Upland Agroforestry Demonstration Base (基诺山示范基地) on Monday. The hall has forty beds for the students of the town, who will come back to it in the autumn of the year.", {"Jinuo Upland Agroforestry Demonstration Base", "基诺山示范基地"}},
        {"The Suyang Silk Embroidery Inheritance Base is large. The SSE Base has forty beds.", {"Suyang Silk Embroidery Inheritance Base", "SSE Base"}},
        {"The Harbour Fishery Research Base, formerly the Karrow Tuna Practice Base, is large.", {"Harbour Fishery Research Base", "Karrow Tuna Practice Base"}},
        {"The Harar Sorghum Seed Base is large. A weevil was found at the Harar base.", {"Harar Sorghum Seed Base", "Harar"}}};
    for (const auto& [text, names] : cases) {
        const nlohmann::json record = record_of(text), one = dateline::test::entity(record, "bases", names.first);
        ASSERT_FALSE(one.is_null()) << text;
        EXPECT_EQ(one, dateline::test::entity(record, "bases", names.second)) << text;
    }
}

TEST(NamesOfOneBase, OfDifferentBasesAreNot) {
    const std::pair<const char*, std::pair<const char*, const char*>> cases[] = {
        {"The Harbour Fishery Practice Base called the Karrow Tuna Practice Base for help.", {"Harbour Fishery Practice Base", "Karrow Tuna Practice Base"}},
        {"Crews of Eastport left the Harbour Fishery Practice Base and once toured the Karrow Tuna Practice Base.", {"Harbour Fishery Practice Base", "Karrow Tuna Practice Base"}},
        {"They left the Harbour Fishery Practice Base, originally with plans to fly to the Karrow Tuna Practice Base.", {"Harbour Fishery Practice Base", "Karrow Tuna Practice Base"}},
        {"The Lakeside Fishery Research Base is large. The Lake Research Base is not.", {"Lakeside Fishery Research Base", "Lake Research Base"}},
        {"The Karrow Tuna Practice Base and the Harbour Tuna Practice Base are large. The Tuna Practice Base in the north is not.", {"Karrow Tuna Practice Base", "Harbour Tuna Practice Base"}}};
    for (const auto& [text, names] : cases) {
        const nlohmann::json record = record_of(text), one = dateline::test::entity(record, "bases", names.first), other = dateline::test::entity(record, "bases", names.second);
        ASSERT_FALSE(one.is_null() || other.is_null()) << text;
        EXPECT_NE(one, other) << text;
    }
}

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

// However often two names are tied, the tie of two others behind them counts.
TEST(HostileText, ManyTiesOfTheSameNamesHideNoOther) {
    std::string text;
    for (int i = 0; i < 600; ++i) text += "Harbour Training Base was built by Eastport University. ";
    text += "Karrow Training Base was built by Lakeside University. ";
    EXPECT_THAT(dateline::test::base_facts(record_of(text)), testing::Contains("organization | Karrow Training Base | built-by | Lakeside University"));
}

}  // namespace
