#include "core/rules/value.h"

#include <gtest/gtest.h>

namespace dateline::rules {
namespace {

TEST(Value, ReadsNumbers) {
    EXPECT_EQ(number_of("12"), 12);
    EXPECT_EQ(number_of("-0.5"), -0.5);
    EXPECT_EQ(number_of("1e3"), 1000);
    for (const char* text : {"", "12 ", " 12", "1,200", "twelve", "inf", "nan", "1e999", "0x10"}) EXPECT_FALSE(number_of(text)) << text;
}

TEST(Value, SaysWhatIsWrong) {
    FieldDeclaration number, date, closed, open;
    number.kind = DATELINE_VALUE_NUMBER;
    date.kind = DATELINE_VALUE_DATE;
    closed.values = {"a"};
    EXPECT_EQ(problem_with("x", number), "is no number, such as 12 or 0.5");
    EXPECT_EQ(problem_with("2024-1", date), "is no date as records write it, such as 2024-11-03");
    EXPECT_EQ(problem_with("2024-01", date), "");
    EXPECT_EQ(problem_with("b", closed), "is not on the closed list in the manifest");
    EXPECT_EQ(problem_with("a", closed), "");
    EXPECT_EQ(problem_with("anything", open), "");
    EXPECT_EQ(problem_with(std::string(65537, 'a'), open), "is longer than 64 KiB");
}

}  // namespace
}  // namespace dateline::rules
