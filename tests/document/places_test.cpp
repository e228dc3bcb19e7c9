// Blocks of a text found again in bytes of each kind.
#include "core/document/places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::IsEmpty;

// The bytes in which each block stands; nothing when they are not known.
std::vector<std::string> placed(const std::string& text, const std::string& bytes, const std::string& charset = "UTF-8") {
    Document document;
    document.text = text;
    document.charset = charset;
    text::analyse(document.text, document.analysis);
    place_blocks(document, bytes);
    std::vector<std::string> result;
    for (const dateline_block& block : document.analysis.blocks) {
        if (block.source_end > 0) result.push_back(bytes.substr(block.source_begin, block.source_end - block.source_begin));
    }
    return result;
}

TEST(Places, AreFoundBehindAMarkAndOverOtherLineEnds) {
    EXPECT_THAT(placed("Title\n\nÉcole.\n", "\xEF\xBB\xBFTitle\r\n\r\nÉcole.\r\n"), ElementsAre("Title", "École."));
    EXPECT_THAT(placed("Title\n\nText.\n", "Title\r\rText.\r"), ElementsAre("Title", "Text."));
    EXPECT_THAT(placed("Title\n\nTe\uFFFDt.\n", "Title\n\nTe\0t.\n"s), ElementsAre("Title", "Te\0t."s));
}

TEST(Places, AreFoundInWideCharacters) {
    EXPECT_THAT(placed("Hi\n\n😀é", "\xFF\xFEH\0i\0\r\0\n\0\r\0\n\0\x3D\xD8\x00\xDE\xE9\0"s, "UTF-16LE"), ElementsAre("H\0i\0"s, "\x3D\xD8\x00\xDE\xE9\0"s));
    EXPECT_THAT(placed("Hi\n\né", "\xFE\xFF\0H\0i\0\n\0\n\0\xE9"s, "UTF-16BE"), ElementsAre("\0H\0i"s, "\0\xE9"s));
    EXPECT_THAT(placed("Hi", "\xFF\xFE\0\0H\0\0\0i\0\0\0"s, "UTF-32LE"), ElementsAre("H\0\0\0i\0\0\0"s));
}

TEST(Places, AreFoundInCharsetsOfOneAndTwoBytes) {
    EXPECT_THAT(placed("Zürich\n\n“a”", "Z\xFCrich\r\n\r\n\x93" "a\x94", "WINDOWS-1252"), ElementsAre("Z\xFCrich", "\x93" "a\x94"));
    EXPECT_THAT(placed("学校 3\n\nend", "\xD1\xA7\xD0\xA3 3\n\nend", "GB18030"), ElementsAre("\xD1\xA7\xD0\xA3 3", "end"));
    EXPECT_THAT(placed("ｱ学\n\nend", "\xB1\x8A\x77\n\nend", "SHIFT_JIS"), ElementsAre("\xB1\x8A\x77", "end"));
}

TEST(Places, AreFoundBehindAHeader) {
    EXPECT_THAT(placed("Title\n\nText.\n", "Subject: Title of it\r\n\r\nTitle\r\n\r\nText.\r\n"), ElementsAre("Title", "Text."));
}

TEST(Places, AreFoundByWhatIsAsciiInTheFirstLine) {
    EXPECT_THAT(placed("Grüße aus Zürich.\n\nText.\n", "Subject: x\n\nGrüße aus Zürich.\n\nText.\n"), ElementsAre("Grüße aus Zürich.", "Text."));
    EXPECT_THAT(placed("Grüße aus Zürich.\n\nText.\n", "Subject: x\n\nGr\xFC\xDF""e aus Z\xFCrich.\n\nText.\n", "ISO-8859-1"), ElementsAre("Gr\xFC\xDF""e aus Z\xFCrich.", "Text."));
}

TEST(Places, AreNoneWhereTheBytesSayOtherwise) {
    EXPECT_THAT(placed("Title\n\nText.\n", "Title\n\nTe=xt.\n"), IsEmpty());
    EXPECT_THAT(placed("Title\n\nText.\n", "Title\n\nTe"), IsEmpty());
    EXPECT_THAT(placed("Title\n\nText.\n", ""), IsEmpty());
    EXPECT_THAT(placed("学校", "\x1B$B3X9;\x1B(B", "ISO-2022-JP"), IsEmpty());
    EXPECT_THAT(placed("Te\uFFFDt.\n", "\xEF\xBB\xBFTe\xC3t.\n"), IsEmpty());
}

TEST(Places, OfAReaderStay) {
    Document document;
    document.text = "Text.";
    document.analysis.blocks = {{0, 5, 0, 0, 0, 0, 100, 120}};
    place_blocks(document, "Text.");
    EXPECT_EQ(document.analysis.blocks[0].source_begin, 100u);
}

TEST(Places, AreVerbatimOnlyWhereTheBytesAreTheText) {
    Document document;
    document.text = "ab学\n\nText.";
    document.charset = "UTF-16LE";
    text::analyse(document.text, document.analysis);
    place_blocks(document, "a\0b\0\x66\x5B\n\0\n\0T\0e\0x\0t\0.\0"s);
    ASSERT_EQ(document.analysis.blocks.size(), 2u);
    EXPECT_EQ(document.analysis.blocks[0].source_end, 6u) << "not by its length: 学 has 3 bytes in the text";
    EXPECT_THAT(document.verbatim, ElementsAre(false, false));
    document.analysis.blocks = {{0, 5, 0, 0, 0, 0, 1, 6}};
    place_blocks(document, "-ab学");
    EXPECT_THAT(document.verbatim, ElementsAre(true));
    document.text = "a page";
    document.analysis.blocks = {{0, 6, 0, 0, 0, 0, 3, 9}};
    place_blocks(document, "<p>a\npage");
    EXPECT_THAT(document.verbatim, ElementsAre(true)) << "a page may break its lines anywhere";
}

TEST(Places, InAFileInsideAreTheReaders) {
    Document document;
    document.text = "Text.";
    document.parts = {"content.xml"};
    document.analysis.blocks = {{0, 5, 0, 0, 0, 1, 100, 105}};
    place_blocks(document, "Text.");
    EXPECT_THAT(document.verbatim, ElementsAre(true));
    document.analysis.blocks = {{0, 5, 0, 0, 0, 1, 0, 0}};
    place_blocks(document, "Text.");
    EXPECT_EQ(document.analysis.blocks[0].source_end, 0u) << "the bytes are not those of the file";
}

}  // namespace
}  // namespace dateline
