// docs/STORE.md against the store.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "tests/store/attempt.h"

namespace dateline::store {
namespace {

class Documented : public Stores {
protected:
    Documented() {
        std::ifstream file(SOURCE_FOLDER "/docs/STORE.md");
        page_.assign(std::istreambuf_iterator<char>(file), {});
    }

    std::string page_;
};

TEST_F(Documented, QueriesCanBeAsked) {
    const std::string begin = "```sql\n";
    const std::size_t at = page_.find(begin);
    ASSERT_NE(at, std::string::npos);
    take("/a", Attempt("harbour plaque").rows);
    open(path_, Access::read).run(page_.substr(at + begin.size(), page_.find("```", at + 3) - at - begin.size()).c_str());
}

TEST_F(Documented, TheQueryForWhatIsInAnArchiveNoLongerKnowsWhatHasChanged) {
    for (const std::string version : {"1", "2"}) {
        Writer writer(path_);
        writer.take("/z", "z", Attempt("zip " + version).rows);
        const std::int64_t row = writer.row();
        writer.take("/z!/same", "z!/same", Attempt("same").rows, row);
        writer.take("/z!/changed", "z!/changed", Attempt("text " + version).rows, row);
        if (version == "1") {
            writer.take("/z!/gone", "z!/gone", Attempt("gone").rows, row);
        }
        writer.commit();
    }
    const std::size_t at = page_.find("SELECT", page_.find("-- Documents that are in their archive or feed no longer"));
    Database database = open(path_, Access::read);
    Statement names = database.prepare(page_.substr(at, page_.find(';', at) - at));
    ASSERT_TRUE(names.step());
    EXPECT_EQ(names.text(0), "/z!/gone");
    EXPECT_FALSE(names.step());
}

TEST_F(Documented, EveryColumnIsToldOf) {
    Database database = open(path_, Access::write);
    Statement columns = database.prepare(
        "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT "
        "LIKE 'search%' "
        "AND t.name <> 'state'");
    int count = 0;
    for (; columns.step(); ++count) {
        EXPECT_THAT(page_, testing::HasSubstr("`" + std::string(columns.text(0)) + "`"));
        EXPECT_THAT(page_, testing::HasSubstr("`" + std::string(columns.text(1)) + "`"));
    }
    EXPECT_GT(count, 30);
}

}  // namespace
}  // namespace dateline::store
