#include <gtest/gtest.h>

#include <random>

#include "tests/record/random_article.h"
#include "tests/record/validate.h"

namespace dateline::record {
namespace {

RandomArticle random_article(unsigned seed) {
    return RandomArticle([random = std::mt19937(seed)](std::size_t bound) mutable { return static_cast<std::uint32_t>(random() % bound); });
}

TEST(RandomProposals, GiveRecordsThatKeepEveryPromise) {
    std::string records;
    std::size_t facts = 0, aliases = 0;
    for (unsigned seed = 0; seed < 500; ++seed) {
        SCOPED_TRACE(seed);
        RandomArticle random = random_article(seed);
        const std::string record = random.write();
        ASSERT_EQ(broken_promise(record, random.article().document.text), "");
        ASSERT_EQ(record, random_article(seed).write());
        for (const resolve::Entity& entity : random.article().resolution.entities) {
            facts += entity.facts.size();
            aliases += entity.aliases.size();
        }
        records += record;
    }
    EXPECT_GT(facts, 100u) << "else the seeds test nothing";
    EXPECT_GT(aliases, 100u);
    const Validation validation = validate(schema(sample_types(), true), records);
    if (!validation.done) {
        GTEST_SKIP() << validation.report;
    }
    EXPECT_TRUE(validation.invalid.empty()) << validation.report;
}

}  // namespace
}  // namespace dateline::record
