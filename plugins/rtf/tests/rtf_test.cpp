// RTF as a run reads it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <utility>

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

// The bytes at the place of each block of an RTF with this body.
std::vector<std::string> places(const std::string& body) {
    const std::string bytes = "{\\rtf1\\ansi\\ansicpg1252 " + body + "}";
    std::vector<std::string> result;
    for (const dateline_block& block : read(bytes).analysis.blocks) result.push_back(bytes.substr(block.source_begin, block.source_end - block.source_begin));
    return result;
}

TEST(Rtf, KnowsWhereItsBlocksStand) {
    EXPECT_THAT(places("\\pard One.\\par  Two {\\b bold}.\\par Z\\'fcrich\\par"), ElementsAre("One.", "Two {\\b bold}.", "Z\\'fcrich"));
    EXPECT_THAT(places("One{\\footnote {\\b A} note.} sentence.\\par Two\r\n lines.\\par"),
                ElementsAre("One{\\footnote {\\b A} note.} sentence.", "Two\r\n lines.", "A} note."));
    EXPECT_THAT(places("\\u-10187?\\u-9137? x\\u233?\\par"), ElementsAre("\\u-10187?\\u-9137? x\\u233"));
    EXPECT_THAT(places("\\pard\\intbl Li Na\\cell Head\\cell\\row"), ElementsAre("Li Na\\cell Head"));
}

TEST(Rtf, TellsWhichBlocksAreVerbatim) {
    EXPECT_THAT(read("{\\rtf1\\ansi\\ansicpg1252 Plain.\\par Mar\\'eda\\par Mar\xED \\{\\par}").verbatim, ElementsAre(true, false, false))
        << "the last is as long as its text, since one character grew and one shrank";
}

// What is written from the seed; the paragraphs that a reader should find.
std::string random_body(std::mt19937& random, std::vector<std::string>& paragraphs) {
    const std::vector<std::pair<std::string, std::string>> pieces = {{"Li Na ", "Li Na "},      {"\\'e9", "é"}, {"\xFC", "ü"}, {"\\u322?", "ł"}, {"\r\n", ""},
                                                                     {"\\emdash ", "—"},        {"\\{", "{"},   {"\\~", "\u00A0"}, {"opens\\b0  ", "opens "},
                                                                     {"\\u-10187?\\u-9137?", "\U0001D44F"}};
    std::string body;
    for (int paragraph = 0; paragraph < 5; ++paragraph) {
        std::string text = "P" + std::to_string(paragraph);
        body += "\\pard " + text;
        for (int i = 0; i < 8; ++i) {
            const auto& [rtf, utf8] = pieces[random() % pieces.size()];
            body += rtf;
            text += utf8;
        }
        body += "end\\par ";
        paragraphs.push_back(text + "end");
    }
    return body;
}

TEST(Rtf, ReadsTheSameFromAPlaceAlone) {
    std::mt19937 random(5);
    for (int round = 0; round < 100; ++round) {
        std::vector<std::string> paragraphs;
        const std::string body = random_body(random, paragraphs);
        const std::vector<std::string> found = places(body);
        ASSERT_EQ(found.size(), paragraphs.size()) << body;
        for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(text(" " + found[i]), paragraphs[i] + "\n") << body;
    }
}

}  // namespace
}  // namespace dateline
