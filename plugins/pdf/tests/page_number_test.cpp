// What is a page number in the words of a line, and what only has digits.
#include "plugins/pdf/page_number.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdf {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "words 12", with an exclamation mark when the number is named.
std::vector<std::string> ways(std::string_view text) {
    std::vector<std::string> result;
    for (const Numbered& one : without_page_number(text)) result.push_back(one.words + " " + std::to_string(one.number) + (one.is_named ? "!" : ""));
    return result;
}

TEST(PageNumber, StandsByItself) {
    EXPECT_THAT(ways("12"), ElementsAre(" 12"));
    EXPECT_THAT(ways("3/12"), ElementsAre(" 3"));
    for (const char* named : {"Page 12", "page 12 of 340", "PAGE 12/340", "12 of 340", "Seite 12 von 340", "- 12 -", "–12–", "| 12 |", "第12页", "第 12 页 共 340 页", "12 | Page"}) {
        EXPECT_THAT(ways(named), testing::Contains(" 12!")) << named;
    }
}

TEST(PageNumber, StandsBeforeOrBehindARunningHead) {
    EXPECT_THAT(ways("12 Daily News"), ElementsAre("DailyNews 12"));
    EXPECT_THAT(ways("Daily News | Page 12"), ElementsAre("DailyNews 12!"));
    EXPECT_THAT(ways("Daily News\t12"), ElementsAre("DailyNews 12"));
}

TEST(PageNumber, IsNotInADateOrWithinWords) {
    for (const char* text : {"2024-03-21", "Annex 1: Statement", "Award number 1 for Li Na", "+49 30 901820-0", "", "A4", "12345"}) {
        EXPECT_THAT(ways(text), IsEmpty()) << text;
    }
}

}  // namespace
}  // namespace pdf
