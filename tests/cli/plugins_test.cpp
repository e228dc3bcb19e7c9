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
    const Ran ran = run(bare_dateline + " plugins check --only loads --only output-is-valid " + test_plugin("words"));
    EXPECT_EQ(ran.code, 0) << ran.out;
    EXPECT_EQ(ran.out, "ok      loads\nok      output-is-valid\nNothing is wrong with " + test_plugin("words") + ".\n");
}

TEST_F(Plugins, CheckReportsACrash) {
    if (sanitized) {
        GTEST_SKIP() << "the sanitizer catches the crash first";
    }
    const Ran ran = run(bare_dateline + " plugins check --only loads --only reads-bytes-that-are-no-text " + test_plugin("crashes"));
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.out, HasSubstr("wrong   reads-bytes-that-are-no-text: it crashed (SIG"));
    EXPECT_THAT(ran.out, HasSubstr("        What is asked: whatever the text, the plugin neither fails nor crashes"));
    EXPECT_THAT(ran.out, HasSubstr("One test finds something wrong with "));
}

TEST_F(Plugins, CheckOfOneTestRunsWhatItHangsOn) {
    write("p/plugin.json", "{");
    const Ran ran = run(bare_dateline + " plugins check --only same-answer-twice p");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.out, HasSubstr("wrong   manifest-can-be-used: p/plugin.json"));
    EXPECT_THAT(ran.out, HasSubstr("skipped same-answer-twice: manifest-can-be-used has to be mended first\n"));
}

TEST_F(Plugins, CheckReportsALibraryThatIsMissingOrNone) {
    write("p/plugin.json",
          R"({"manifest": 1, "id": "p", "version": "1", "interface": "1.0", "kind": "extractor", "description": "None.", "library": "p.so"})");
    EXPECT_THAT(run(bare_dateline + " plugins check p").out, HasSubstr("its library 'p/p.so' is not there"));
    write("p/p.so", "no library\n");
    EXPECT_THAT(run(bare_dateline + " plugins check p").out, HasSubstr("wrong   library-can-be-loaded: "));
}

TEST_F(Plugins, WhatIsAddedDoesNotPushABuiltInOneAside) {
    write("p/plugin.json", R"({"manifest": 1, "id": "p", "version": "1", "kind": "extractor", "description": "None.",
                               "produces": [{"type": "thing", "collection": "people", "id_prefix": "th"}]})");
    write("p/data/p.rules", "rule one: \"harbour\" => thing\n");
    const Ran ran = run("dateline plugins --plugin p");
    EXPECT_THAT(ran.out, HasSubstr("refused: the collection 'people' belongs to the plugin 'people' already; choose another"));
    EXPECT_EQ(run("echo x | dateline extract --plugin p -").code, 2);
}

TEST_F(Plugins, DataIsReadFromFilesAloneWithOrWithoutAByteOrderMark) {
    write("p/plugin.json", R"({"manifest": 1, "id": "p", "version": "1", "kind": "extractor", "description": "None.",
                               "produces": [{"type": "thing", "collection": "things", "id_prefix": "th"}]})");
    write("p/data/p.rules", "\xEF\xBB\xBFrule one: \"harbour\" => thing\n");
    EXPECT_THAT(run("echo the harbour | dateline extract --plugin p -").out, HasSubstr("\"text\":\"harbour\""));
    run("mkfifo p/data/pipe.tsv");
    EXPECT_THAT(run("echo x | dateline extract --plugin p -").err, HasSubstr("pipe.tsv: cannot be read; check that it is a file"));
}

TEST_F(Plugins, CheckReadsFilesOfTheAuthorsToo) {
    const std::string command = bare_dateline + " plugins check --only reads-its-own-examples ";
    write("mine.txt", "Li Na\n");
    EXPECT_THAT(run(command + test_plugin("words")).out, HasSubstr("skipped reads-its-own-examples: there are none"));
    EXPECT_THAT(run(command + test_plugin("words") + " mine.txt").out, HasSubstr("ok      reads-its-own-examples\n"));
    EXPECT_EQ(run(command + test_plugin("words") + " missing.txt").code, 2);
    run("cp -r " + test_plugin("words") + " words && mkdir words/tests && cp mine.txt words/tests");
    EXPECT_THAT(run(command + "words").out, HasSubstr("ok      reads-its-own-examples\n"));
}

TEST_F(Plugins, CheckWritesJson) {
    const Ran ran = run(bare_dateline + " plugins check --json --only loads --only is-fast " + test_plugin("words"));
    const nlohmann::json report = nlohmann::json::parse(ran.out);
    EXPECT_EQ(report["plugin"]["id"], "words");
    EXPECT_EQ(report["plugin"]["kind"], "extractor");
    EXPECT_EQ(report["failed"], 0);
    EXPECT_EQ(report["tool"], nullptr);
    EXPECT_EQ(report["tests"][0]["name"], "loads");
    EXPECT_EQ(report["tests"][0]["state"], "passed");
    EXPECT_EQ(report["tests"][0]["reason"], nullptr);
    EXPECT_TRUE(sanitized || report["tests"][1]["measures"]["megabytes_per_second"] > 0);
}

TEST_F(Plugins, CheckListsItsTests) {
    EXPECT_THAT(run("dateline plugins check --list").out, HasSubstr("same-answer-twice\n    the same text gives the same answer"));
    EXPECT_EQ(nlohmann::json::parse(run("dateline plugins check --list --json").out)[0]["name"], "manifest-can-be-used");
    const Ran ran = run("dateline plugins check --only same-answer-twise " + test_plugin("words"));
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("there is no test 'same-answer-twise'; did you mean 'same-answer-twice'?"));
}

TEST_F(Plugins, CheckUnderAsanFindsALeak) {
    if (sanitized || run("gcc -print-file-name=libasan.so").out.front() != '/') {
        GTEST_SKIP() << "there is no runtime of AddressSanitizer, or the program has one already";
    }
    const Ran ran = run(bare_dateline + " plugins check --asan --json --only nothing-leaks " + test_plugin("broken/leaks-documents"));
    const nlohmann::json report = nlohmann::json::parse(ran.out);
    EXPECT_EQ(report["tool"], "asan");
    EXPECT_EQ(report["tests"][0]["state"], "failed") << ran.out << ran.err;
    EXPECT_EQ(run(bare_dateline + " plugins check --asan --only nothing-leaks " + test_plugin("words")).code, 0);
}

TEST_F(Plugins, CheckUnderValgrindNamesTheError) {
    if (sanitized || run("command -v valgrind").code != 0) {
        GTEST_SKIP() << "there is no valgrind, or the program cannot run under it";
    }
    const std::string command = bare_dateline + " plugins check --valgrind --only unloads-unused --only reads-ordinary-texts ";
    const Ran ran = run(command + test_plugin("broken/leaks-documents"));
    EXPECT_THAT(ran.out, HasSubstr("wrong   reads-ordinary-texts: valgrind finds: "));
    EXPECT_THAT(ran.out, HasSubstr("ok      unloads-unused"));
    EXPECT_EQ(run(command + test_plugin("words")).code, 0);
}

TEST_F(Plugins, AFindingOfCheckIsOneLine) {
    const Ran ran = run(bare_dateline + " plugins check --only manifest-can-be-used " + test_plugin("broken/bad-manifest"));
    EXPECT_THAT(ran.out, HasSubstr("/plugin.json:8:3: 'libary' is no field of a manifest; did you mean 'library'?\n"));
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

TEST_F(Plugins, ACrashLosesNoRecordThatWasDone) {
    if (sanitized) {
        GTEST_SKIP() << "the sanitizer catches the crash first";
    }
    write("a.txt", "Li Na\n");
    write("b.txt", "Li Na\n");
    write("c.txt", "Li\uFFFDNa\n");
    const Ran ran = run(bare_dateline + " extract -j 1 --plugin " + test_plugin("crashes") + " a.txt b.txt c.txt");
    EXPECT_EQ(ran.lines().size(), 2u);
    const Ran ended = run("echo EXIT > c.txt; " + bare_dateline + " extract -j 1 --plugin " + test_plugin("crashes") + " a.txt b.txt c.txt");
    EXPECT_EQ(ended.lines().size(), 2u);
}

// The reader is slow, so that one thread is within a line when the other one crashes.
TEST_F(Plugins, ACrashCutsNoLine) {
    if (sanitized) {
        GTEST_SKIP() << "the sanitizer catches the crash first";
    }
    std::string files;
    for (int i = 10; i < 20; ++i) {
        write(std::to_string(i), std::string(200'000, 'x') + "\n");
        files += " " + std::to_string(i);
    }
    write("20", "Li\uFFFDNa\n");
    const Ran ran = run("(" + bare_dateline + " extract -j 2 --with-text --plugin " + test_plugin("crashes") + files + " 20; echo $? > code) | (sleep 1; cat)");
    EXPECT_EQ(read("code"), std::to_string(128 + SIGSEGV) + "\n");
    EXPECT_TRUE(ran.out.empty() || ran.out.back() == '\n') << ran.out.size();
}

TEST_F(Plugins, OneThatNeverReturnsIsNamedByASignalAndEndedByTheNext) {
    write("a.txt", "CHAOS-HANG\n");
    write("b.txt", "CHAOS-HANG\n");
    const Ran ran = run(bare_dateline + " extract -j 2 --plugin " + test_plugin("chaos") + " a.txt b.txt & p=$!\n"
                        "while [ $(cut -d' ' -f14 /proc/$p/stat) -lt 20 ]; do sleep 0.1; done\n"
                        "kill $p; while [ $(wc -l < ../err) -lt 2 ]; do sleep 0.1; done\n"
                        "kill $p; wait $p");
    EXPECT_EQ(ran.code, 128 + SIGTERM);
    EXPECT_THAT(ran.err, HasSubstr("dateline: waiting for the plugin 'chaos' on a.txt; a second signal (Ctrl-C or kill) ends the run at once\n"));
    EXPECT_THAT(ran.err, HasSubstr("dateline: waiting for the plugin 'chaos' on b.txt; "));
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
