#include "core/evaluate/score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

#include "tests/evaluate/noisy_record.h"

namespace dateline::evaluate {
namespace {

namespace fs = std::filesystem;

constexpr auto article = R"(Eastport, ⟦D 2024-04-01|April 1, 2024⟧: ⟦P|Li Na⟧, President of ⟦O|Eastport Maritime University⟧ (⟦O|EMU⟧), unveiled ⟦B|Harbour Base⟧.
=====
published | 2024-04-01
alias | organization | Eastport Maritime University | EMU
role | Li Na | President | Eastport Maritime University
base | Harbour Base | unveiled | 2024-04-01 | Eastport Maritime University
)";

Gold gold() { return parse_gold(article, "harbour.ann"); }

Score score_of(const Gold& gold, const std::string& record) {
    Score score;
    score.add(gold, record);
    return score;
}

// The record of the article above after `change`.
std::string record_with(const std::function<void(nlohmann::json&)>& change) {
    nlohmann::json record = nlohmann::json::parse(noisy_record(gold(), 0));
    change(record["entities"]);
    return record.dump();
}

// What a program prints.
std::string output_of(const std::string& command) {
    std::string out;
    FILE* pipe = popen(command.c_str(), "r");
    char buffer[4096];
    for (std::size_t length = 0; (length = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
        out.append(buffer, length);
    }
    pclose(pipe);
    return out;
}

TEST(Score, IsOneForWhatTheGoldSays) {
    for (const Score score = score_of(gold(), noisy_record(gold(), 0)); const Tally& tally : score.tallies()) {
        EXPECT_EQ(tally.figures().f1, 1) << tally.measure;
        EXPECT_GT(tally.figures().gold, 0) << tally.measure;
        EXPECT_TRUE(tally.misses.empty()) << tally.measure;
    }
}

TEST(Score, TakesAnArticleWithoutRecordForNothingFound) {
    for (const Score score = score_of(gold(), ""); const Tally& tally : score.tallies()) {
        const Figures figures = tally.figures();
        EXPECT_EQ(figures.precision, 0) << tally.measure;
        EXPECT_EQ(figures.recall, 0) << tally.measure;
        EXPECT_EQ(figures.f1, 0) << tally.measure;
        EXPECT_EQ(figures.found, 0) << tally.measure;
    }
}

TEST(Score, IsPerfectWhereNothingIsToBeFound) {
    const Gold empty = parse_gold("Nothing here.\n=====\npublished | -\n", "empty.ann");
    for (const Score score = score_of(empty, ""); const Tally& tally : score.tallies()) {
        EXPECT_EQ(tally.figures().f1, 1) << tally.measure;
    }
}

TEST(Score, WantsTheExactSpan) {
    const Score score = score_of(gold(), record_with([](auto& entities) { entities["people"][0]["mentions"][0]["end"] = 39; }));
    EXPECT_EQ(score.tally("person").wrong, 1);
    EXPECT_EQ(score.tally("person").missed, 1);
    EXPECT_EQ(score.tally("names").wrong, 0);
}

TEST(Score, WantsTheDatesValueOnlyForTheValue) {
    const Score score = score_of(gold(), record_with([](auto& entities) { entities["dates"][0]["value"] = "2024-04"; }));
    EXPECT_EQ(score.tally("date").wrong, 0);
    EXPECT_EQ(score.tally("date.value").wrong, 1);
    EXPECT_EQ(score.tally("base.fact").wrong, 1);
}

TEST(Score, TakesAnyOfABodysNamesInARole) {
    Gold by_abbreviation = gold();
    by_abbreviation.roles[0].organization = "EMU";
    EXPECT_EQ(score_of(by_abbreviation, noisy_record(gold(), 0)).tally("role").figures().f1, 1);
}

TEST(Score, CountsARoleThatIsSaidTwiceAsOneTooMany) {
    const Score score = score_of(gold(), record_with([](auto& entities) { entities["people"][0]["roles"].push_back(entities["people"][0]["roles"][0]); }));
    EXPECT_EQ(score.tally("role").right, 1);
    EXPECT_EQ(score.tally("role").wrong, 1);
}

TEST(Score, LeavesAsideWhatIsMerelyMentioned) {
    const Score score = score_of(gold(), record_with([](auto& entities) { entities["bases"][0]["events"].push_back({{"type", "mentioned"}, {"date", "d1"}}); }));
    EXPECT_EQ(score.tally("base.fact").wrong, 0);
}

TEST(Score, ComparesNamesWhateverTheirCaseAndWhiteSpace) {
    const Gold spread = parse_gold("⟦P|Émile\u00A0 Dupré⟧\n=====\npublished | -\nrole | ÉMILE DUPRÉ | Mayor | -\n", "spread.ann");
    EXPECT_EQ(score_of(spread, noisy_record(spread, 0)).tally("role").figures().f1, 1);
}

TEST(Score, NamesPlaceAndArticleOfAMiss) {
    const Score score = score_of(gold(), "");
    EXPECT_EQ(miss_lines(std::span(score.tallies()).subspan(3, 1)),
              "person\tharbour\tmissed\t“Li Na” 25–30 in …Eastport, April 1, 2024: Li Na, President of Eastport Mariti…\n");
}

TEST(Score, RefusesWhatIsNoRecord) {
    EXPECT_THROW(score_of(gold(), "[]"), std::runtime_error);
    EXPECT_THROW(score_of(gold(), "{"), std::runtime_error);
    EXPECT_THROW(score_of(gold(), R"({"entities": {"people": [{"mentions": [{"text": "Li Na"}]}]}})"), std::runtime_error);
}

TEST(Score, RefusesOffsetsInBytes) {
    try {
        score_of(gold(), R"({"document": {"offset_unit": "utf-8"}})");
        FAIL() << "not refused";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "a record to score counts in utf-8: extract it with --offset-unit code-point");
    }
}

TEST(Score, FindsTheArticleOfARecordByItsSource) {
    EXPECT_EQ(article_of(R"({"document": {"source": "releases/2024/harbour.txt"}})"), "harbour");
    EXPECT_THROW(article_of(R"({"document": {}})"), std::runtime_error);
    EXPECT_THROW(article_of("record"), std::runtime_error);
}

TEST(Score, PrintsATable) {
    const Score score = score_of(gold(), noisy_record(gold(), 0));
    EXPECT_EQ(table(std::span(score.tallies()).first(3)),
              "measure              P       R      F1   gold  found\n"
              "date             1.000   1.000   1.000      1      1\n"
              "date.value       1.000   1.000   1.000      1      1\n"
              "organization     1.000   1.000   1.000      2      2\n");
}

// The corpus lies beside the project on the developers' machines; its score.py defines the measures.
TEST(Score, AgreesWithTheCorpusScorer) {
    const fs::path corpus = fs::path(SOURCE_FOLDER) / "../shared/corpus";
    if (!fs::exists(corpus / "tools/score.py")) {
        GTEST_SKIP() << "no corpus at " << corpus << ": the figures of its score.py cannot be compared";
    }
    const fs::path records = fs::path(testing::TempDir()) / ("dateline-noisy-records-" + std::to_string(getpid()) + ".jsonl");
    for (std::uint32_t seed = 0; seed < 4; ++seed) {
        Score score;
        std::ofstream file(records);
        for (const fs::path& path : find_gold(corpus / "dev")) {
            const Gold annotated = read_gold(path);
            const std::string record = noisy_record(annotated, seed);
            score.add(annotated, record);
            file << record << '\n';
        }
        file.close();
        const std::string theirs = output_of("PYTHONDONTWRITEBYTECODE=1 python3 '" + (corpus / "tools/score.py").string() + "' '" + (corpus / "dev").string() + "' '" +
                                             records.string() + "' --json");
        EXPECT_EQ(json(score.tallies()), theirs) << "seed " << seed;
    }
    fs::remove(records);
}

}  // namespace
}  // namespace dateline::evaluate
