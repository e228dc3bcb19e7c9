#include "plugins/html/charset.h"

#include <gtest/gtest.h>

namespace html {
namespace {

using namespace std::string_literals;

TEST(Charset, IsDeclaredInMeta) {
    EXPECT_EQ(declared_charset("<meta charset=\"ISO-8859-1\">"), "ISO-8859-1");
    EXPECT_EQ(declared_charset("<META HTTP-EQUIV='Content-Type' content='text/html; charset=gb2312'>"), "gb2312");
    EXPECT_EQ(declared_charset("<meta content=text/html; charset = iso-8859-6 name=x>"), "iso-8859-6");
    EXPECT_EQ(declared_charset("<meta name=a content=b><title>charset=x</title>"), "");
}

TEST(Charset, OfValidUtf8IsUtf8WhateverIsDeclared) {
    EXPECT_EQ(decode_page("<meta charset=iso-8859-1>Zürich", {}).text, "<meta charset=iso-8859-1>Zürich");
    EXPECT_EQ(decode_page("\xEF\xBB\xBFZürich", "windows-1250").text, "Zürich");
}

TEST(Charset, IsWidenedAsBrowsersDo) {
    const common::Decoded decoded = decode_page(
        "<meta charset=iso-8859-1>\x93"
        "caf\xE9\x94",
        {});
    EXPECT_EQ(decoded.charset, "WINDOWS-1252");
    EXPECT_EQ(decoded.text, "<meta charset=iso-8859-1>“café”");
}

TEST(Charset, ThatIsNoneIsDetected) {
    EXPECT_EQ(decode_page("<meta charset=unicode>caf\xE9", {}).text.substr(22), "café");
    EXPECT_EQ(decode_page("<meta charset=nonsense>Der B\xFCrgermeister", {}).text.substr(23), "Der Bürgermeister");
}

TEST(Charset, KeepsPlacesOfTheSource) {
    const std::string western =
                          "a\xE9"
                          "b",
                      little =
                          "\xFF\xFE"
                          "a\0\xE9\0b\0"s;
    const common::Decoded one = decode_page("<meta charset=latin1>" + western, {}), two = decode_page(little, {});
    SourceMap first("<meta charset=latin1>" + western, one, true), second(little, two, true);
    EXPECT_EQ(first.at(one.text.find('b')), 23u);
    EXPECT_EQ(first.at(21), 21u);
    EXPECT_EQ(second.at(two.text.find('b')), 6u);
}

}  // namespace
}  // namespace html
