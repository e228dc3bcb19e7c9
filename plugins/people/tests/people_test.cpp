#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/cases.h"
#include "tests/support/record_of.h"

namespace {

using dateline::test::Case;
using testing::ElementsAre;
using testing::ElementsAreArray;

nlohmann::json record_of(const std::string& text) {
    return dateline::test::record_of(text, {"places", "people"});
}

/// "alias | NAME | OTHER NAME | REASON", sorted.
std::vector<std::string> aliases(const nlohmann::json& record) {
    std::vector<std::string> lines;
    for (const nlohmann::json& person : record.at("entities").at("people")) {
        for (const nlohmann::json& alias : person.at("aliases")) {
            lines.push_back("alias | " + person.at("name").get<std::string>() + " | " + alias.at("name").get<std::string>() + " | " +
                            alias.at("reason").get<std::string>());
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

class People : public testing::TestWithParam<Case> {};

TEST_P(People, AreMarkedAsInTheCase) {
    EXPECT_THAT(dateline::test::marks(record_of(GetParam().text), 'P', "people"), ElementsAreArray(GetParam().mentions)) << GetParam().text;
}

TEST_P(People, HaveTheNamesOfTheCase) {
    EXPECT_THAT(aliases(record_of(GetParam().text)), ElementsAreArray(GetParam().facts)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Cases, People, testing::ValuesIn(dateline::test::read_cases(SOURCE_FOLDER "/plugins/people/tests/cases.ann")),
                         [](const auto& one) { return one.param.name; });

TEST(PeopleNames, KeepNoStateFromDocumentToDocument) {
    EXPECT_THAT(dateline::test::mentions(record_of("Margaret Holloway spoke. Holloway left."), "people"), ElementsAre("Margaret Holloway", "Holloway"));
    EXPECT_THAT(dateline::test::mentions(record_of("The Holloway was built in 1850."), "people"), ElementsAre());
}

TEST(PeopleNames, CrossNoLineBreak) {
    EXPECT_THAT(dateline::test::mentions(record_of("Present:\n\nJohn Barlow\n\nMary Whitfield\n"), "people"), ElementsAre("John Barlow", "Mary Whitfield"));
}

TEST(PeopleNames, AreFoundInAMillionCapitalisedWords) {
    std::string text;
    while (text.size() < 5'000'000) {
        text += "John Smith Will Bank President Li Wang ";
    }
    EXPECT_EQ(record_of(text).at("document").at("status"), "partial") << "the limit of mentions, not of time";
}

}  // namespace
