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

TEST_F(Opening, ForReadingUndoesWhatAWriterWasKilledIn) {
    take("a", Attempt("words").rows);
    const std::string copy = (folder_ / "copy.db").string();
    {
        Database writer(path_, Access::write);
        writer.run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF; PRAGMA cache_size = 1; BEGIN; UPDATE records SET text = 'half'; CREATE TABLE more AS SELECT * FROM records");
        std::filesystem::copy_file(path_, copy);
        std::filesystem::copy_file(path_ + "-journal", copy + "-journal");
        writer.run("ROLLBACK");
    }
    EXPECT_THROW(
        {
            Database reader(copy, Access::read);
            reader.prepare("SELECT 1 FROM records").step();
        },
        HalfWritten);
    path_ = copy;
    EXPECT_EQ(count("records WHERE text = 'words'"), 1);
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
