#include "core/store/export.h"

#include <gmock/gmock.h>

#include "core/store/clock.h"
#include "tests/store/attempt.h"

namespace dateline::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Exports : public Stores {
protected:
    Exports() {
        take("/a", Attempt("harbour news").rows);
        take("/b", Failure("%PDF").rows);
        take("/c", Attempt("harbour news").rows);
        Attempt partial("port news");
        partial.rows.status = "partial";
        partial.rows.entities = {};
        partial.rows.mentions = {};
        partial.rows.facts = {};
        take("/d", partial.rows);
    }
};

TEST_F(Exports, AllButCopiesInTheOrderOfTheCommits) { EXPECT_THAT(exported(), ElementsAre("1 /a@1 complete", "2 /b@1 failed", "4 /d@1 partial")); }

TEST_F(Exports, BeginAfterACursor) {
    EXPECT_THAT(exported({.after = 2}), ElementsAre("4 /d@1 partial"));
    EXPECT_THAT(exported({.after = 4}), IsEmpty());
}

TEST_F(Exports, ByStatus) { EXPECT_THAT(exported({.statuses = {"failed", "copy"}}), ElementsAre("2 /b@1 failed", "3 /c@1 copy")); }

TEST_F(Exports, TypesThatThereAre) {
    Database database = open(path_, Access::read);
    EXPECT_THAT(entity_types(database), ElementsAre("person"));
    EXPECT_TRUE(has_entity_type(database, "person"));
    EXPECT_FALSE(has_entity_type(database, "persons"));
}

TEST_F(Exports, ByTypeAndQueryAndTime) {
    EXPECT_THAT(exported({.type = "person"}), ElementsAre("1 /a@1 complete"));
    EXPECT_THAT(exported({.query = "port OR harbour"}), ElementsAre("1 /a@1 complete", "4 /d@1 partial"));
    EXPECT_THAT(exported({.statuses = {"copy"}, .type = "person", .query = "harbour"}), ElementsAre("3 /c@1 copy"));
    EXPECT_THAT(exported({.since = now().substr(0, 4)}).size(), 3u);
    EXPECT_THAT(exported({.until = now().substr(0, 4)}), IsEmpty());
    EXPECT_THAT(exported({.limit = 1}), ElementsAre("1 /a@1 complete"));
    EXPECT_THROW(exported({.query = "\"open"}), QueryError);
}

TEST_F(Exports, ACopyHasTheRecordOfWhatItIsACopyOf) {
    Database database = open(path_, Access::read);
    export_documents(database, {.statuses = {"copy"}}, [](const Exported& one) {
        EXPECT_EQ(one.same_as, "/a");
        EXPECT_EQ(one.record, R"({"text":"harbour news"})");
        return true;
    });
}

TEST_F(Exports, AreCountedByTheirNewestVersion) {
    take("/b", Attempt("%PDF, read at last").rows);
    Database database = open(path_, Access::read);
    const Status found = status(database);
    EXPECT_EQ(found.names, 4);
    EXPECT_EQ(found.versions, 5);
    EXPECT_EQ(found.cursor, 5);
    EXPECT_THAT(found.failed, IsEmpty());
    ASSERT_EQ(found.counts.size(), 3u);
    EXPECT_EQ(found.counts[0].status, "complete");
    EXPECT_EQ(found.counts[0].names, 2);
}

TEST_F(Exports, VersionsAreFoundByNameAndTellWhatTheyState) {
    Attempt changed("harbour news, changed");
    changed.fields = R"({"title":"President"})";
    changed.rows.facts[0].fields = changed.fields;
    take("/a", changed.rows);
    Database database = open(path_, Access::read);
    EXPECT_EQ(find_version(database, "/a", 0)->version, 2);
    EXPECT_EQ(find_version(database, "/a", 1)->document, 1);
    EXPECT_EQ(find_version(database, "/c", 0)->document, 1);
    EXPECT_FALSE(find_version(database, "/a", 3));
    EXPECT_FALSE(find_version(database, "/x", 0));
    const std::set<Told> told = told_by(database, find_version(database, "/a", 0)->document);
    EXPECT_THAT(told, ElementsAre(Told{"person", "Li Na", "mention", ""}, Told{"person", "Li Na", "role", changed.fields}));
}

TEST_F(Exports, LooksUpWhatIsKnown) {
    using Known = Lookup::Known;
    Lookup lookup(path_);
    EXPECT_EQ(lookup.find("/a", "harbour news"), Known::unchanged);
    EXPECT_EQ(lookup.find("/a", "other"), Known::no);
    EXPECT_EQ(lookup.find("/b", "%PDF"), Known::quarantined);
    EXPECT_EQ(lookup.find("/e", "harbour news"), Known::copy);
    EXPECT_EQ(lookup.find("/e", "%PDF"), Known::no) << "what failed is no original";
    std::string content, parent;
    EXPECT_TRUE(lookup.kept("/b", content, parent));
    EXPECT_EQ(content, "%PDF");
    EXPECT_EQ(parent, "");
    EXPECT_FALSE(lookup.kept("/a", content, parent));
}

TEST_F(Exports, KnowsWhatFailedInsideADocument) {
    const Attempt zip("zip");
    const Failure inner("%DOC");
    {
        Writer writer(path_);
        writer.take("/z.zip", "z.zip", zip.rows);
        writer.take("/z.zip!/x.doc", "z.zip!/x.doc", inner.rows, writer.row());
        writer.commit();
    }
    Lookup lookup(path_);
    EXPECT_TRUE(lookup.has_failed_inside("/z.zip", false));
    EXPECT_FALSE(lookup.has_failed_inside("/z", false));
    EXPECT_FALSE(lookup.has_failed_inside("/z.zip!/x.doc", true));
    std::string content, parent;
    EXPECT_TRUE(lookup.kept("/z.zip!/x.doc", content, parent));
    EXPECT_EQ(parent, "zip");
}

}  // namespace
}  // namespace dateline::store
