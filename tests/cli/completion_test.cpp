#include <gmock/gmock.h>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

class Completion : public Scratch {
protected:
    /// What bash offers for the last of the words.
    std::vector<std::string> offered(const std::string& words) const {
        const Ran ran = run("bash -c 'compopt() { :; }; . <(dateline completion); COMP_WORDS=(" + words +
                            "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _dateline; printf \"%s\\n\" \"${COMPREPLY[@]}\"'");
        EXPECT_EQ(ran.err, "");
        return ran.lines();
    }
};

TEST_F(Completion, OffersCommands) {
    EXPECT_THAT(offered("dateline ex"), ElementsAre("extract", "export", "explain"));
}

TEST_F(Completion, OffersOptionsOfTheCommand) {
    EXPECT_THAT(offered("dateline extract --fo"), ElementsAre("--format"));
    EXPECT_THAT(offered("dateline text --fo"), Not(Contains("--format")));
    EXPECT_THAT(offered("dateline text --he"), ElementsAre("--help"));
}

TEST_F(Completion, OffersAnOptionsWords) {
    EXPECT_THAT(offered("dateline extract --format \"\""), ElementsAre("jsonl", "json", "tsv"));
    EXPECT_THAT(offered("dateline extract -f t"), ElementsAre("tsv"));
}

TEST_F(Completion, OffersFilesWithSpaces) {
    write("a release.txt", "");
    EXPECT_THAT(offered("dateline extract a"), ElementsAre("a release.txt"));
}

TEST_F(Completion, OffersSubcommands) {
    EXPECT_THAT(offered("dateline plugins ch"), Contains("check"));
}

}  // namespace
}  // namespace dateline::cli
