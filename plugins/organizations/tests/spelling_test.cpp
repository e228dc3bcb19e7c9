#include "plugins/organizations/spelling.h"

#include <gtest/gtest.h>

namespace dateline::organizations {
namespace {

TEST(OtherSpelling, OneLetterMoreOrLess) {
    EXPECT_TRUE(is_other_spelling("deto", "detuo"));
    EXPECT_TRUE(is_other_spelling("detuo", "deto"));
}

TEST(OtherSpelling, OneLetterInPlaceOfAnother) {
    EXPECT_TRUE(is_other_spelling("gaolin", "gaolun"));
}

TEST(OtherSpelling, EqualWordsAreNone) {
    EXPECT_FALSE(is_other_spelling("detuo", "detuo"));
}

TEST(OtherSpelling, TwoLettersAreTooMany) {
    EXPECT_FALSE(is_other_spelling("deto", "detuoo"));
    EXPECT_FALSE(is_other_spelling("gaolin", "gaolab"));
}

TEST(OtherSpelling, AnotherFirstLetterIsAnotherName) {
    EXPECT_FALSE(is_other_spelling("beto", "deto"));
}

TEST(OtherSpelling, ShortWordsTellNothing) {
    EXPECT_FALSE(is_other_spelling("lin", "lan"));
    EXPECT_FALSE(is_other_spelling("", ""));
}

}  // namespace
}  // namespace dateline::organizations
