#include "core/mention/name.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

std::string white_space_folded(std::string_view text) {
    std::string out;
    fold_white_space(text, out);
    return out;
}

std::string name_folded(std::string_view text) {
    std::string out;
    fold_name(text, out);
    return out;
}

TEST(Names, HaveOneSpaceBetweenWords) {
    EXPECT_EQ(white_space_folded("  East China\r\n\t Normal University "), "East China Normal University");
    EXPECT_EQ(white_space_folded("He\u00A0Jiaxun"), "He Jiaxun");
    EXPECT_EQ(white_space_folded("a\u0085b\u1680c\u2003d\u2028e\u202Ff\u205Fg\u3000h"), "a b c d e f g h");
}

TEST(Names, KeepWhatOnlyLooksLikeWhiteSpace) {
    EXPECT_EQ(white_space_folded("é\u200Bè\u2010\u00B7\u3001\u1681"), "é\u200Bè\u2010\u00B7\u3001\u1681");
}

TEST(Names, OfWhiteSpaceAreEmpty) {
    EXPECT_EQ(white_space_folded(""), "");
    EXPECT_EQ(white_space_folded(" \u3000\n"), "");
}

TEST(Names, AreTheSameInAnyCaseAndSpacing) {
    EXPECT_EQ(name_folded("SUZHOU Xiangda Co.,Ltd."), name_folded("Suzhou\nXiangda\u00A0Co., Ltd."));
    EXPECT_NE(name_folded("Suzhou Xiangda"), name_folded("Suzhou Xiangdo"));
}

TEST(Names, AreTheSameWhereMarkupIsLeft) {
    EXPECT_EQ(name_folded("Harbour &amp; Sons"), name_folded("Harbour & Sons"));
    EXPECT_NE(name_folded("Harbour&amp;Sons"), name_folded("Harbour Sons"));
}

}  // namespace
}  // namespace dateline
