#include <gmock/gmock.h>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

/// On a terminal, which `script` plays.
class Terminal : public Scratch {
protected:
    Terminal() { write("a.txt", "Li Na spoke on March 21, 2024.\n"); }

    void SetUp() override {
        if (run("command -v script").code != 0) {
            GTEST_SKIP() << "script is not there";
        }
    }

    /// What the terminal shows.
    std::string shown(const std::string& command) const {
        run("script -qec '" + command + "' screen > /dev/null < /dev/null");
        return read("screen");
    }

    /// More than fits into a pipe: while nobody reads it, the run waits, and a bar is drawn.
    std::string long_run(const std::string& options) const {
        write_many("many", 400);
        std::string command = bare_dateline + " extract " + options;
        for (int i = 0; i < 20; ++i) {
            command += " many";
        }
        return command + " missing.txt";
    }
};

const std::string explain = bare_dateline + " explain --plugin " + words_plugin + " ";

TEST_F(Terminal, ExplainHasColors) {
    EXPECT_THAT(shown(explain + "a.txt"), HasSubstr("\033["));
}

TEST_F(Terminal, NoColorIsHeeded) {
    EXPECT_THAT(shown("NO_COLOR=1 " + explain + "a.txt"), Not(HasSubstr("\033[")));
    EXPECT_THAT(shown("TERM=dumb " + explain + "a.txt"), Not(HasSubstr("\033[")));
    EXPECT_THAT(shown(explain + "--color never a.txt"), Not(HasSubstr("\033[")));
}

TEST_F(Terminal, ColorsCanBeForced) {
    EXPECT_THAT(run(explain + "--color always a.txt").out, HasSubstr("\033["));
    EXPECT_THAT(run("NO_COLOR=1 " + explain + "--color always a.txt").out, HasSubstr("\033["));
    EXPECT_THAT(run(explain + "a.txt").out, Not(HasSubstr("\033[")));
}

TEST_F(Terminal, MessagesHaveColors) {
    EXPECT_THAT(shown("dateline extract missing.txt > out"), HasSubstr("\033[1;31mdateline:\033[0m missing.txt"));
    EXPECT_THAT(shown("dateline extract --color never missing.txt > out"), Not(HasSubstr("\033[")));
}

TEST_F(Terminal, ALongRunShowsHowFarItIs) {
    const std::string screen = shown(long_run("") + " | { sleep 0.3; cat > out; }");
    EXPECT_THAT(screen, HasSubstr("/8001 documents, "));
    EXPECT_THAT(screen, HasSubstr(" left"));
    EXPECT_THAT(screen, HasSubstr("\r\033[K\033[1;31mdateline:\033[0m missing.txt"));  // wiped before the message
}

TEST_F(Terminal, IngestShowsHowFarItIs) {
    write_many("many", 4000);
    EXPECT_THAT(shown(bare_dateline + " ingest -j 1 many"), testing::AllOf(HasSubstr("/4000 documents, "), HasSubstr("\r\033[Kdateline: 4000 documents in ")));
    EXPECT_THAT(shown(bare_dateline + " ingest -q --store other.db many"), Not(HasSubstr("documents")));
}

TEST_F(Terminal, NoBarBetweenRecords) {
    EXPECT_THAT(shown(long_run("")), Not(HasSubstr(" documents, ")));
}

TEST_F(Terminal, NoBarWhenQuietOrNoTerminal) {
    EXPECT_THAT(shown(long_run("--quiet") + " | { sleep 0.3; cat > out; }"), Not(HasSubstr(" documents, ")));
    EXPECT_THAT(run(long_run("") + " | { sleep 0.3; cat > out; }").err, Not(HasSubstr(" documents, ")));
}

}  // namespace
}  // namespace dateline::cli
