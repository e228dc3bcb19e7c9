#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/cases.h"
#include "tests/support/record_of.h"

namespace {

using dateline::test::Case;
using nlohmann::json;
using testing::ElementsAreArray;

const std::vector<std::string> plugins{"places", "events", "dates", "organizations", "people"};

// "alias | NAME | FULLEST NAME | REASON", sorted.
std::vector<std::string> aliases(const json& record) {
    std::vector<std::string> found;
    for (const json& entity : record["entities"]["organizations"]) {
        for (const json& alias : entity["aliases"]) {
            found.push_back("alias | " + alias["name"].get<std::string>() + " | " + entity["name"].get<std::string>() + " | " +
                            alias["reason"].get<std::string>());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

class Organizations : public testing::TestWithParam<Case> {};

TEST_P(Organizations, AreThoseOfTheCase) {
    const json record = dateline::test::record_of(GetParam().text, plugins);
    EXPECT_THAT(dateline::test::marks(record, 'O', "organizations"), ElementsAreArray(GetParam().mentions)) << GetParam().text;
    EXPECT_THAT(aliases(record), ElementsAreArray(GetParam().facts)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Cases, Organizations, testing::ValuesIn(dateline::test::read_cases(SOURCE_FOLDER "/plugins/organizations/tests/cases.ann")),
                         [](const auto& one) { return one.param.name; });

class LearnedNames : public testing::TestWithParam<Case> {};

TEST_P(LearnedNames, AreThoseOfTheCase) {
    const json record = dateline::test::record_of(GetParam().text, plugins, dateline::test::Learned::yes);
    EXPECT_THAT(dateline::test::marks(record, 'O', "organizations"), ElementsAreArray(GetParam().mentions)) << GetParam().text;
}

// What the shipped weights decide, of candidates with these bounds.
INSTANTIATE_TEST_SUITE_P(Cases, LearnedNames, testing::ValuesIn(dateline::test::read_cases(SOURCE_FOLDER "/plugins/organizations/tests/learned.ann")),
                         [](const auto& one) { return one.param.name; });

std::string repeat(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        text += piece;
    }
    return text;
}

// Each would take minutes if the work grew with the square of the text.
TEST(HostileText, CapitalisedWordsWithoutEnd) {
    const json record = dateline::test::record_of(repeat("Harbour ", 200'000), plugins);
    EXPECT_NE(record["document"]["status"], "failed");
}

TEST(HostileText, NamesJoinedWithoutEnd) {
    const json record = dateline::test::record_of(repeat("Bank of Harbour and ", 50'000), plugins);
    EXPECT_NE(record["document"]["status"], "failed");
}

TEST(HostileText, BracketsWithoutEnd) {
    const json record = dateline::test::record_of(repeat("Group (", 10'000) + repeat("Co)", 10'000), plugins);
    EXPECT_NE(record["document"]["status"], "failed");
}

TEST(HostileText, DifferentBodiesWithoutEnd) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        text += "Zan" + std::string(1, static_cast<char>('a' + i % 26)) + std::string(1, static_cast<char>('a' + i / 26 % 26)) +
                std::string(1, static_cast<char>('a' + i / 676)) + " Foundation (ZF) and ";
    }
    EXPECT_NE(dateline::test::record_of(text, plugins)["document"]["status"], "failed");
}

}  // namespace
