#include "plugins/common/language.h"

#include <gtest/gtest.h>

namespace common {
namespace {

TEST(Language, IsKeptWithoutItsRegion) {
    EXPECT_EQ(plain_language("de-DE"), "de");
    EXPECT_EQ(plain_language(" en_us\n"), "en");
    EXPECT_EQ(plain_language("yue"), "yue");
}

TEST(Language, ChineseKeepsItsScript) {
    EXPECT_EQ(plain_language("zh-TW"), "zh-Hant");
    EXPECT_EQ(plain_language("zh-Hant-HK"), "zh-Hant");
    EXPECT_EQ(plain_language("zh-CN"), "zh");
}

TEST(Language, ThatIsNoneIsEmpty) {
    for (const char* tag : {"", "-", "e", "english", "e1-us", "en-", "rss_2.0.channel.language", "und", "mul"}) EXPECT_EQ(plain_language(tag), "") << tag;
}

}  // namespace
}  // namespace common
