#include "plugins/people/pinyin.h"

#include <gtest/gtest.h>

namespace dateline::people {
namespace {

TEST(Pinyin, KnowsSyllables) {
    for (const char* one : {"a", "er", "wei", "na", "xing", "zhuang", "chong", "shi", "qiong", "yuan", "lv", "lyu", "nve"}) {
        EXPECT_EQ(pinyin_syllables(one), 1) << one;
    }
}

TEST(Pinyin, CutsGivenNamesOfTwoSyllables) {
    for (const char* two : {"hongxing", "congyin", "jiaxun", "xiaoyu", "zhongguo", "ruoyun", "shuangshuang"}) {
        EXPECT_EQ(pinyin_syllables(two), 2) << two;
    }
}

TEST(Pinyin, TakesAnApostropheBetweenSyllables) {
    EXPECT_EQ(pinyin_syllables("ya'nan"), 2);
    EXPECT_EQ(pinyin_syllables("zi'ang"), 2);
    EXPECT_EQ(pinyin_syllables("'an"), 0);
    EXPECT_EQ(pinyin_syllables("an'"), 0);
}

TEST(Pinyin, CountsOneWhereTwoWouldDo) { EXPECT_EQ(pinyin_syllables("xian"), 1); }

TEST(Pinyin, RefusesOtherWords) {
    for (const char* none : {"", "smith", "john", "bang kok", "fei3", "vang", "zhuangzhuangx", "qa", "ki", "xiongxiongxiong", "ng", "ä"}) {
        EXPECT_EQ(pinyin_syllables(none), 0) << none;
    }
}

}  // namespace
}  // namespace dateline::people
