#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "tests/plugin/session.h"

namespace dateline::plugin {
namespace {

std::string content(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void redirect(const std::filesystem::path& file, int descriptor) {
    const int target = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(target, descriptor);
    close(target);
}

// What a plugin prints goes to standard error; records alone go to standard output. In a process of its own.
TEST(StandardOutput, IsKeptForRecords) {
    const TemporaryFolder folder;
    const pid_t child = fork();
    if (child == 0) {
        redirect(folder.path() / "out", STDOUT_FILENO);
        redirect(folder.path() / "err", STDERR_FILENO);
        const int records = take_standard_output();
        Session session({"printer"});
        session.extract("Alpha Beta");
        const bool written = write(records, "a record\n", 9) == 9;
        std::fflush(stdout);
        _exit(written ? 0 : 1);
    }
    int status = 1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(content(folder.path() / "out"), "a record\n");
    EXPECT_THAT(content(folder.path() / "err"), testing::HasSubstr("printer: loaded\nprinter: 2 tokens\n"));
}

}  // namespace
}  // namespace dateline::plugin
