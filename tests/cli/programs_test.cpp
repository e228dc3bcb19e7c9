// Plugins that are programs, as a run has them.
#include <gmock/gmock.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "core/plugin/sanitized.h"
#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

class Programs : public Scratch {
protected:
    // The plugin of `dateline plugins new tickets`, in Python.
    void make() const {
        const Ran ran = run("dateline plugins new tickets --type ticket --language python");
        ASSERT_EQ(ran.code, 0) << ran.err;
        write("a.txt", "Please see ticket AB-1234 for the details.\n");
        write("b.txt", "Über ticket CD-5.\n");
    }
    // The same with this in its extract.
    void make(const std::string& body) const {
        make();
        write("tickets/plugin.py", "import os, sys, time\nfrom dateline_plugin import Mention, run\n\ndef extract(document):\n" + body + "\n\nrun(extract)\n");
    }
    Ran extract(const std::string& rest) const { return run(bare_dateline + " extract --plugin tickets " + rest); }
};

nlohmann::json record(const Ran& ran, std::size_t index = 0) { return nlohmann::json::parse(ran.lines().at(index)); }

TEST_F(Programs, FindWhatTheirExamplesShow) {
    make();
    const Ran tested = run("dateline plugins test tickets");
    EXPECT_EQ(tested.code, 0) << tested.out << tested.err;
    EXPECT_THAT(tested.out, HasSubstr("All 3 examples pass (the plugin in tickets).\n"));
}

TEST_F(Programs, GiveMentionsInTheirPlacesWithReasons) {
    make();
    const Ran ran = extract("b.txt");
    EXPECT_EQ(ran.code, 0) << ran.err;
    const nlohmann::json ticket = record(ran)["entities"]["tickets"][0];
    EXPECT_EQ(ticket["code"], "CD5");
    EXPECT_EQ(ticket["mentions"][0]["start"], 12);
    EXPECT_EQ(ticket["mentions"][0]["rule"], "tickets/after-word");
    EXPECT_THAT(run(bare_dateline + " explain --plugin tickets --why CD-5 b.txt").out, HasSubstr("stands after “ticket”"));
}

TEST_F(Programs, RunAlsoIsolatedAndInManyThreads) {
    make();
    write_many("many", 30);
    const std::string plain = extract("-j 1 a.txt b.txt many").out;
    EXPECT_EQ(extract("-j 4 a.txt b.txt many").out, plain);
    const Ran isolated = extract("-j 2 --isolate a.txt b.txt many");
    EXPECT_EQ(isolated.out, plain) << isolated.err;
}

TEST_F(Programs, RelateDecidedMentions) {
    make();
    write("tickets/plugin.py",
          "from dateline_plugin import Diagnostic, run\n\ndef relate(document):\n    yield Diagnostic('info', 'seen', ' '.join(document.text[m.begin:m.end] for m in "
          "document.mentions))\n\nrun(relate=relate)\n");
    EXPECT_THAT(run("echo 'Dr. Li Na spoke.' | dateline extract --plugin tickets -").out, HasSubstr(R"("code":"tickets.seen","message":"Li Na")"));
}

TEST_F(Programs, ThatFailCostTheirPartOfOneDocument) {
    make("    if 'Über' in document.text: raise ValueError('no good')\n    yield Mention(0, 4, 'ticket', 'first', confidence=0.9, code='x')");
    for (const char* isolate : {"", "--isolate "}) {
        const Ran ran = extract(std::string("-j 1 ") + isolate + "a.txt b.txt a.txt");
        EXPECT_EQ(record(ran, 0)["document"]["status"], "complete") << ran.err;
        EXPECT_EQ(record(ran, 1)["diagnostics"][0]["code"], "plugin.failed");
        EXPECT_EQ(record(ran, 1)["diagnostics"][0]["message"], "The plugin 'tickets' failed: its program 'python3' reports: ValueError: no good (plugin.py, line 5).");
        EXPECT_EQ(record(ran, 2)["document"]["status"], "complete") << ran.err;
    }
}

TEST_F(Programs, MayReturnOneMention) {
    make("    return Mention(0, 6, 'ticket', 'first', confidence=0.9, code='x')");
    EXPECT_EQ(record(extract("a.txt"))["entities"]["tickets"][0]["code"], "x");
}

TEST_F(Programs, AreToldWhatTheyMayHaveMeant) {
    make("    yield Mention(0, 6, 'ticket', 'first', confidence=0.9, cod='x')");
    EXPECT_EQ(record(extract("a.txt"))["diagnostics"][0]["message"],
              "The plugin 'tickets' failed: its program 'python3' answered with a mention whose 'attributes' nobody declares: 'cod'; did you mean 'code'?");
}

TEST_F(Programs, ThatEndAreStartedAgain) {
    make("    if 'Über' in document.text: os._exit(7)\n    yield Mention(0, 4, 'ticket', 'first', confidence=0.9, code='x')");
    for (const char* isolate : {"", "--isolate "}) {
        const Ran ran = extract(std::string("-j 1 ") + isolate + "b.txt a.txt b.txt a.txt");
        EXPECT_EQ(record(ran, 0)["diagnostics"][0]["message"], "The plugin 'tickets' failed: its program 'python3' ended (exit code 7).");
        EXPECT_EQ(record(ran, 1)["document"]["status"], "complete") << ran.err;
        EXPECT_EQ(record(ran, 2)["document"]["status"], "partial");
        EXPECT_EQ(record(ran, 3)["document"]["status"], "complete") << ran.err;
    }
}

TEST_F(Programs, ThatHangAreEnded) {
    make("    time.sleep(1000)");
    nlohmann::json manifest = nlohmann::json::parse(read("tickets/plugin.json"));
    manifest["limits"] = {{"seconds", 1}};
    write("tickets/plugin.json", manifest.dump());
    for (const char* isolate : {"", "--isolate "}) {
        EXPECT_EQ(record(extract(isolate + std::string("a.txt")))["diagnostics"][0]["message"], "The plugin 'tickets' failed: its program 'python3' took longer than 1 s.");
    }
}

TEST_F(Programs, AreWaitedForByCheckAsLongAsByARun) {
    make("    if 'harbour' in document.text: time.sleep(6)\n    return []");
    const Ran ran = run(bare_dateline + " plugins check --only reads-its-own-examples tickets");
    EXPECT_EQ(ran.code, 0) << ran.out;
}

TEST_F(Programs, MayPrintWhatTheyLike) {
    make("    print('hello', document.language)\n    os.system('echo from outside')\n    return []");
    const Ran ran = extract("a.txt");
    EXPECT_EQ(record(ran)["document"]["status"], "complete");
    EXPECT_THAT(ran.err, HasSubstr("dateline: plugin tickets: hello"));
    EXPECT_THAT(ran.err, HasSubstr("dateline: plugin tickets: from outside\n"));
}

TEST_F(Programs, SubmitNothingThatTheHostRefuses) {
    make("    yield Mention(0, 9999, 'ticket', 'first', confidence=0.9, code='x')\n    yield Mention(0, 6, 'ticket', 'first', confidence=0.9, code=7)");
    const nlohmann::json all = record(extract("a.txt"));
    ASSERT_EQ(all["diagnostics"].size(), 2);
    EXPECT_EQ(all["diagnostics"][0]["code"], "plugin.invalid-output");
    EXPECT_THAT(all["diagnostics"][1]["message"].get<std::string>(), HasSubstr("the value of 'code' is a number, which the manifest does not say"));
    EXPECT_TRUE(all["entities"]["tickets"].empty());
}

TEST_F(Programs, ThatCannotBeStartedSaySoInEachRecord) {
    make();
    nlohmann::json manifest = nlohmann::json::parse(read("tickets/plugin.json"));
    manifest["command"] = {"no-such-python", "plugin.py"};
    write("tickets/plugin.json", manifest.dump());
    const Ran ran = extract("-j 1 a.txt b.txt");
    for (const std::size_t index : {0, 1}) {
        EXPECT_EQ(record(ran, index)["diagnostics"][0]["message"],
                  "The plugin 'tickets' failed: its program 'no-such-python' cannot be started: no program 'no-such-python' is on the PATH.");
    }
}

TEST_F(Programs, CannotOpenOtherFilesWhenIsolated) {
    make("    try: open('/etc/passwd').read()\n    except OSError as error: print(type(error).__name__)\n    return []");
    const Ran ran = extract("--isolate a.txt");
    if (ran.err.find("Landlock") != std::string::npos) {
        GTEST_SKIP() << "this kernel has no Landlock";
    }
    EXPECT_THAT(ran.err, HasSubstr("PermissionError"));
}

TEST_F(Programs, EndWithTheRunHoweverItEnds) {
    make("    print(os.getpid())\n    time.sleep(1000)");
    const Ran ran = run(bare_dateline +
                        " extract --plugin tickets a.txt 2>log & run=$!; until grep -q tickets: log; do sleep 0.1; done; kill -KILL $run; wait $run; sleep 0.5\n"
                        "ps -o stat= -p \"$(sed 's/.*: //' log)\" | grep -qv Z && echo runs || echo gone");
    EXPECT_THAT(ran.out, testing::EndsWith("gone\n"));
}

TEST_F(Programs, HaveAManifestThatSaysWhatTheyAre) {
    make();
    nlohmann::json manifest = nlohmann::json::parse(read("tickets/plugin.json"));
    const auto refused = [&](const char* field, const nlohmann::json& value) {
        nlohmann::json other = manifest;
        other[field] = value;
        write("tickets/plugin.json", other.dump());
        return extract("a.txt").err;
    };
    EXPECT_THAT(refused("library", "tickets.so"), HasSubstr("'library' has no meaning beside 'command'"));
    EXPECT_THAT(refused("command", nlohmann::json::array()), HasSubstr("'command' must begin with the name of a program"));
    EXPECT_THAT(refused("command", {"python3", 1}), HasSubstr("'command' must be an array of strings"));
    EXPECT_THAT(refused("kind", "reader"), HasSubstr("'library' is missing; a reader needs one"));
    write("tickets/data/tickets.rules", "rule x: => y\n");
    EXPECT_THAT(refused("version", "2"), HasSubstr("tickets.rules:1:"));
}

}  // namespace
}  // namespace dateline::cli
