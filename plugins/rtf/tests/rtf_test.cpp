// RTF as a run reads it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/read_document.h"

namespace dateline {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const Document& read(const std::string& bytes) {
    static Reader reader("rtf");
    return reader.read(bytes);
}

std::string text(const std::string& body) { return read("{\\rtf1\\ansi\\ansicpg1252\\deff0" + body + "}").text; }

TEST(Rtf, GivesParagraphsOfItsBody) {
    EXPECT_EQ(text("{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\*\\generator Somebody;}\\pard One\r\n line.\\par Two\\line lines.\\par"),
              "One line.\n\nTwo\nlines.\n");
    EXPECT_EQ(text("a\\tab b\\emdash c\\~d\\_e\\-f\\{\\}\\\\"), "a\tb—c\u00A0d-ef{}\\\n");
}

TEST(Rtf, ReadsBytesInTheCharsetOfTheirFont) {
    EXPECT_EQ(text("Z\\'fcrich"), "Zürich\n");
    EXPECT_EQ(text("{\\fonttbl{\\f1\\fcharset238 Arial CE;}{\\f2\\fcharset128 Gothic;}}\\f1 za\\'bf\\'f3\\'b3\\'e6 {\\f2\\'93\\'fa\\'96\\'7b} \\'9c"),
              "zażółć 日本 ś\n");
    EXPECT_EQ(read("{\\rtf1\\ansi\\ansicpg1251 \\'cc\\'e8\\'f0}").text, "Мир\n");
}

TEST(Rtf, PassesOverTheFallbackOfUnicode) {
    EXPECT_EQ(text("\\u268?l\\u225\\'e1nek"), "Článek\n");
    EXPECT_EQ(text("\\uc2\\u26085\\'93\\'fa{\\uc0\\u26412}x"), "日本x\n");
    EXPECT_EQ(text("\\u-10187?\\u-9137?"), "\U0001D44F\n") << "a surrogate pair as negative numbers";
    EXPECT_EQ(text("a\\u-10187?b"), "a\uFFFDb\n");
    EXPECT_THAT(codes_of(read("{\\rtf1 a\\u-10187?b}")), Contains("rtf.invalid-characters"));
}

TEST(Rtf, KnowsHeadingsItemsAndRows) {
    const Document& document = read(
        "{\\rtf1{\\stylesheet{\\s1 heading 1;}{\\s2 Title;}}\\pard\\s2 News\\par\\pard\\s1 Why\\par\\pard\\ls1 One\\par"
        "\\pard\\intbl Li Na\\cell Head\\cell\\row\\pard Text.\\par}");
    EXPECT_THAT(blocks_of(document), ElementsAre("title: News", "heading: Why", "item: One", "row: Li Na\tHead", "paragraph: Text."));
}

TEST(Rtf, LeavesOutHiddenAndDeletedTextAndPutsNotesLast) {
    EXPECT_EQ(text("One{\\v hidden}{\\deleted gone}{\\header head}{\\footnote A note.} sentence.\\par Two.\\par"),
              "One sentence.\n\nTwo.\n\nA note.\n");
    EXPECT_EQ(text("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt here}}"), "here\n");
}

TEST(Rtf, HasTitleAndAuthorInItsInformation) {
    const Document& document = read("{\\rtf1{\\info{\\title News}{\\author Li Na}{\\operator x}{\\creatim\\yr2024}}Text.}");
    EXPECT_EQ(document.title.value, "News");
    EXPECT_EQ(document.author.value, "Li Na");
    EXPECT_EQ(document.text, "Text.\n");
}

TEST(Rtf, SaysWhenItsEndIsMissing) {
    const Document& document = read("{\\rtf1 Before{\\*\\x");
    EXPECT_EQ(document.text, "Before\n");
    EXPECT_THAT(codes_of(document), Contains("rtf.truncated"));
}

TEST(Rtf, PassesOverBinaryDataNoFurtherThanItGoes) {
    EXPECT_EQ(text("a{\\pict\\bin4 }}}}}b"), "ab\n");
    const Document& document = read("{\\rtf1 Before\\bin2147483647 {}}");
    EXPECT_EQ(document.text, "Before\n");
    EXPECT_THAT(codes_of(document), Contains("rtf.truncated"));
}

TEST(Rtf, ReadsNoGroupDeeperThanTheLimit) {
    const auto nested = [](std::size_t depth) { return "{\\rtf1 Start" + std::string(depth, '{') + "deep" + std::string(depth, '}') + " end}"; };
    EXPECT_EQ(read(nested(900)).text, "Startdeep end\n");
    const Document& document = read(nested(200000));
    EXPECT_EQ(document.text, "Start end\n");
    EXPECT_THAT(codes_of(document), Contains("rtf.limit"));
}

}  // namespace
}  // namespace dateline
