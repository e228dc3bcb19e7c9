#include "tests/pipeline/run.h"

#include <array>
#include <random>

namespace dateline::pipeline {
namespace {

using namespace std::string_view_literals;

constexpr std::array pieces = {
    "Eastport Maritime University"sv, "Li Na"sv, "Dr. O'Brien"sv, "March 21, 2024"sv, "2024-04-01"sv, "yesterday"sv, "the 1990s"sv, "President of"sv,
    "(EMU)"sv, "hereinafter referred to as"sv, "Harbour Base"sv, "Co., Ltd."sv, "unveiled"sv, "was built by"sv, "the"sv, "and"sv, "of"sv, "said"sv,
    "Air Force Base"sv, "chairman"sv, "Boss"sv, "Published: "sv, "EASTPORT, March 21 (Wire) —"sv, "\n"sv, "\n\n"sv, "\r\n"sv, "\r"sv, "\t"sv, ". "sv,
    ", "sv, "“"sv, "”"sv, "("sv, ")"sv, "["sv, "北京大学"sv, "二〇二四年"sv, "مدرسة"sv, "\u202Eright to left"sv, "e\u0301\u0301\u0301"sv, "\U0001F469\u200D\U0001F52C"sv,
    "\u00A0"sv, "\u00AD"sv, "\uFEFF"sv, "ﬁ"sv, "İI"sv, "U.S."sv, "http://example.org/a?b=c"sv, "li.na@example.org"sv, "1,000,000"sv, "31/12/99"sv, "Q3 2023"sv,
};
constexpr std::array damage = {"\0"sv, "\xFF"sv, "\xC3"sv, "\xED\xA0\x80"sv, "\xF0\x9F\x98"sv, "\x80"sv, "\x01"sv};

}  // namespace

Options with_test_plugins(const std::vector<std::string>& plugins) {
    Options options;
    options.search.named.push_back(BUILD_FOLDER "/lib/dateline/plugins/text");
    for (const std::string& name : plugins) {
        options.search.named.push_back(std::filesystem::path(BUILD_FOLDER "/tests/plugins") / name);
    }
    return options;
}

Options with_builtin_plugins() {
    Options options;
    options.search.built_in = BUILD_FOLDER "/lib/dateline/plugins";
    return options;
}

std::string Pipeline::write(std::string_view bytes, std::string_view source) {
    std::string out;
    result_ = &worker_.process(bytes, source);
    worker_.write(out);
    return out;
}

std::vector<std::string> codes(const nlohmann::json& record) {
    std::vector<std::string> result;
    for (const nlohmann::json& diagnostic : record.at("diagnostics")) {
        result.push_back(diagnostic.at("code"));
    }
    return result;
}

std::string random_bytes(std::uint32_t seed, bool damaged) {
    std::mt19937 random(seed);
    std::string bytes;
    const std::uint_fast32_t count = random() % 200;
    for (std::uint_fast32_t i = 0; i < count; ++i) {
        const bool broken = damaged && random() % 20 == 0;
        bytes += broken ? damage[random() % damage.size()] : pieces[random() % pieces.size()];
        bytes += random() % 8 == 0 ? "" : " ";
    }
    return bytes;
}

}  // namespace dateline::pipeline
