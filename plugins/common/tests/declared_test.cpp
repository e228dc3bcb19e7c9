#include "plugins/common/declared.h"

#include <gtest/gtest.h>

namespace common {
namespace {

using namespace std::string_literals;

TEST(Declared, CharsetCountsUnlessTheBytesAreUtf8) {
    EXPECT_EQ(decode_declared("Stra\xDF"
                              "e",
                              "iso-8859-1")
                  .text,
              "Straße");
    EXPECT_EQ(decode_declared("Straße", "iso-8859-1").text, "Straße");
    EXPECT_EQ(decode_declared("\x1B$B3XD9\x1B(B", "ISO-2022-JP").text, "学長");
}

TEST(Declared, CharsetYieldsToAByteOrderMark) {
    EXPECT_EQ(decode_declared("\xFF\xFEH\0i\0"s, "windows-1252").text, "Hi");
    EXPECT_EQ(decode_declared("\xEF\xBB\xBFHi", "gbk").charset, "UTF-8");
    EXPECT_TRUE(has_byte_order_mark("\xFE\xFF"));
    EXPECT_FALSE(has_byte_order_mark("Hi"));
}

TEST(Declared, CharsetHasANameInAscii) {
    EXPECT_EQ(decode_declared("Der B\xFCrgermeister", "iso-88\x9E" "59-1").charset.find('\x9E'), std::string::npos);
}

}  // namespace
}  // namespace common
