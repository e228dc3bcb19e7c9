#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/pipeline/run.h"

namespace dateline::pipeline {
namespace {

using testing::HasSubstr;

TEST(Engine, RefusesAPluginThatAnOptionNamesAndThatCannotBeLoaded) {
    try {
        const Engine engine(with_test_plugins({"nothing"}));
        FAIL() << "it was loaded";
    } catch (const plugin::LoadError& error) {
        EXPECT_THAT(error.what(), HasSubstr("the plugin 'nothing' in "));
        EXPECT_THAT(error.what(), HasSubstr("does not export dateline_plugin_v1"));
    }
}

TEST(Engine, NamesExtractorsInTheOrderOfTheirIds) {
    const Engine engine(with_test_plugins({"words", "wrecker", "flood"}));
    using Named = std::pair<std::string, std::string>;
    EXPECT_THAT(engine.generator().extractors, testing::ElementsAre(Named("flood", "1.0.0"), Named("words", "1.0.0"), Named("wrecker", "1.0.0")));
    EXPECT_EQ(engine.generator().version, "0.1.0");
}

// The hash tells apart what can give different records, and nothing else.
TEST(Engine, HashesItsConfiguration) {
    const auto hash = [](auto change) {
        Options options = with_test_plugins({"words"});
        change(options);
        return Engine(options).generator().configuration;
    };
    const std::string plain = hash([](Options&) {});
    EXPECT_EQ(plain, hash([](Options& options) { options.record.pretty = true; }));
    EXPECT_EQ(plain, hash([](Options& options) { options.search.directories = {"/nowhere"}; }));
    const std::set<std::string> others = {plain, hash([](Options& options) { options.limits.max_bytes = 5; }),
                                          hash([](Options& options) { options.limits.max_mentions = 5; }),
                                          hash([](Options& options) { options.record.with_source = true; }),
                                          hash([](Options& options) { options.record.unit = text::OffsetUnit::utf_8; })};
    EXPECT_EQ(others.size(), 5u);
}

}  // namespace
}  // namespace dateline::pipeline
