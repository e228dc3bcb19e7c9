#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// A row each of the table of exit codes; usage_test.cpp has those of wrong use.
class ExitCode : public Scratch {};

TEST_F(ExitCode, AllWell) {
    write("a.txt", "Li Na\n");
    EXPECT_EQ(run("dateline extract a.txt").code, 0);
}

TEST_F(ExitCode, AWarningIsAllWell) {
    write("a.txt", "");
    write("empty/.hidden", "");
    const Ran ran = run("dateline extract empty a.txt");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.err, "dateline: 'empty' holds no files to read\n");
    EXPECT_EQ(run("dateline extract --quiet empty a.txt").err, "");
}

TEST_F(ExitCode, AMissingFileFailsAndTheRestGoesOn) {
    write("a.txt", "Li Na\n");
    const Ran ran = run("dateline extract missing.txt a.txt");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("dateline: missing.txt: "));
    EXPECT_THAT(ran.err, HasSubstr("No such file or directory"));
    ASSERT_EQ(ran.lines().size(), 2u);
    EXPECT_EQ(json::parse(ran.lines()[0])["document"]["status"], "failed");
    EXPECT_THAT(ran.lines()[0], HasSubstr("\"document.unreadable\""));
    EXPECT_EQ(json::parse(ran.lines()[1])["document"]["status"], "complete");
}

TEST_F(ExitCode, AFullDiskFails) {
    write("a.txt", "Li Na\n");
    for (const char* command : {"extract a.txt", "text a.txt", "explain a.txt", "schema", "help", "plugins"}) {
        const Ran ran = run(std::string("dateline ") + command + " > /dev/full");
        EXPECT_EQ(ran.code, 1) << command;
        EXPECT_EQ(ran.err, "dateline: standard output cannot be written: No space left on device\n") << command;
    }
}

TEST_F(ExitCode, AClosedOutputFails) {
    write("a.txt", "Li Na\n");
    const Ran ran = run("dateline extract a.txt >&-");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("standard output"));
}

TEST_F(ExitCode, AReaderThatGoesAwayIsNoError) {
    write_many("many", 200);
    const Ran ran = run("{ dateline extract many many many many many many many many; echo $? > code; } | head -1");
    EXPECT_EQ(ran.lines().size(), 1u);
    EXPECT_EQ(read("code"), "0\n");
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(run("{ dateline help; echo $? > code; } | true").err, "");
    EXPECT_EQ(read("code"), "0\n");
}

/// Runs a command of bash's, with standard input that never ends, until it has said something; then sends the signal. The script's exit code is the command's.
std::string interrupted(const std::string& command, const std::string& signal) {
    return "mkfifo pipe; exec 3<>pipe; exec bash -c 'set -m; " + command + " > written 2> said < pipe & run=$!; "
           "until [ -s written ] || [ -s said ]; do sleep 0.02; done; kill -" + signal + " $run; wait $run'";
}

TEST_F(ExitCode, AnInterruptEndsWithWholeLines) {
    write_many("many", 500);
    std::string folders;
    for (int i = 0; i < 300; ++i) {
        folders += " many";
    }
    EXPECT_EQ(run(interrupted("dateline extract" + folders, "INT")).code, 130);
    const Ran ran{0, read("written"), ""};
    ASSERT_FALSE(ran.out.empty());
    EXPECT_LT(ran.lines().size(), 150'000u);
    EXPECT_EQ(ran.out.back(), '\n');
    EXPECT_TRUE(json::accept(ran.lines().front()));
    EXPECT_TRUE(json::accept(ran.lines().back()));
}

TEST_F(ExitCode, AnInterruptEndsTheWaitForStandardInput) {
    EXPECT_EQ(run(interrupted("dateline extract -j 1 missing.txt -", "INT")).code, 130);
}

TEST_F(ExitCode, AnInterruptEndsItInAnotherThreadToo) {
    EXPECT_EQ(run(interrupted("dateline extract -j 2 missing.txt - - - missing.txt", "INT")).code, 130);
}

TEST_F(ExitCode, TerminationIsAnInterrupt) {
    EXPECT_EQ(run(interrupted("dateline extract -j 1 missing.txt -", "TERM")).code, 130);
}

TEST_F(ExitCode, ABrokenWordListFailsTheBuild) {
    write("data/months.tsv", "# list: months\nJanuary\n");
    const Ran ran = run("dateline lexicon build data -o m.lexicon");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("months.tsv"));
    EXPECT_FALSE(std::filesystem::exists(folder() / "work/m.lexicon"));
}

}  // namespace
}  // namespace dateline::cli
