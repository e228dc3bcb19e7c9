#include "core/text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::text {
namespace {

TEST(Utf8, AcceptsWhatIsValid) {
    for (const std::string text : {"", "plain", "Zürich", "基地", "\U0001F600", "\u00A0\uFEFF"}) {
        EXPECT_EQ(valid_prefix(text), text.size()) << text;
    }
}

TEST(Utf8, StopsAtTheFirstBadByte) {
    EXPECT_EQ(valid_prefix("ab\xFF"), 2u);
    EXPECT_EQ(valid_prefix("ab\xC3"), 2u) << "cut short";
    EXPECT_EQ(valid_prefix("\xC0\x80"), 0u) << "longer than needed";
    EXPECT_EQ(valid_prefix("a\xED\xA0\x80"), 1u) << "a surrogate";
    EXPECT_EQ(valid_prefix("a\xF4\x90\x80\x80"), 1u) << "beyond U+10FFFF";
    EXPECT_EQ(valid_prefix("a\x80"), 1u) << "a continuation byte alone";
}

TEST(Utf8, FindsBadBytesAtAnyPlace) {
    for (std::size_t at = 0; at < 70; ++at) {
        std::string text(70, 'x');
        text[at] = '\x80';
        EXPECT_EQ(valid_prefix(text), at);
    }
}

TEST(Utf8, KnowsCharacters) {
    const std::string text = "aü基\U0001F600";
    EXPECT_EQ(character_at(text, 0).code_point, U'a');
    EXPECT_EQ(character_at(text, 1).code_point, U'ü');
    EXPECT_EQ(character_at(text, 1).length, 2u);
    EXPECT_EQ(character_at(text, 3).code_point, U'基');
    EXPECT_EQ(character_at(text, 6).code_point, U'\U0001F600');
    EXPECT_TRUE(is_boundary(text, 3));
    EXPECT_FALSE(is_boundary(text, 4));
    EXPECT_TRUE(is_boundary(text, text.size()));
}

TEST(Utf8, KnowsGraphemeClusters) {
    const std::string combined = "u\u0308x";
    EXPECT_FALSE(is_grapheme_boundary(combined, 1));
    EXPECT_TRUE(is_grapheme_boundary(combined, 3));
    const std::string family = "\U0001F468\u200D\U0001F469";
    EXPECT_FALSE(is_grapheme_boundary(family, 4));
    EXPECT_FALSE(is_grapheme_boundary(family, 7));
    EXPECT_TRUE(is_grapheme_boundary("\r\n", 0));
    EXPECT_FALSE(is_grapheme_boundary("\r\n", 1));
}

struct Slow {
    std::uint64_t code_points = 0, utf_16 = 0;
};

Slow count(std::string_view text) {
    Slow result;
    for (std::size_t at = 0; at < text.size(); at += character_at(text, at).length) {
        ++result.code_points;
        result.utf_16 += character_at(text, at).code_point > 0xFFFF ? 2 : 1;
    }
    return result;
}

TEST(OffsetMap, AgreesWithCountingFromTheStart) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
        text += std::string(static_cast<std::size_t>(i % 7), 'a') + "ü基" + (i % 3 == 0 ? "\U0001F600" : "");
    }
    const OffsetMap code_points(text, OffsetUnit::code_point), utf_8(text, OffsetUnit::utf_8), utf_16(text, OffsetUnit::utf_16);
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
        if (!is_boundary(text, at)) continue;
        const Slow slow = count(std::string_view(text).substr(0, at));
        EXPECT_EQ(code_points(at), slow.code_points);
        EXPECT_EQ(utf_16(at), slow.utf_16);
        EXPECT_EQ(utf_8(at), at);
        EXPECT_EQ(code_points.byte(slow.code_points), at);
        EXPECT_EQ(utf_16.byte(slow.utf_16), at);
        EXPECT_EQ(utf_8.byte(at), at);
    }
    EXPECT_EQ(code_points.length(), count(text).code_points);
    EXPECT_EQ(utf_16.length(), count(text).utf_16);
    EXPECT_EQ(code_points.byte(1u << 30), text.size());
}

TEST(OffsetMap, IsFreeForAscii) {
    const std::string text(1000, 'x');
    const OffsetMap map(text, OffsetUnit::code_point);
    EXPECT_EQ(map(777), 777u);
    EXPECT_EQ(map.length(), 1000u);
}

}  // namespace
}  // namespace dateline::text
