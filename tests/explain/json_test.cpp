#include "core/explain/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/explain/sample.h"

namespace dateline::explain {
namespace {

nlohmann::json written(const Sample& sample) {
    std::string out;
    write_json(sample.findings(), out);
    EXPECT_TRUE(out.ends_with("}\n"));
    EXPECT_EQ(out.find('\n'), out.size() - 1);
    return nlohmann::json::parse(out);
}

TEST(Json, HasAllThatWasConsidered) {
    const Sample sample;
    const nlohmann::json json = written(sample);
    EXPECT_EQ(json["candidates"].size(), sample.draft.proposals.candidates.size());
    EXPECT_EQ(json["facts"].size(), 2u);
    EXPECT_EQ(json["links"].size(), 1u);
}

TEST(Json, EvidenceThatCountsAddsUpToTheScore) {
    const nlohmann::json json = written(Sample());
    for (const nlohmann::json& candidate : json["candidates"]) {
        int sum = 0;
        for (const nlohmann::json& evidence : candidate["evidence"]) {
            sum += evidence["counts"].get<bool>() ? evidence["weight"].get<int>() : 0;
        }
        EXPECT_EQ(sum, candidate["score"].get<int>()) << candidate["text"];
    }
}

TEST(Json, OffsetsCountCodePoints) {
    const Sample sample;
    const nlohmann::json person = written(sample)["candidates"][sample.person];
    EXPECT_EQ(person["text"], "Li Na");
    EXPECT_EQ(person["start"], 18);
    EXPECT_EQ(person["entity"], "p1");
}

TEST(Json, TellsWhoWonOverACandidate) {
    const Sample sample;
    const nlohmann::json json = written(sample);
    const nlohmann::json& loser = json["candidates"][sample.loser];
    EXPECT_FALSE(loser["accepted"].get<bool>());
    EXPECT_EQ(json["candidates"][loser["rival"].get<std::size_t>()]["text"], "East China Normal University");
}

}  // namespace
}  // namespace dateline::explain
