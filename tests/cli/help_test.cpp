#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "core/cli/options.h"
#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using testing::HasSubstr;

class Help : public Scratch {
protected:
    /// What the command prints is what tests/cli/golden has; RENEW_GOLDEN=1 writes it anew.
    void expect_golden(const std::string& command, const std::string& name) const {
        const std::string path = SOURCE_FOLDER "/tests/cli/golden/" + name + ".txt";
        const Ran ran = run(command);
        EXPECT_EQ(ran.code, 0) << ran.err;
        if (std::getenv("RENEW_GOLDEN") != nullptr) {
            std::ofstream(path) << ran.out;
        }
        std::ifstream file(path);
        EXPECT_EQ(ran.out, std::string(std::istreambuf_iterator<char>(file), {})) << path << ": RENEW_GOLDEN=1 writes it anew";
    }
};

TEST_F(Help, IsAsReviewed) {
    expect_golden("dateline --help", "general");
    expect_golden("dateline extract -h", "extract-short");
    for (const Command& command : commands()) {
        const std::string name(command.name);
        expect_golden("dateline " + name + " --help", name);
    }
}

TEST_F(Help, HelpOfACommandIsItsHelpOption) {
    EXPECT_EQ(run("dateline help extract").out, run("dateline extract --help").out);
    EXPECT_EQ(run("dateline help").out, run("dateline -h").out);
}

TEST_F(Help, GoesBeforeEverythingElse) {
    write("broken.conf", "nonsense\n");
    const Ran ran = run("dateline extract --config broken.conf --formt x --help");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("Usage: dateline extract"));
}

TEST_F(Help, NamesNoHiddenOption) {
    EXPECT_EQ(run("dateline explain --help; dateline man explain; dateline completion | grep -o 'explain).*'").out.find("json"), std::string::npos);
}

TEST_F(Help, FitsATerminalOf96Columns) {
    for (const Command& command : commands()) {
        for (const std::string& line : run("dateline " + std::string(command.name) + " --help").lines()) {
            const auto columns = std::count_if(line.begin(), line.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
            EXPECT_LE(columns, 96) << line;
        }
    }
}

TEST_F(Help, VersionIsOneLine) {
    EXPECT_THAT(run("dateline --version").out, testing::MatchesRegex("dateline [0-9]+\\.[0-9]+\\.[0-9]+\n"));
    EXPECT_EQ(run("dateline version").out, run("dateline -V").out);
}

TEST_F(Help, ManualPagesAreSoundTroff) {
    if (run("command -v groff").code != 0) {
        GTEST_SKIP() << "groff is not there";
    }
    for (const Command& command : commands()) {
        const Ran ran = run("dateline man " + std::string(command.name) + " | LC_ALL=C.UTF-8 groff -man -Tutf8 -Kutf8 -P-b -P-u -P-o -ww");
        EXPECT_EQ(ran.err, "") << command.name;
        EXPECT_THAT(ran.out, HasSubstr("EXIT STATUS"));
    }
    const Ran ran = run("dateline man | groff -man -Tutf8 -Kutf8 -P-b -P-u -P-o -ww");
    EXPECT_EQ(ran.err, "");
    EXPECT_THAT(ran.out, HasSubstr("DATELINE_PLUGIN_PATH"));
}

TEST_F(Help, EveryCommandInTheListHasAManualPageInstalled) {
    for (const Command& command : commands()) {
        const std::string page = BUILD_FOLDER "/share/man/man1/dateline-" + std::string(command.name) + ".1";
        EXPECT_EQ(std::filesystem::exists(page), !command.hidden) << page;
    }
}

}  // namespace
}  // namespace dateline::cli
