#include "core/ingest/rows_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/document/digest.h"
#include "core/store/rows.h"
#include "tests/pipeline/run.h"

namespace dateline::ingest {
namespace {

class RowsOf : public testing::Test {
protected:
    /// The rows of the worker's last result.
    const store::Rows& rows(const pipeline::Result& result, std::string_view content) {
        packed_.clear();
        pack_result(engine_, worker_, result, content, packed_);
        store::unpack(packed_, rows_);
        return rows_;
    }

    pipeline::Engine engine_{pipeline::with_test_plugins({"words"})};
    pipeline::Worker worker_{engine_};
    std::string packed_;
    store::Rows rows_;
};

TEST_F(RowsOf, HaveAllThatWasFound) {
    const store::Rows& found = rows(worker_.process("é Na Boss came.\n", "a.txt"), {});
    EXPECT_EQ(found.status, "complete");
    EXPECT_EQ(found.text, "é Na Boss came.\n");
    EXPECT_EQ(found.sha256, sha256("é Na Boss came.\n"));
    EXPECT_TRUE(found.record.starts_with('{') && found.record.ends_with('}'));
    ASSERT_EQ(found.entities.size(), 2u);
    EXPECT_EQ(found.entities[0].name, "Na");
    ASSERT_EQ(found.mentions.size(), 2u);
    EXPECT_EQ(found.mentions[0].start, 2u) << "in code points, as in the record";
    ASSERT_EQ(found.facts.size(), 1u);
    EXPECT_EQ(found.facts[0].fact, "boss");
    EXPECT_EQ(found.facts[0].fields, R"({"of":"Boss"})") << "names where the record has ids";
}

TEST_F(RowsOf, OfWhatFailedKeepTheBytesAndTheirDigest) {
    const store::Rows& failed = rows(worker_.fail("a.txt", "document.crashed", "The plugin 'x' crashed on this document."), "Li Na");
    EXPECT_EQ(failed.status, "failed");
    EXPECT_EQ(failed.content, "Li Na");
    EXPECT_EQ(failed.sha256, sha256("Li Na"));
    EXPECT_EQ(failed.cause, "The plugin 'x' crashed on this document.");
    EXPECT_THAT(failed.entities, testing::IsEmpty());
}

TEST_F(RowsOf, WithoutBytesHaveNoDigest) { EXPECT_EQ(rows(worker_.fail("a.txt", "document.unreadable", "The file cannot be read."), {}).sha256, ""); }

}  // namespace
}  // namespace dateline::ingest
