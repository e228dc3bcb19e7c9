#include "core/record/writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "core/record/record.h"

namespace dateline::record {
namespace {

std::string json_string(std::string_view text) {
    std::string out;
    append_json_string(text, out);
    return out;
}

TEST(JsonString, EscapesWhatJsonDemands) {
    EXPECT_EQ(json_string("a \"quoted\" \\ back\nslash\t\r"), R"("a \"quoted\" \\ back\nslash\t\r")");
    EXPECT_EQ(json_string(std::string_view("\x01\x1F\b\f", 4)), R"("\u0001\u001f\u0008\u000c")");
}

TEST(JsonString, LeavesTheRestAsItIs) {
    EXPECT_EQ(json_string(""), "\"\"");
    EXPECT_EQ(json_string("Zürich 基地 😀 / \x7F"), "\"Zürich 基地 😀 / \x7F\"");
}

TEST(JsonString, ComesBackForEveryByte) {
    for (int byte = 0; byte < 0x80; ++byte) {
        const std::string text = std::string("x") + static_cast<char>(byte) + "y";
        EXPECT_EQ(nlohmann::json::parse(json_string(text)), text) << byte;
    }
}

TEST(JsonString, OfAnyBytesIsUtf8) {
    std::string out;
    append_any_string(std::string_view("\xC3\"\0ok\xE5\x9F", 7), out);
    EXPECT_EQ(out, "\"\uFFFD\\\"\\u0000ok\uFFFD\uFFFD\"");
}

void write_sample(Writer& writer) {
    writer.open('{');
    writer.key("empty");
    writer.open('[');
    writer.close(']');
    writer.key("list");
    writer.open('[');
    writer.open('{', Writer::Layout::line);
    writer.key("a");
    writer.integer(18446744073709551615u);
    writer.key("b");
    writer.open('[');
    writer.null();
    writer.hundredths(7);
    writer.close(']');
    writer.close('}');
    writer.string("x");
    writer.close(']');
    writer.key("n");
    writer.number(0.1);
    writer.close('}');
}

TEST(Writer, IsCompactOnOneLine) {
    std::string out;
    Writer writer(out, false);
    write_sample(writer);
    EXPECT_EQ(out, R"({"empty":[],"list":[{"a":18446744073709551615,"b":[null,0.07]},"x"],"n":0.1})");
}

TEST(Writer, IndentsForPeople) {
    std::string out;
    Writer writer(out, true);
    write_sample(writer);
    EXPECT_EQ(out, "{\n  \"empty\": [],\n  \"list\": [\n    {\"a\": 18446744073709551615, \"b\": [null, 0.07]},\n    \"x\"\n  ],\n  \"n\": 0.1\n}");
}

TEST(Writer, WritesNoNumberThatJsonLacks) {
    std::string out;
    Writer writer(out, false);
    writer.open('[');
    writer.number(std::numeric_limits<double>::infinity());
    writer.number(1e300);
    writer.string_or_null("");
    writer.close(']');
    EXPECT_EQ(out, "[null,1e+300,null]");
}

}  // namespace
}  // namespace dateline::record
