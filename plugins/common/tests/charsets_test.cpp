#include "plugins/common/charsets.h"

#include <gtest/gtest.h>

namespace common {
namespace {

using namespace std::string_literals;

TEST(Charsets, KnowsValidUtf8) {
    const std::string text = "plain, Grüße, 東京, \U0001F600";
    EXPECT_EQ(valid_utf8(text), text.size());
    EXPECT_EQ(valid_utf8(""), 0u);
    for (const std::string& broken : {"\xC0\x80"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s, "\xF5"s, "\x80"s, "\xE6\x9D"s}) {
        EXPECT_EQ(valid_utf8("abc" + broken), 3u);
        EXPECT_EQ(valid_utf8(std::string(40, 'a') + "é" + broken + "more"), 42u);
    }
}

TEST(Charsets, ReplacesEachMaximalPartOfACharacter) {
    const Decoded decoded = repair_utf8("a\xE6\x9D" "b\xFF\xC3\xA9\xF0\x9F\x98");
    EXPECT_EQ(decoded.text, "a\uFFFDb\uFFFDé\uFFFD");
    EXPECT_EQ(decoded.replaced, 6u);
    EXPECT_EQ(decoded.charset, "UTF-8");
}

TEST(Charsets, DecodesUtf16OfBothOrders) {
    const Decoded little = decode_utf16("A\0\xE9\0q\x4E\x3D\xD8\x00\xDE"s, false);
    EXPECT_EQ(little.text, "Aé\u4E71\U0001F600");
    EXPECT_EQ(little.charset, "UTF-16LE");
    EXPECT_EQ(little.replaced, 0u);
    EXPECT_EQ(decode_utf16("\0A\0\xE9\x4Eq\xD8\x3D\xDE\x00"s, true).text, "Aé\u4E71\U0001F600");
}

TEST(Charsets, ReplacesLoneSurrogatesAndHalfUnits) {
    const Decoded decoded = decode_utf16("\xD8\x3D\0A\xDE\x00\xD8\x3D"s + "x", true);
    EXPECT_EQ(decoded.text, "\uFFFDA\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(decoded.replaced, 7u);
}

TEST(Charsets, DetectsWhatOtherTextIs) {
    // "The mayor of Düsseldorf and the café in Gütersloh" and so on, in windows-1252.
    const Decoded western = detect("Der B\xFCrgermeister von D\xFCsseldorf er\xF6" "ffnete gestern die Stra\xDF" "e; viele G\xE4ste kamen \xFC" "ber Gr\xFC\xDF" "e.");
    EXPECT_NE(western.text.find("Bürgermeister von Düsseldorf eröffnete"), std::string::npos) << western.charset;
    EXPECT_EQ(western.replaced, 0u);
    // "北京大学今天宣布" in GB 18030.
    const Decoded chinese = detect("\xB1\xB1\xBE\xA9\xB4\xF3\xD1\xA7\xBD\xF1\xCC\xEC\xD0\xFB\xB2\xBC\xA3\xAC\xB1\xB1\xBE\xA9\xB4\xF3\xD1\xA7\xBD\xF1\xCC\xEC\xD0\xFB\xB2\xBC");
    EXPECT_EQ(chinese.text.substr(0, 12), "北京大学");
    EXPECT_EQ(chinese.charset, "GB18030");
}

TEST(Charsets, RepairsUtf8ThatIsBrokenInOnePlace) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
        text += "Zürich — “Grüße” naïve café. ";
    }
    const Decoded decoded = detect(text + "\xFF" + text);
    EXPECT_EQ(decoded.charset, "UTF-8");
    EXPECT_EQ(decoded.replaced, 1u);
}

}  // namespace
}  // namespace common
