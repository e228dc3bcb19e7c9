// Input that means harm: an answer in linear time, never a crash.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pipeline/run.h"
#include "tests/record/random_article.h"

namespace dateline::pipeline {
namespace {

using testing::Contains;
using testing::ElementsAre;

std::string repeat(std::string_view piece, std::size_t count) {
    std::string result;
    result.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) {
        result += piece;
    }
    return result;
}

class Hostile : public testing::TestWithParam<bool> {
protected:
    Pipeline run_{GetParam() ? with_builtin_plugins() : with_test_plugins({"words"})};

    // A record that keeps its promises, of a document that did not fail.
    nlohmann::json record(const std::string& bytes) {
        const std::string written = run_.write(bytes);
        EXPECT_EQ(record::broken_promise(written, run_.result().document.text), "");
        EXPECT_NE(run_.result().document.status, Status::failed);
        return nlohmann::json::parse(written);
    }
};

TEST_P(Hostile, LineOfFiftyMegabytesIsOverTheLimit) {
    const nlohmann::json record = run_.record(std::string(50'000'000, 'a'));
    EXPECT_EQ(record["document"]["status"], "failed");
    EXPECT_THAT(codes(record), Contains("limit.bytes"));
}

TEST_P(Hostile, WordOfEightMegabytes) { record(std::string(8u << 20, 'a')); }

TEST_P(Hostile, NestedBrackets) { record(repeat("(", 10'000) + "Alpha" + repeat(")", 10'000) + repeat("[“", 10'000)); }

TEST_P(Hostile, DatesInARow) {
    const nlohmann::json result = record(repeat("1 May ", 200'000));
    if (GetParam() && result["entities"].contains("dates")) {
        EXPECT_EQ(result["document"]["status"], "partial");
        EXPECT_THAT(codes(result), Contains("limit.mentions"));
    }
}

TEST_P(Hostile, CombiningMarksOnOneLetter) { record("Alpha e" + repeat("\u0301", 200'000) + " Beta"); }

TEST_P(Hostile, JoinedEmoji) { record(repeat("\U0001F469\u200D", 100'000)); }

TEST_P(Hostile, RightToLeft) { record(repeat("مدرسة الشرق \u202E2024-04-01\u202C ", 1000)); }

TEST_P(Hostile, OneNameAllOver) { record(repeat("Zhang Wei, Zhang Wei Zhang. ", 50'000)); }

TEST_P(Hostile, AbbreviationsInParentheses) { record(repeat("Alpha Beta Gamma Company (ABG) Co., Ltd. ", 20'000)); }

TEST_P(Hostile, LinesOfOneLetter) { record(repeat("A\n", 500'000)); }

TEST_P(Hostile, BytesThatAreNoText) {
    for (const std::string_view bytes : {"\x7F" "ELF\x02\x01\x01", "\xCA\xFE\xBA\xBE", "\xFF\xD8\xFF\xE0", "\x01\x02\x03"}) {
        const nlohmann::json record = run_.record(bytes);
        EXPECT_EQ(record["document"]["status"], "failed");
        EXPECT_THAT(codes(record), Contains("reader.none"));
    }
}

TEST_P(Hostile, MillionLinks) { record(repeat("http://a.b/c ", 200'000) + repeat("@", 200'000) + repeat("a@", 200'000)); }

INSTANTIATE_TEST_SUITE_P(Pipeline, Hostile, testing::Bool(),
                         [](const testing::TestParamInfo<bool>& builtin) { return builtin.param ? "BuiltInPlugins" : "TestPlugins"; });

}  // namespace
}  // namespace dateline::pipeline
