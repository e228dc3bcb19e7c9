#include "core/store/open.h"

#include <gmock/gmock.h>

#include <fstream>

#include "tests/store/attempt.h"

namespace dateline::store {
namespace {

using testing::HasSubstr;

class Opening : public Stores {
protected:
    std::string problem(Access access) const {
        try {
            open(path_, access);
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }
};

TEST_F(Opening, AStoreToReadMustBeThere) {
    EXPECT_THAT(problem(Access::read), HasSubstr("there is no store"));
    EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(Opening, MakesAStoreAndOpensItAgain) {
    EXPECT_EQ(problem(Access::write), "");
    EXPECT_EQ(problem(Access::write), "");
    EXPECT_EQ(problem(Access::read), "");
}

TEST_F(Opening, RefusesWhatIsNoDatabase) {
    std::ofstream(path_) << std::string(5000, 'x');
    EXPECT_THAT(problem(Access::write), HasSubstr("is no SQLite file"));
    EXPECT_THAT(problem(Access::read), HasSubstr("is no SQLite file"));
}

TEST_F(Opening, RefusesADatabaseOfOthersAndLeavesItAsItIs) {
    Database(path_, Access::write).run("CREATE TABLE other (x)");
    EXPECT_THAT(problem(Access::write), HasSubstr("is no store of dateline"));
    Database database(path_, Access::read);
    Statement mode = database.prepare("PRAGMA journal_mode");
    mode.step();
    EXPECT_EQ(mode.text(0), "delete");
}

// Bytes of a database and of its journal as they are when who writes is killed.
TEST_F(Opening, ReadsAStoreThatSomebodyWasKilledOver) {
    const std::string other = (folder_ / "other.db").string();
    open(other, Access::write);
    Database database(other, Access::write, {});
    database.run("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN; CREATE TABLE unfinished (x)");
    database.run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) INSERT INTO unfinished SELECT zeroblob(9000) FROM n");
    std::filesystem::copy_file(other, path_);
    std::filesystem::copy_file(other + "-journal", path_ + "-journal");
    ASSERT_THROW(Database(path_, Access::read, {}).prepare("SELECT 1 FROM sqlite_schema").step(), Error);
    Database killed = open(path_, Access::read);
    EXPECT_FALSE(killed.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'unfinished'").step());
}

TEST_F(Opening, RefusesAStoreOfALaterVersion) {
    open(path_, Access::write).run("PRAGMA user_version = 99");
    EXPECT_THAT(problem(Access::read), HasSubstr("later version"));
}

TEST_F(Opening, NamesAFolderThatIsNotThere) {
    path_ = (folder_ / "missing" / "a.db").string();
    EXPECT_THAT(problem(Access::write), HasSubstr("cannot be written: No such file or directory"));
}

TEST_F(Opening, IsForNamesThatSqliteWouldTakeForSomethingElse) {
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folder_);
    for (const char* name : {":memory:", "file:x?mode=memory", "50%25 #1?"}) {
        path_ = name;
        EXPECT_EQ(problem(Access::write), "");
        EXPECT_TRUE(std::filesystem::exists(name)) << name;
    }
    std::filesystem::current_path(before);
}

TEST_F(Opening, BringsAStoreOfTheFirstVersionUpToDate) {
    open(path_, Access::write).run("ALTER TABLE documents DROP COLUMN parent; PRAGMA user_version = 1");
    const Attempt one("Li Na spoke");
    EXPECT_EQ(take("/a", one.rows), Outcome::added);
    EXPECT_EQ(count("documents WHERE parent IS NULL"), 1);
}

}  // namespace
}  // namespace dateline::store
