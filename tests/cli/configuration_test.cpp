#include <gmock/gmock.h>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using testing::HasSubstr;

class Configuration : public Scratch {
protected:
    Configuration() { write("a.txt", "Li Na\n"); }

    void expect_refused(const std::string& lines, const std::string& sentence) const {
        write("c.conf", lines);
        const Ran ran = run("dateline extract --config c.conf a.txt");
        EXPECT_EQ(ran.code, 2);
        EXPECT_EQ(ran.out, "");
        EXPECT_EQ(ran.err, "dateline: c.conf: " + sentence + "\n");
    }
};

TEST_F(Configuration, SetsWhatTheCommandLineDoesNot) {
    write("c.conf", "format = tsv\n");
    EXPECT_TRUE(run("dateline extract --config c.conf a.txt").out.starts_with("source\t"));
    EXPECT_TRUE(run("dateline extract --config c.conf --format jsonl a.txt").out.starts_with("{"));
}

TEST_F(Configuration, TheUsualFileIsRead) {
    write("../home/.config/dateline/dateline.conf", "pretty = true\n");
    EXPECT_GT(run("dateline extract a.txt").lines().size(), 10u);
    EXPECT_EQ(run("dateline extract --no-config a.txt").lines().size(), 1u);
    write("x/dateline/dateline.conf", "pretty = false\n");
    EXPECT_EQ(run("XDG_CONFIG_HOME=$PWD/x dateline extract a.txt").lines().size(), 1u);
}

TEST_F(Configuration, IsCheckedWhole) {
    expect_refused("formt = tsv\n", "unknown option 'formt'; did you mean 'format'?");
    expect_refused("format = xml\n", "option 'format' takes jsonl, json or tsv, not 'xml'");
    expect_refused("jobs = 0\n", "option 'jobs' takes a whole number from 1 on, not '0'");
    expect_refused("pretty = perhaps\n", "option 'pretty' takes true or false, not 'perhaps'");
    expect_refused("nonsense\n", "the line 'nonsense' is not of the form NAME = VALUE");
}

TEST_F(Configuration, AMissingFileThatIsNamedIsRefused) {
    const Ran ran = run("dateline extract --config nowhere.conf a.txt");
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.err, "dateline: the configuration file 'nowhere.conf' cannot be read: No such file or directory\n");
    EXPECT_EQ(run("dateline extract --config . a.txt").err, "dateline: the configuration file '.' is a folder\n");
}

TEST_F(Configuration, PathsAreMeantFromTheFilesFolder) {
    write("c/c.conf", "plugin = nowhere\n");
    EXPECT_THAT(run("dateline extract --config c/c.conf a.txt").err, HasSubstr("c/nowhere"));
}

}  // namespace
}  // namespace dateline::cli
