// Nothing is wrong with the plugins that dateline comes with, nor with the good ones of the tests.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/plugin/sanitized.h"
#include "tests/cli/ran.h"

namespace dateline::check {
namespace {

const std::string builtin = BUILD_FOLDER "/lib/dateline/plugins";

// An article; for a reader documents of its format.
std::string documents_for(const std::string& plugin) {
    std::string files = " " SOURCE_FOLDER "/samples/hospital-symposium.txt";
    const std::filesystem::path corpus = SOURCE_FOLDER "/tests/fuzz/corpus/" + plugin;
    if (std::filesystem::is_directory(corpus)) {
        for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
            files += " " + entry.path().string();
        }
    }
    return files;
}

// Extractors that dateline comes with know each other's types.
bool needs_others(const std::string& folder) {
    return folder.starts_with(SOURCE_FOLDER "/samples") || std::filesystem::exists(folder + "/" + std::filesystem::path(folder).filename().string() + ".lexicon");
}

class CheckFindsNothing : public cli::Scratch, public testing::WithParamInterface<std::string> {};

TEST_P(CheckFindsNothing, WrongWith) {
    if (sanitized && !GetParam().starts_with(BUILD_FOLDER "/tests")) {
        GTEST_SKIP() << "it takes too long under a sanitizer";
    }
    const std::string folder = GetParam(), program = needs_others(folder) ? "dateline" : cli::bare_dateline;
    const cli::Ran ran = run(program + " plugins check --json --jobs 1 " + folder + documents_for(std::filesystem::path(folder).filename()));
    const nlohmann::json report = nlohmann::json::parse(ran.out);
    for (const nlohmann::json& test : report["tests"]) {
        EXPECT_NE(test["state"], "failed") << test["name"] << test["findings"];
    }
    EXPECT_GT(report["passed"], 20);
    EXPECT_EQ(ran.code, 0);
}

std::vector<std::string> folders() {
    std::vector<std::string> result;
    for (const char* name : {"archive", "bases", "dates", "events", "feed", "html", "mail", "markdown", "office", "organizations", "pdf", "people", "places", "roles", "rtf", "text", "warc"}) {
        result.push_back(builtin + "/" + name);
    }
    result.push_back(SOURCE_FOLDER "/samples/plugins/awards");
    for (const char* name : {"words"}) {
        result.push_back(BUILD_FOLDER "/tests/plugins/" + std::string(name));
    }
    return result;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) { return std::filesystem::path(info.param).filename(); }

INSTANTIATE_TEST_SUITE_P(Good, CheckFindsNothing, testing::ValuesIn(folders()), test_name);

}  // namespace
}  // namespace dateline::check
