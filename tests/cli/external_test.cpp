#include <gmock/gmock.h>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

class External : public Scratch {
protected:
    External() {
        write("bin/dateline-greet", "#!/bin/sh\nprintf '%s|' \"$@\"\nexit 7\n");
        std::filesystem::permissions(folder() / "work/bin/dateline-greet", std::filesystem::perms::all);
    }
};

TEST_F(External, RunsAProgramOfTheNameWithItsArguments) {
    const Ran ran = run("PATH=$PWD/bin:$PATH dateline greet --help 'two words' ''");
    EXPECT_EQ(ran.code, 7);
    EXPECT_EQ(ran.out, "--help|two words||");
}

TEST_F(External, DoesNotLeadOutOfTheFolders) {
    EXPECT_EQ(run("PATH=$PWD/bin:$PATH dateline ../bin/dateline-greet").code, 2);
}

TEST_F(External, OwnCommandsComeFirst) {
    write("bin/dateline-version", "#!/bin/sh\necho other\n");
    std::filesystem::permissions(folder() / "work/bin/dateline-version", std::filesystem::perms::all);
    EXPECT_THAT(run("PATH=$PWD/bin:$PATH dateline version").out, testing::StartsWith("dateline "));
}

}  // namespace
}  // namespace dateline::cli
