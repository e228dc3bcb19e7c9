// dateline_engine: options, what there is, and what is wrong with them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>
#include <vector>

#include "tests/library/sample.h"

namespace dateline {
namespace {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::StartsWith;

std::string problem_of(const Options& options) {
    try {
        const Engine engine(options);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

TEST(Engine, FindsPluginsAndTypesBesideTheLibrary) {
    const Engine engine;
    EXPECT_THAT(engine.plugins(), Contains(testing::AllOf(Field(&PluginInfo::id, "people"), Field(&PluginInfo::is_reader, false))));
    EXPECT_THAT(engine.plugins(), Contains(testing::AllOf(Field(&PluginInfo::id, "pdf"), Field(&PluginInfo::is_reader, true))));
    const std::vector<TypeInfo> types = engine.types();
    ASSERT_EQ(types.size(), 4u);
    EXPECT_EQ(types[2].name, "person");
    EXPECT_EQ(types[2].collection, "people");
    EXPECT_TRUE(types[2].is_named);
    EXPECT_FALSE(types[0].is_named);
}

TEST(Engine, GivesTheSchemaThatTheCommandPrints) {
    const Engine engine;
    EXPECT_EQ(engine.schema(), output_of(BUILD_FOLDER "/bin/dateline schema"));
    EXPECT_EQ(engine.schema(true), output_of(BUILD_FOLDER "/bin/dateline schema --strict"));
}

TEST(Engine, TakesPluginsByTheirFolders) {
    const Engine engine(Options{.plugins = {plugins_of_tests + "words"}});
    EXPECT_THAT(engine.types(), Contains(Field(&TypeInfo::name, "word")));
}

TEST(Engine, SaysWhatIsWrongWithItsOptions) {
    EXPECT_THAT(problem_of({.plugins = {plugins_of_tests + "nothing"}}), HasSubstr("the plugin 'nothing' in "));
    EXPECT_THAT(problem_of({.plugins = {"/nowhere"}}), HasSubstr("/nowhere"));
    EXPECT_THAT(problem_of({.plugin_directory = "/nowhere"}), StartsWith("the folder of plugins /nowhere is not there"));
    EXPECT_THAT(problem_of({.model = "/nowhere"}), StartsWith("the learned weights /nowhere/weights are not there"));
    EXPECT_EQ(problem_of({.settings = {"reach"}}), "a setting takes PLUGIN.NAME=VALUE, not 'reach'");
    EXPECT_THAT(problem_of({.settings = {"people.reach=2"}}), HasSubstr("no such setting"));
    EXPECT_THAT(problem_of({.lexicons = {"/nowhere.tsv"}}), HasSubstr("/nowhere.tsv"));
}

TEST(Engine, CutsASentenceThatIsTooLong) {
    const std::string problem = problem_of({.model = std::string(3000, 'm') + "ä"});
    EXPECT_THAT(problem, StartsWith("the learned weights mmm"));
    EXPECT_THAT(problem, testing::EndsWith("m…"));
    EXPECT_EQ(problem.size(), 2047u);
}

TEST(Engine, TakesOptionsOfAnOlderProgram) {
    dateline_options options{};
    options.struct_size = offsetof(dateline_options, plugins);
    options.plugins = reinterpret_cast<const char* const*>(1);  // beyond what such a program has
    dateline_engine* engine = dateline_engine_new(&options);
    EXPECT_NE(engine, nullptr) << dateline_last_error();
    dateline_engine_free(engine);
}

TEST(Engine, RefusesOptionsThatItDoesNotKnow) {
    dateline_options options{};
    EXPECT_EQ(dateline_engine_new(&options), nullptr);
    EXPECT_STREQ(dateline_last_error(), "dateline_engine_new: the options have no struct_size; set it to sizeof(dateline_options)");
    options.struct_size = sizeof options;
    options.flags = 1u << 31;
    EXPECT_EQ(dateline_engine_new(&options), nullptr);
    EXPECT_THAT(dateline_last_error(), HasSubstr("flags"));
}

TEST(Engine, FillsInAsMuchAsTheProgramKnows) {
    const Engine engine;
    dateline_type_info info{};
    info.struct_size = offsetof(dateline_type_info, collection);
    ASSERT_EQ(dateline_engine_type(engine.raw(), 0, &info), 1);
    EXPECT_STREQ(info.name, "date");
    EXPECT_EQ(info.collection, nullptr);
    EXPECT_EQ(info.struct_size, offsetof(dateline_type_info, collection));
    EXPECT_EQ(dateline_engine_type(engine.raw(), 4, &info), 0);
    EXPECT_STREQ(dateline_last_error(), "dateline_engine_type: there is no index 4, only 4 from 0");
    info.struct_size = 0;
    EXPECT_EQ(dateline_engine_type(engine.raw(), 0, &info), 0);
}

TEST(Engine, WithNullIsAnErrorAndNoCrash) {
    EXPECT_EQ(dateline_engine_schema(nullptr, 0), nullptr);
    EXPECT_STREQ(dateline_last_error(), "dateline_engine_schema: the engine is null");
    EXPECT_EQ(dateline_engine_plugin_count(nullptr), 0u);
    EXPECT_EQ(dateline_engine_plugin(nullptr, 0, nullptr), 0);
    EXPECT_EQ(dateline_engine_type_count(nullptr), 0u);
    EXPECT_EQ(dateline_engine_type(nullptr, 0, nullptr), 0);
    EXPECT_EQ(dateline_worker_new(nullptr), nullptr);
    EXPECT_STREQ(dateline_last_error(), "dateline_worker_new: the engine is null");
    dateline_engine_free(nullptr);
    EXPECT_STREQ(dateline_last_error(), "");
}

TEST(Engine, HandsOnWhatPluginsSay) {
    std::mutex mutex;
    std::vector<std::string> lines;
    Options options{.plugins = {plugins_of_tests + "talker"}, .settings = {"talker.greeting=good morning"}};
    options.log = [&](std::string_view line) {
        const std::lock_guard lock(mutex);
        lines.emplace_back(line);
        throw 1;  // is lost
    };
    Worker worker{Engine(options)};
    worker.process("Two words");
    EXPECT_THAT(lines, testing::ElementsAre("plugin talker: good morning", "plugin talker: 2 tokens"));
}

TEST(Engine, PrintsNothing) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    {
        Worker worker{Engine(Options{.plugins = {plugins_of_tests + "talker"}})};
        worker.process(article);
        worker.process_file("/nowhere");
        EXPECT_THAT(problem_of({.model = "/nowhere"}), HasSubstr("/nowhere"));
    }
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Engine, OfOneProcessNeedNotBeAlike) {
    const Engine plain;
    Worker first(plain), second{Engine(Options{.plugins = {plugins_of_tests + "words"}, .max_bytes = 10})};
    first.process(article);
    second.process("Li Na ran");
    EXPECT_THAT(std::string(first.record()), testing::Not(HasSubstr("\"words\"")));
    EXPECT_THAT(std::string(second.record()), HasSubstr("\"words\""));
    EXPECT_EQ(second.completeness(), DATELINE_COMPLETE);
    second.process(article);
    EXPECT_EQ(second.completeness(), DATELINE_UNREADABLE);
}

}  // namespace
}  // namespace dateline
