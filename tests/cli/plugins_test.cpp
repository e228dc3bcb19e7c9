#include <gmock/gmock.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "core/plugin/sanitized.h"
#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using testing::HasSubstr;

class Plugins : public Scratch {
protected:
    static std::string test_plugin(const std::string& name) { return BUILD_FOLDER "/tests/plugins/" + name; }
};

TEST_F(Plugins, ListsWhatIsThere) {
    const Ran ran = run("dateline plugins --plugin " + test_plugin("words"));
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.out, HasSubstr("words 1.0.0  extractor\n    in " + test_plugin("words") +
                                   " (--plugin)\n    Marks words with a capital.\n    produces word\n"));
    EXPECT_THAT(ran.out, HasSubstr("text 0.1.0  reader\n"));
}

TEST_F(Plugins, SaysWhyOneIsHiddenOrRefused) {
    write("p/plugin.json", "{");
    const Ran ran = run("DATELINE_PLUGIN_PATH=" BUILD_FOLDER "/tests/plugins:. dateline plugins --plugin " + test_plugin("words"));
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.out, HasSubstr("words 1.0.0  hidden: 'words' is taken from " + test_plugin("words")));
    EXPECT_THAT(ran.out, HasSubstr("  refused: ./p/plugin.json"));
}

TEST_F(Plugins, WritesJson) {
    const nlohmann::json all = nlohmann::json::parse(run("dateline plugins --json --plugin " + test_plugin("words")).out);
    const auto words = std::find_if(all.begin(), all.end(), [](const nlohmann::json& one) { return one["id"] == "words"; });
    ASSERT_NE(words, all.end());
    EXPECT_EQ((*words)["state"], "usable");
    EXPECT_EQ((*words)["produces"][0]["collection"], "words");
    EXPECT_EQ((*words)["reason"], nullptr);
}

TEST_F(Plugins, CheckFindsNothingWrongWithAGoodOne) {
    const Ran ran = run(bare_dateline + " plugins check " + test_plugin("words"));
    EXPECT_EQ(ran.code, 0) << ran.out;
    EXPECT_THAT(ran.out, HasSubstr("ok      loads\nok      reads an ordinary press release\n"));
    EXPECT_THAT(ran.out, HasSubstr("ok      gives the same answers in two threads at a time, in another order\n"));
    EXPECT_THAT(ran.out, HasSubstr("Nothing is wrong with "));
    EXPECT_EQ(ran.out.find("wrong "), ran.out.rfind("wrong "));
}

TEST_F(Plugins, CheckReportsACrash) {
    if (sanitized) {
        GTEST_SKIP() << "the sanitizer catches the crash first";
    }
    const Ran ran = run(bare_dateline + " plugins check " + test_plugin("crashes"));
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.out, HasSubstr("wrong   reads NUL characters: it crashed: "));
    EXPECT_THAT(ran.out, HasSubstr("One thing is wrong with "));
}

TEST_F(Plugins, CheckReportsAnotherAnswerToTheSameText) {
    const Ran ran = run(bare_dateline + " plugins check " + test_plugin("remembers"));
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.out, HasSubstr("it answers otherwise when it reads the same text once more"));
}

TEST_F(Plugins, CheckReportsABadManifestAndAMissingLibrary) {
    write("p/plugin.json", "{");
    EXPECT_THAT(run(bare_dateline + " plugins check p").out, HasSubstr("wrong   has a manifest that can be used: p/plugin.json"));
    write("p/plugin.json",
          R"({"manifest": 1, "id": "p", "version": "1", "interface": "1.0", "kind": "extractor", "description": "None.", "library": "p.so"})");
    const Ran ran = run(bare_dateline + " plugins check p");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.out, HasSubstr("its library 'p/p.so' is not there"));
}

TEST_F(Plugins, CheckReportsALibraryThatIsNone) {
    write("p/plugin.json",
          R"({"manifest": 1, "id": "p", "version": "1", "interface": "1.0", "kind": "extractor", "description": "None.", "library": "p.so"})");
    write("p/p.so", "no library\n");
    EXPECT_THAT(run(bare_dateline + " plugins check p").out, HasSubstr("wrong   loads: the plugin 'p' in p cannot be loaded: "));
}

TEST_F(Plugins, CheckReadsFilesOfTheAuthorsToo) {
    write("mine.txt", "Li Na\n");
    EXPECT_THAT(run(bare_dateline + " plugins check " + test_plugin("words") + " mine.txt").out, HasSubstr("ok      reads mine.txt\n"));
    EXPECT_EQ(run(bare_dateline + " plugins check " + test_plugin("words") + " missing.txt").code, 2);
}

TEST_F(Plugins, ACrashInARunNamesPluginAndDocument) {
    if (sanitized) {
        GTEST_SKIP() << "the sanitizer catches the crash first";
    }
    write("a.txt", "Li Na\n");
    write("b.txt", "Li\uFFFDNa\n");
    const Ran ran = run(bare_dateline + " extract -j 1 --plugin " + test_plugin("crashes") + " a.txt b.txt");
    EXPECT_EQ(ran.code, 128 + SIGSEGV);
    EXPECT_THAT(ran.err, testing::StartsWith(
                             "dateline: the plugin 'crashes' crashed on b.txt and ended the run; try it with 'dateline plugins check FOLDER'\n"));
    EXPECT_TRUE(ran.out.empty() || ran.out.back() == '\n');
}

TEST_F(Plugins, ThatEndTheProgramAreNamedAndTheExitCodeTells) {
    write("a.txt", "Li Na\n");
    write("b.txt", "EXIT now\n");
    const Ran ran = run(bare_dateline + " extract -j 1 --plugin " + test_plugin("crashes") + " a.txt b.txt");
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.err, "dateline: the plugin 'crashes' called exit on b.txt and ended the run; try it with 'dateline plugins check FOLDER'\n");
}

TEST_F(Plugins, AnIsolatedOneMayCrashOrEndItsProcess) {
    write("a.txt", "Li Na\n");
    write("b.txt", "Li\uFFFDNa\n");
    write("c.txt", "EXIT now\n");
    const Ran ran = run(bare_dateline + " extract -j 1 --isolate --plugin " + test_plugin("crashes") + " a.txt b.txt c.txt");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 3);
    EXPECT_THAT(ran.err, HasSubstr("b.txt is partial: The plugin 'crashes' failed: it "));
    EXPECT_THAT(ran.err, HasSubstr("c.txt is partial: The plugin 'crashes' failed: it ended its process (exit code 1)."));
    EXPECT_THAT(ran.err, testing::Not(HasSubstr("ended the run")));
}

TEST_F(Plugins, SchemaHasTheirTypes) {
    const Ran ran = run("dateline schema --plugin " + test_plugin("words"));
    EXPECT_TRUE(nlohmann::json::parse(ran.out)["$defs"]["entities"]["properties"].contains("words"));
    EXPECT_NE(run("dateline schema --strict").out, run("dateline schema").out);
}

}  // namespace
}  // namespace dateline::cli
