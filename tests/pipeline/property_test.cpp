// What every record keeps, whatever the bytes are: the promises of docs/RECORD.md, over random documents and all plugins.
#include <gtest/gtest.h>

#include "core/record/record.h"
#include "tests/pipeline/run.h"
#include "tests/record/random_article.h"
#include "tests/record/validate.h"

namespace dateline::pipeline {
namespace {

constexpr std::uint32_t seeds = 400, validated = 100;  // the validator is slow

class Records : public testing::TestWithParam<bool> {
protected:
    static Options options() { return GetParam() ? with_builtin_plugins() : with_test_plugins({"words", "thrower", "wrecker", "older", "newer"}); }
};

TEST_P(Records, KeepEveryPromise) {
    Pipeline run(options());
    std::string records;
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        SCOPED_TRACE(seed);
        const std::string record = run.write(random_bytes(seed, seed % 2 == 0));
        if (run.result().document.status != Status::failed) {
            ASSERT_EQ(record::broken_promise(record, run.result().document.text), "");
        }
        records += seed < validated ? record : "";
    }
    const record::Validation validation = record::validate(record::schema(run.engine().plugins().types(), true), records);
    if (!validation.done) {
        GTEST_SKIP() << validation.report;
    }
    EXPECT_TRUE(validation.invalid.empty()) << validation.report;
}

TEST_P(Records, AreTheSameOnEachRun) {
    Pipeline forward(options()), backward(options());
    std::vector<std::string> records;
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        records.push_back(forward.write(random_bytes(seed, true)));
    }
    for (std::uint32_t seed = seeds; seed-- > 0;) {
        ASSERT_EQ(backward.write(random_bytes(seed, true)), records[seed]) << seed;
    }
}

INSTANTIATE_TEST_SUITE_P(Pipeline, Records, testing::Bool(),
                         [](const testing::TestParamInfo<bool>& builtin) { return builtin.param ? "BuiltInPlugins" : "TestPlugins"; });

}  // namespace
}  // namespace dateline::pipeline
