#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Eval : public Scratch {};

constexpr const char* annotated =
    "⟦D 2024-04-01|2024-04-01⟧\n\nThe harbour opens in ⟦D 2025|2025⟧.\n\nA mark that nobody finds: ⟦D 1999|year of the hare⟧.\n"
    "=====\npublished | 2024-04-01\n";

TEST_F(Eval, PrintsATable) {
    write("gold/a.ann", annotated);
    const Ran ran = run("dateline eval gold");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(ran.out.starts_with("measure")) << ran.out;
    EXPECT_EQ(ran.lines().size(), 11u);
}

TEST_F(Eval, TakesOneFileToo) {
    write("gold/a.ann", annotated);
    EXPECT_EQ(run("dateline eval gold/a.ann").out, run("dateline eval gold").out);
}

TEST_F(Eval, WritesJson) {
    write("gold/a.ann", annotated);
    const json figures = json::parse(run("dateline eval --json gold").out);
    EXPECT_EQ(figures["date"]["gold"], 3);
    EXPECT_EQ(figures["date"]["p"], 1.0);
}

TEST_F(Eval, ListsWhatIsMissed) {
    write("gold/a.ann", annotated);
    const Ran ran = run("dateline eval --misses gold");
    EXPECT_THAT(ran.out, testing::StartsWith("date\ta\tmissed\t"));
    EXPECT_THAT(ran.out, HasSubstr("year of the hare"));
}

TEST_F(Eval, AFaultyArticleIsNamed) {
    write("gold/a.ann", "⟦D 2024|2024\n=====\nnonsense\n");
    const Ran ran = run("dateline eval gold");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("gold/a.ann:"));
}

TEST_F(Eval, AFolderWithoutArticlesIsWrongUse) {
    write("gold/a.txt", "x");
    const Ran ran = run("dateline eval gold");
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("gold"));
}

/// The reference that extraction is developed with; the figures of both must be the same.
TEST_F(Eval, AgreesWithTheReferenceOnTheSamples) {
    const std::string reference = SOURCE_FOLDER "/../shared/corpus/tools/score.py";
    if (!std::filesystem::exists(reference)) {
        GTEST_SKIP() << reference << " is not there";
    }
    const Ran records = run("cp " SOURCE_FOLDER "/samples/*.txt . && dateline extract *.txt > records.jsonl");
    ASSERT_EQ(records.code, 0) << records.err;
    const json own = json::parse(run("dateline eval --json " SOURCE_FOLDER "/samples").out);
    const json theirs = json::parse(run("python3 " + reference + " --json " SOURCE_FOLDER "/samples records.jsonl").out);
    for (const auto& [measure, figures] : theirs.items()) {
        for (const char* figure : {"p", "r", "f1"}) {
            EXPECT_NEAR(own[measure][figure].get<double>(), figures[figure].get<double>(), 1e-3) << measure << " " << figure;
        }
    }
}

}  // namespace
}  // namespace dateline::cli
