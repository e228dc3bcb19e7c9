#include "core/ingest/watch.h"

#include <gmock/gmock.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <future>

namespace dateline::ingest {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

const uid_t other_user = geteuid() == 0 ? 65534 : geteuid();

// No longer root, whom no permission keeps from anything.
struct AsOther {
    AsOther() { EXPECT_EQ(seteuid(other_user), 0); }
    ~AsOther() { EXPECT_EQ(seteuid(getuid()), 0); }
};

class Watching : public testing::Test {
protected:
    Watching() {
        std::string pattern = (fs::temp_directory_path() / "dateline-watch-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    ~Watching() override { fs::remove_all(folder_); }

    void write(const std::string& name) const { std::ofstream(folder_ / name) << name; }
    /// A file that nobody has written to of late.
    void write_old(const std::string& name) const {
        write(name);
        fs::last_write_time(folder_ / name, fs::file_time_type::clock::now() - std::chrono::hours(1));
    }
    /// The names of the files that are ready next; none after so long.
    std::vector<std::string> next(Watch& watch, std::chrono::milliseconds patience = std::chrono::seconds(20)) const {
        std::atomic<bool> stop = false;
        auto files = std::async(std::launch::async, [&] { return watch.wait(stop); });
        if (files.wait_for(patience) == std::future_status::timeout) {
            stop = true;
        }
        std::vector<std::string> names;
        for (const pipeline::Input& input : files.get()) {
            names.push_back(fs::path(input.path).lexically_relative(folder_).string());
        }
        return names;
    }

    fs::path folder_;
};

TEST_F(Watching, BeginsWithWhatIsThere) {
    write_old("a");
    fs::create_directory(folder_ / "d");
    write_old("d/b");
    write_old(".hidden");
    Watch watch({folder_.string()});
    EXPECT_THAT(next(watch), ElementsAre("a", "d/b"));
    EXPECT_THAT(next(watch, std::chrono::milliseconds(200)), IsEmpty());
}

TEST_F(Watching, AFileThatChangedOfLateWaits) {
    write("a");
    Watch watch({folder_.string()});
    EXPECT_THAT(next(watch, std::chrono::milliseconds(300)), IsEmpty());
    EXPECT_THAT(next(watch), ElementsAre("a"));
}

TEST_F(Watching, AHalfWrittenFileWaitsUntilItIsClosed) {
    Watch watch({folder_.string()});
    std::ofstream file(folder_ / "a");
    file << "half" << std::flush;
    EXPECT_THAT(next(watch, std::chrono::milliseconds(2500)), IsEmpty());
    file.close();
    EXPECT_THAT(next(watch), ElementsAre("a"));
}

// As programs do that want no half-written file ever to be seen. Nobody closes it under its name.
TEST_F(Watching, AFileThatIsWrittenBeforeItHasANameIsTaken) {
    Watch watch({folder_.string()});
    const int file = open(folder_.c_str(), O_TMPFILE | O_WRONLY, 0644);
    if (file < 0) GTEST_SKIP() << "this file system has no files without a name";
    ASSERT_EQ(::write(file, "x", 1), 1);
    const std::string itself = "/proc/self/fd/" + std::to_string(file);
    ASSERT_EQ(linkat(AT_FDCWD, itself.c_str(), AT_FDCWD, (folder_ / "a").c_str(), AT_SYMLINK_FOLLOW), 0);
    EXPECT_THAT(next(watch), ElementsAre("a"));
    close(file);
}

TEST_F(Watching, AFileThatIsMovedHereIsWhole) {
    const fs::path other = folder_.string() + ".other";
    std::ofstream(other) << "x";
    Watch watch({folder_.string()});
    fs::rename(other, folder_ / "a");
    EXPECT_THAT(next(watch), ElementsAre("a"));
}

TEST_F(Watching, ALinkIsWhole) {
    write_old("a");
    Watch watch({folder_.string()});
    next(watch);
    fs::create_hard_link(folder_ / "a", folder_ / "b");
    EXPECT_THAT(next(watch), ElementsAre("b"));
}

TEST_F(Watching, NewFoldersAreWatchedToo) {
    Watch watch({folder_.string()});
    fs::create_directories(folder_ / "x/y");
    write("x/y/a");
    EXPECT_THAT(next(watch), ElementsAre("x/y/a"));
    write("x/y/b");
    EXPECT_THAT(next(watch), ElementsAre("x/y/b"));
}

TEST_F(Watching, FoldersThatCannotBeListedAreToldAndTheOthersWatched) {
    fs::create_directory(folder_ / "x");
    write_old("x/a");
    for (const fs::path& folder : {folder_, folder_ / "x"}) {
        ASSERT_EQ(chown(folder.c_str(), other_user, other_user), 0);
    }
    const AsOther other;
    fs::permissions(folder_ / "x", fs::perms::none);
    Watch watch({folder_.string()});
    EXPECT_THAT(next(watch), ElementsAre("x"));
    write("b");
    EXPECT_THAT(next(watch), ElementsAre("b"));
    fs::permissions(folder_ / "x", fs::perms::owner_all);
    EXPECT_THAT(next(watch), ElementsAre("x/a"));
}

TEST_F(Watching, AFileThatIsWrittenAgainComesAgain) {
    write_old("a");
    Watch watch({folder_.string()});
    EXPECT_THAT(next(watch), ElementsAre("a"));
    write("a");
    EXPECT_THAT(next(watch), ElementsAre("a"));
}

TEST_F(Watching, NothingIsLostWhenEventsAre) {
    Watch watch({folder_.string()});
    {
        std::ofstream a(folder_ / "a"), b(folder_ / "b");
        for (int i = 0; i < 20'000; ++i) {  // more than the system keeps
            a << 'x' << std::flush;
            b << 'x' << std::flush;
        }
    }
    std::vector<std::string> names = next(watch);
    if (names.size() == 1) {  // one was due a moment before the other
        names.push_back(next(watch).at(0));
    }
    EXPECT_THAT(names, ElementsAre("a", "b"));
}

TEST_F(Watching, AFileThatIsGoneAgainIsNoMatter) {
    Watch watch({folder_.string()});
    write("a");
    fs::remove(folder_ / "a");
    EXPECT_THAT(next(watch, std::chrono::milliseconds(300)), IsEmpty());
}

TEST_F(Watching, EndsWhenTheFolderIsGone) {
    Watch watch({folder_.string()});
    fs::remove_all(folder_);
    EXPECT_THROW(next(watch), std::runtime_error);
    EXPECT_THROW(Watch({folder_.string()}), std::runtime_error);
}

}  // namespace
}  // namespace dateline::ingest
