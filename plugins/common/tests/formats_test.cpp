#include "plugins/common/formats.h"

#include <gtest/gtest.h>

namespace common {
namespace {

using namespace std::string_literals;

TEST(Formats, AreNamedByTheirFirstBytes) {
    EXPECT_EQ(format_of("%PDF-1.7\n..."), "PDF");
    EXPECT_EQ(format_of("PK\x03\x04\x14\0"s), "ZIP (as DOCX, ODT and EPUB are)");
    EXPECT_EQ(format_of("\x89PNG\r\n\x1A\n\0\0"s), "PNG");
    EXPECT_EQ(format_of("\xFF\xD8\xFF\xE0\0\x10JFIF"s), "JPEG");
    EXPECT_EQ(format_of("GIF89a\x01\0\x01\0"s), "GIF");
    EXPECT_EQ(format_of("\x7F" "ELF\x02\x01"s), "ELF");
    EXPECT_EQ(format_of("\x1F\x8B\x08\0"s), "gzip");
    EXPECT_EQ(format_of("RIFF\x24\0\0\0WEBPVP8 "s), "WebP");
    EXPECT_EQ(format_of(std::string(257, '\0') + "ustar"), "tar");
    EXPECT_EQ(format_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s), "old Microsoft Office (DOC, XLS, PPT) or MSG");
}

TEST(Formats, OfLettersNeedMoreThanLetters) {
    EXPECT_EQ(format_of("BMW opened a plant in Shenyang."), "");
    EXPECT_EQ(format_of("MZ Capital was founded in 1998."), "");
    EXPECT_EQ(format_of("ID3 is a van."), "");
    EXPECT_EQ(format_of("BM\x36\0\0\0"s), "BMP");
    EXPECT_EQ(format_of(""), "");
}

TEST(Formats, OfMarkupAreNamed) {
    EXPECT_EQ(markup_of("<!DOCTYPE html><title>x</title>"), "HTML");
    EXPECT_EQ(markup_of("\n  <HTML lang=en>"), "HTML");
    EXPECT_EQ(markup_of("<?xml version=\"1.0\"?>\n<!-- a --><html xmlns=\"x\">"), "HTML");
    EXPECT_EQ(markup_of("<br />\n<b>Warning</b>: mysql"), "HTML");
    EXPECT_EQ(markup_of("<!--" + std::string(5000, ' ') + "-->\n<style>p {}</style>"), "HTML");
    EXPECT_EQ(markup_of("<b>EASTPORT</b>, 3 May"), "HTML");
    EXPECT_EQ(markup_of("<A href=x>Eastport</A> names its dean"), "HTML");
    EXPECT_EQ(markup_of("<b> and <c> are sets"), "");
    EXPECT_EQ(markup_of("<a b> </ab>"), "");
    EXPECT_EQ(markup_of("<paper> is no element"), "");
    EXPECT_EQ(markup_of("<?xml version=\"1.0\"?><rss>"), "XML");
    EXPECT_EQ(markup_of("{\\rtf1\\ansi"), "RTF");
    EXPECT_EQ(markup_of("A <b>bold</b> claim: <html> is not text"), "");
    EXPECT_EQ(markup_of("<!--"), "");
    EXPECT_EQ(markup_of(""), "");
}

TEST(Formats, AreBinaryWhenControlCharactersAbound) {
    EXPECT_FALSE(looks_binary(""));
    EXPECT_FALSE(looks_binary("Two lines\r\n\tand a form feed\f, \x1B[1mbold\x1B[0m."));
    EXPECT_FALSE(looks_binary("A text of some length with one NUL in it: \0 and no more of them, as damage leaves it."s));
    EXPECT_TRUE(looks_binary("\x01\x02\x03 abc"));
    EXPECT_TRUE(looks_binary(std::string(100, '\0')));
}

}  // namespace
}  // namespace common
