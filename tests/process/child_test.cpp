#include "core/process/child.h"

#include <gmock/gmock.h>

#include <fstream>
#include <optional>
#include <string>
#include <thread>

namespace dateline::process {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;

class ChildTest : public testing::Test {
protected:
    void start(std::vector<std::string> command) { child_.emplace(command, "/", [this](std::string_view line) { log_.emplace_back(line); }); }
    void start_script(const std::string& script) { start({"sh", "-c", script}); }
    std::string ask(const std::string& line, seconds limit = seconds(60), std::size_t most = 1u << 24) { return std::string(child_->exchange(line, limit, most)); }
    std::string problem(const std::string& line, seconds limit = seconds(60), std::size_t most = 1u << 24) {
        try {
            return "it answers " + ask(line, limit, most);
        } catch (const Failure& error) {
            return error.what();
        }
    }

    std::vector<std::string> log_;
    std::optional<Child> child_;
};

TEST_F(ChildTest, AnswersEachLineWithALine) {
    start({"cat"});
    EXPECT_EQ(ask("one"), "one");
    EXPECT_EQ(ask(""), "");
    EXPECT_EQ(ask(std::string(3'000'000, 'x')).size(), 3'000'000u);
}

TEST_F(ChildTest, RunsInItsFolderWithNothingOpenBesides) {
    start_script("read line; echo $(pwd) $(ls /proc/self/fd)");
    EXPECT_EQ(ask("?"), "/ 0 1 2 3");  // the last is ls's own
}

TEST_F(ChildTest, LogsItsStandardErrorByLines) {
    start_script("read line; echo one >&2; printf 'two\\nthree' >&2; echo done; read line; exit");
    EXPECT_EQ(ask("?"), "done");
    child_.reset();
    EXPECT_THAT(log_, ElementsAre("one", "two", "three"));
}

TEST_F(ChildTest, HasLoggedAllThatItWroteBeforeItAnswered) {
    start_script("while read line; do printf \"$line\" >&2; echo >&2; echo done; done");
    for (int time = 1; time <= 500; ++time) {
        ASSERT_EQ(ask(std::to_string(time)), "done");
        ASSERT_EQ(log_.size(), static_cast<std::size_t>(time)) << "the line is taken while it is written";
    }
}

TEST_F(ChildTest, LogsOnlySoMuchForALine) {
    start_script("read line; yes >&2 & sleep 0.2; kill $!; echo done");
    EXPECT_EQ(ask("?"), "done");
    EXPECT_EQ(log_.back(), "(more that it wrote is left out)");
    EXPECT_LT(log_.size(), 40'000u);
}

TEST_F(ChildTest, SaysThatItEnds) {
    start_script("read line; exit 3");
    EXPECT_EQ(problem("?"), "ended (exit code 3)");
    EXPECT_EQ(problem("?"), "has ended");
    start_script("read line; kill -SEGV $$");
    EXPECT_EQ(problem("?"), "crashed (SIGSEGV)");
    start_script("exit 0");
    EXPECT_EQ(problem(std::string(1'000'000, 'x')), "ended (exit code 0)");
}

TEST_F(ChildTest, EndsOneThatTakesTooLong) {
    start_script("read line; sleep 1000");
    EXPECT_EQ(problem("?", seconds(1)), "took longer than 1 s");
    start_script("sleep 1000");  // reads nothing
    EXPECT_EQ(problem(std::string(10'000'000, 'x'), seconds(1)), "took longer than 1 s");
}

TEST_F(ChildTest, RefusesWhatItWasNotAskedFor) {
    start_script("while read line; do printf 'a\\nb\\n'; done");
    EXPECT_EQ(ask("?"), "a");
    EXPECT_THAT(problem("?"), HasSubstr("wrote a line that nobody asked for: 'b"));
}

TEST_F(ChildTest, RefusesALineThatIsTooLong) {
    start_script("read line; yes | tr -d '\\n'");
    EXPECT_EQ(problem("?", seconds(60), 100'000), "answered a line longer than 100000 bytes");
}

// Whether there is such a process that has not ended, though nobody may have asked for its status yet.
bool runs(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    const std::size_t state = line.rfind(") ");
    return state != std::string::npos && line[state + 2] != 'Z';
}

TEST_F(ChildTest, EndsWithTheObjectAndAllThatItHasStarted) {
    start_script("sleep 1000 & echo $!; wait");
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    const std::string said = problem("?");
    const pid_t sleeper = static_cast<pid_t>(std::stol(said.substr(said.find('\'') + 1)));
    for (int tries = 0; tries < 100 && runs(sleeper); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_FALSE(runs(sleeper)) << said;
}

TEST_F(ChildTest, SaysWhyItCannotBeStarted) {
    const auto why = [this](const std::string& program) {
        try {
            start({program});
        } catch (const Failure& error) {
            return std::string(error.what());
        }
        return std::string("it starts");
    };
    EXPECT_EQ(why("no-such-program"), "cannot be started: no program 'no-such-program' is on the PATH");
    EXPECT_EQ(why("./etc/passwd"), "cannot be started: /./etc/passwd: Permission denied");
}

}  // namespace
}  // namespace dateline::process
