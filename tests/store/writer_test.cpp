#include "core/store/writer.h"

#include <gmock/gmock.h>

#include "tests/store/attempt.h"

namespace dateline::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Writing : public Stores {};

TEST_F(Writing, ADocumentHasAllItsRowsOrNone) {
    const Attempt one("Li Na spoke");
    {
        Writer writer(path_);
        EXPECT_EQ(writer.take("/a", "a", one.rows), Outcome::added);
    }  // not committed
    for (const char* table : {"documents", "records", "entities", "mentions", "facts", "search WHERE search MATCH 'spoke'"}) {
        EXPECT_EQ(count(table), 0) << table;
    }
    EXPECT_EQ(take("/a", one.rows), Outcome::added);
    for (const char* table : {"documents", "records", "entities", "mentions", "facts", "search WHERE search MATCH 'spoke'"}) {
        EXPECT_EQ(count(table), 1) << table;
    }
}

TEST_F(Writing, IntoADeletedStoreIsAnError) {
    Writer writer(path_);
    writer.take("/a", "/a", Attempt("one").rows);
    writer.commit();
    std::filesystem::remove(path_);
    writer.take("/b", "/b", Attempt("two").rows);
    EXPECT_THROW(writer.commit(), Error);
}

TEST_F(Writing, TheSameBytesAreKnown) {
    const Attempt one("Li Na spoke");
    take("/a", one.rows);
    EXPECT_EQ(take("/a", one.rows), Outcome::unchanged);
    EXPECT_EQ(count("documents"), 1);
}

TEST_F(Writing, TheSameBytesUnderAnotherNameAreACopy) {
    const Attempt one("Li Na spoke");
    take("/a", one.rows);
    EXPECT_EQ(take("/b", one.rows), Outcome::copy);
    EXPECT_EQ(count("documents WHERE name = '/b' AND status = 'copy' AND same_as = 1"), 1);
    EXPECT_EQ(count("facts"), 1);
    EXPECT_EQ(take("/b", one.rows), Outcome::unchanged);
}

TEST_F(Writing, ACopyIsOneAlsoWithinATransaction) {
    const Attempt one("Li Na spoke");
    Writer writer(path_);
    writer.take("/a", "a", one.rows);
    EXPECT_EQ(writer.take("/b", "b", one.rows), Outcome::copy);
}

TEST_F(Writing, ChangedBytesAreAFurtherVersionBesideTheOld) {
    take("/a", Attempt("Li Na spoke").rows);
    EXPECT_EQ(take("/a", Attempt("Li Na sang").rows), Outcome::changed);
    EXPECT_THAT(exported(), ElementsAre("1 /a@1 complete", "2 /a@2 complete"));
    EXPECT_EQ(count("facts"), 2);
}

TEST_F(Writing, BytesThatComeBackAreAVersionOfTheirOwn) {
    take("/a", Attempt("Li Na spoke").rows);
    take("/a", Attempt("Li Na sang").rows);
    EXPECT_EQ(take("/a", Attempt("Li Na spoke").rows), Outcome::changed);
    EXPECT_THAT(exported(), ElementsAre("1 /a@1 complete", "2 /a@2 complete", "3 /a@3 complete"));
}

TEST_F(Writing, WhatFailedIsKeptWithItsCauseAndItsBytes) {
    take("/a", Failure("%PDF").rows);
    EXPECT_EQ(count("documents WHERE status = 'failed' AND cause = 'no reader'"), 1);
    EXPECT_EQ(count("quarantine WHERE content = CAST('%PDF' AS BLOB)"), 1);
}

TEST_F(Writing, AnotherFailureForTheSameReasonIsNothingNew) {
    take("/a", Failure("%PDF").rows);
    EXPECT_EQ(take("/a", Failure("%PDF").rows), Outcome::again);
    EXPECT_EQ(count("documents WHERE attempts = 2"), 1);
    EXPECT_THAT(exported(), ElementsAre("1 /a@1 failed"));
    take("/a", Failure("%PDF", "another reason").rows);
    EXPECT_THAT(exported(), ElementsAre("2 /a@1 failed"));
}

TEST_F(Writing, WhatFailedAndIsReadAtLastIsTheSameVersion) {
    take("/a", Failure("%PDF").rows);
    EXPECT_EQ(take("/a", Attempt("%PDF").rows), Outcome::again);
    EXPECT_THAT(exported(), ElementsAre("2 /a@1 complete"));
    EXPECT_EQ(count("quarantine"), 0);
    EXPECT_EQ(count("documents WHERE attempts = 2 AND cause IS NULL"), 1);
    EXPECT_EQ(count("search WHERE search MATCH 'pdf'"), 1);
}

TEST_F(Writing, WhatWasPartialAndIsCompleteAtLastIsAFurtherVersion) {
    Attempt partial("Li Na spoke");
    partial.rows.status = "partial";
    take("/a", partial.rows);
    EXPECT_EQ(take("/a", partial.rows), Outcome::unchanged);
    EXPECT_EQ(take("/a", Attempt("Li Na spoke").rows), Outcome::changed);
    EXPECT_EQ(take("/a", partial.rows), Outcome::unchanged);
    EXPECT_THAT(exported(), ElementsAre("1 /a@1 partial", "2 /a@2 complete"));
}

TEST_F(Writing, WhatFailedAndTurnsOutToBeACopyIsOne) {
    take("/a", Failure("text").rows);
    take("/b", Attempt("text").rows);
    EXPECT_EQ(take("/a", Attempt("text").rows), Outcome::copy);
    EXPECT_EQ(count("entities"), 1);
}

TEST_F(Writing, AFileThatCouldNotBeReadIsReadLaterAsItsFirstVersion) {
    take("/a", Unread("no permission").rows);
    EXPECT_EQ(count("documents WHERE sha256 IS NULL AND bytes IS NULL"), 1);
    EXPECT_EQ(take("/a", Attempt("Li Na spoke").rows), Outcome::again);
    EXPECT_THAT(exported(), ElementsAre("2 /a@1 complete"));
    EXPECT_EQ(count("documents WHERE bytes = 11"), 1);
}

TEST_F(Writing, AFileThatIsGoneLeavesItsVersionAsItIs) {
    take("/a", Attempt("Li Na spoke").rows);
    Unread gone("no such file");
    gone.rows.status = "unreadable";
    EXPECT_EQ(take("/a", gone.rows), Outcome::unreadable);
    EXPECT_THAT(exported(), ElementsAre("1 /a@1 complete"));
}

TEST_F(Writing, ChangedBytesThatCannotBeHadAreAFurtherVersionThatFailed) {
    take("/a", Attempt("Li Na spoke").rows);
    EXPECT_EQ(take("/a", Unread("too large").rows), Outcome::changed);
    EXPECT_THAT(exported(), ElementsAre("1 /a@1 complete", "2 /a@2 failed"));
    EXPECT_EQ(take("/a", Unread("too large").rows), Outcome::again);
    EXPECT_EQ(take("/a", Attempt("Li Na sang").rows), Outcome::again);
    EXPECT_THAT(exported(), ElementsAre("1 /a@1 complete", "3 /a@2 complete"));
}

TEST_F(Writing, CursorsNeverGoBack) {
    take("/a", Attempt("a").rows);
    take("/b", Attempt("b").rows);
    Database database = open(path_, Access::write);
    database.run("DELETE FROM documents WHERE name = '/b'");
    take("/c", Attempt("c").rows);
    EXPECT_THAT(exported({.after = 2}), ElementsAre("3 /c@1 complete"));
}

TEST_F(Writing, WhatIsDeletedByHandIsGoneWithAllThatHangsOnIt) {
    const Attempt one("Li Na spoke");
    take("/a", one.rows);
    take("/b", one.rows);
    open(path_, Access::write).run("DELETE FROM documents WHERE name = '/a'");
    for (const char* table : {"documents", "records", "entities", "mentions", "facts", "search WHERE search MATCH 'spoke'"}) {
        EXPECT_EQ(count(table), 0) << table;
    }
    open(path_, Access::write).run("INSERT INTO search (search) VALUES ('integrity-check')");
    EXPECT_EQ(take("/b", one.rows), Outcome::added);
}

TEST_F(Writing, TwoWritersTakeTurns) {
    const Attempt one("one"), two("two");
    Writer first(path_), second(path_);
    first.take("/a", "a", one.rows);
    first.commit();
    EXPECT_EQ(second.take("/a", "a", one.rows), Outcome::unchanged);
    second.take("/b", "b", two.rows);
    second.commit();
    first.take("/c", "c", Attempt("three").rows);
    first.commit();
    EXPECT_THAT(exported(), ElementsAre("1 /a@1 complete", "2 /b@1 complete", "3 /c@1 complete"));
}

TEST_F(Writing, ALongWaitForAnotherProgramIsTold) {
    Database other = open(path_, Access::write);
    other.run("BEGIN IMMEDIATE");
    int told = 0;
    Writer writer(path_, [&] {
        ++told;
        other.run("COMMIT");
    });
    writer.take("/a", "a", Attempt("Li Na spoke").rows);
    writer.commit();
    EXPECT_EQ(told, 1);
}

TEST_F(Writing, IsPackedAndUnpacked) {
    const Attempt one("Li Na spoke");
    std::string packed;
    pack(one.rows, packed);
    Rows rows;
    unpack(packed, rows);
    EXPECT_EQ(rows.status, "complete");
    EXPECT_EQ(rows.bytes, 11u);
    EXPECT_EQ(rows.record, one.record);
    ASSERT_EQ(rows.mentions.size(), 1u);
    EXPECT_EQ(rows.mentions[0].end, 5u);
    EXPECT_EQ(rows.mentions[0].confidence, 97u);
    ASSERT_EQ(rows.facts.size(), 1u);
    EXPECT_EQ(rows.facts[0].fields, one.fields);
    packed.clear();
    pack(Rows(), packed);
    unpack(packed, rows);
    EXPECT_THAT(rows.entities, IsEmpty());
    EXPECT_THAT(rows.facts, IsEmpty());
}

TEST_F(Writing, ADocumentInsideAnotherPointsAtItsRow) {
    const Attempt outer("feed"), inner("Li Na spoke");
    Writer writer(path_);
    writer.take("/f", "f", outer.rows);
    const std::int64_t row = writer.row();
    EXPECT_EQ(writer.take("/f!/1", "f!/1", inner.rows, row), Outcome::added);
    EXPECT_NE(writer.row(), row);
    EXPECT_EQ(writer.take("/f", "f", outer.rows), Outcome::unchanged);
    EXPECT_EQ(writer.row(), row);
    writer.commit();
    EXPECT_EQ(count("documents d JOIN documents p ON p.id = d.parent WHERE d.name = '/f!/1' AND p.name = '/f'"), 1);
}

TEST_F(Writing, TheSameBytesInsideAreAnotherDocumentWhenOtherThingsAreToldOfThem) {
    const Attempt outer("feed");
    Attempt inner("Li Na spoke");
    Writer writer(path_);
    writer.take("/f", "f", outer.rows);
    const std::int64_t row = writer.row();
    inner.rows.title = "On Monday";
    EXPECT_EQ(writer.take("/f!/1", "f!/1", inner.rows, row), Outcome::added);
    EXPECT_EQ(writer.take("/f!/2", "f!/2", inner.rows, row), Outcome::copy);
    EXPECT_EQ(writer.take("/f!/1", "f!/1", inner.rows, row), Outcome::unchanged);
    inner.rows.title = "On Tuesday";
    EXPECT_EQ(writer.take("/f!/3", "f!/3", inner.rows, row), Outcome::added);
    EXPECT_EQ(writer.take("/f!/1", "f!/1", inner.rows, row), Outcome::copy) << "a second version, known from 3";
    writer.commit();
}

TEST_F(Writing, TheSameBytesInsideWithAnotherAddressAreAnotherDocument) {
    const Attempt outer("feed");
    Attempt one("Li Na spoke"), other("Li Na spoke");
    one.record = R"({"document":{"author":"Ann","url":"https://h.example/1"}})";
    one.rows.record = one.record;
    one.rows.author = other.rows.author = "Ann";
    one.rows.url = "https://h.example/1";
    other.rows.url = "https://h.example/2";
    Writer writer(path_);
    writer.take("/f", "f", outer.rows);
    const std::int64_t row = writer.row();
    EXPECT_EQ(writer.take("/f!/1", "f!/1", one.rows, row), Outcome::added);
    EXPECT_EQ(writer.take("/f!/2", "f!/2", other.rows, row), Outcome::added);
    EXPECT_EQ(writer.take("/f!/1", "f!/1", one.rows, row), Outcome::unchanged);
    EXPECT_EQ(writer.take("/f!/3", "f!/3", one.rows, row), Outcome::copy);
    EXPECT_EQ(writer.take("/f!/3", "f!/3", one.rows, row), Outcome::unchanged) << "a copy is known as well";
    writer.commit();
}

TEST_F(Writing, ADocumentInsideMovesWithTheVersionThatItIsIn) {
    const Attempt first("zip 1"), second("zip 2"), kept("Li Na spoke"), gone("Wang came");
    Writer writer(path_);
    for (const Attempt* outer : {&first, &second}) {
        writer.take("/z", "z", outer->rows);
        const std::int64_t row = writer.row();
        writer.take("/z!/a", "z!/a", kept.rows, row);
        if (outer == &first) writer.take("/z!/b", "z!/b", gone.rows, row);
    }
    writer.commit();
    EXPECT_EQ(count("documents d JOIN documents p ON p.id = d.parent WHERE d.name = '/z!/a' AND p.version = 2"), 1);
    EXPECT_EQ(count("documents d JOIN documents p ON p.id = d.parent WHERE d.name = '/z!/b' AND p.version = 1"), 1);
}

/// Versions of an archive with one document inside, taken in one after another.
class Archives : public Stores {
protected:
    Outcome take(const std::string& archive, const Rows& inner) {
        Writer writer(path_);
        writer.take("/z", "z", Attempt(archive).rows);
        const Outcome outcome = writer.take("/z!/a", "z!/a", inner, writer.row());
        writer.commit();
        return outcome;
    }
    /// Status, and version of the archive, of each version of the document inside.
    std::vector<std::string> inner() const {
        Database database = open(path_, Access::read);
        Statement rows = database.prepare("SELECT d.status, p.version FROM documents d JOIN documents p ON p.id = d.parent ORDER BY d.version");
        std::vector<std::string> all;
        while (rows.step()) {
            all.push_back(std::string(rows.text(0)) + " in " + std::to_string(rows.integer(1)));
        }
        return all;
    }
};

TEST_F(Archives, ADocumentThatCannotBeHadOutOfANewArchiveIsAFurtherVersionThatFailed) {
    take("zip 1", Attempt("Li Na spoke").rows);
    EXPECT_EQ(take("zip 2", Unread("too large").rows), Outcome::changed);
    EXPECT_EQ(take("zip 2", Unread("too large").rows), Outcome::again);
    EXPECT_THAT(inner(), ElementsAre("complete in 1", "failed in 2"));
}

TEST_F(Archives, ADocumentThatCannotBeHadOutOfTheSameArchiveAnyMoreStaysAsItIs) {
    take("zip 1", Attempt("Li Na spoke").rows);
    EXPECT_EQ(take("zip 1", Unread("too large").rows), Outcome::unreadable);
    EXPECT_THAT(inner(), ElementsAre("complete in 1"));
}

TEST_F(Archives, ADocumentThatCouldNotBeHadIsReadLaterOutOfTheSameArchive) {
    take("zip 1", Unread("too large").rows);
    EXPECT_EQ(take("zip 1", Attempt("Li Na spoke").rows), Outcome::again);
    EXPECT_THAT(inner(), ElementsAre("complete in 1"));
}

TEST_F(Archives, AnotherDocumentThanTheOneThatCouldNotBeHadIsAFurtherVersion) {
    take("zip 1", Unread("too large").rows);
    EXPECT_EQ(take("zip 2", Attempt("Li Na spoke").rows), Outcome::changed);
    EXPECT_THAT(inner(), ElementsAre("failed in 1", "complete in 2"));
}

TEST_F(Archives, WhatFailsAgainForTheSameReasonMovesWithTheArchive) {
    take("zip 1", Unread("encrypted").rows);
    EXPECT_EQ(take("zip 2", Unread("encrypted").rows), Outcome::again);
    EXPECT_THAT(inner(), ElementsAre("failed in 2"));
    take("zip 3", Failure("%PDF").rows);
    take("zip 4", Failure("%PDF").rows);
    EXPECT_THAT(inner(), ElementsAre("failed in 2", "failed in 4"));
}

}  // namespace
}  // namespace dateline::store
