#include "core/plugin/mentions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace dateline::plugin {
namespace {

using testing::ElementsAre;

void add(Proposals& proposals, std::uint32_t begin, std::uint32_t end, bool accepted = false) {
    Candidate candidate;
    candidate.begin = begin;
    candidate.end = end;
    candidate.verdict.accepted = accepted;
    candidate.verdict.score = 120;
    proposals.candidates.push_back(candidate);
}

std::vector<std::uint32_t> handles(const Mentions& mentions) {
    std::vector<std::uint32_t> result;
    for (const dateline_mention& mention : mentions.list()) {
        result.push_back(mention.candidate);
    }
    return result;
}

TEST(Mentions, AreByPlaceWheneverTheyCame) {
    Proposals proposals;
    Mentions mentions;
    add(proposals, 10, 12);
    add(proposals, 0, 4);
    mentions.add_new(proposals);
    EXPECT_THAT(handles(mentions), ElementsAre(1, 0));
    add(proposals, 11, 12);
    add(proposals, 0, 2);
    add(proposals, 0, 4);
    mentions.add_new(proposals);
    EXPECT_THAT(handles(mentions), ElementsAre(3, 1, 4, 0, 2));
    mentions.add_new(proposals);
    EXPECT_EQ(mentions.list().size(), 5u);
    EXPECT_EQ(mentions.list()[0].score, 0);
    mentions.clear();
    EXPECT_TRUE(mentions.list().empty());
}

TEST(Mentions, InRelateAreThoseThatWereAccepted) {
    Proposals proposals;
    Mentions mentions;
    add(proposals, 10, 12, true);
    add(proposals, 5, 7);
    add(proposals, 0, 4, true);
    mentions.add_new(proposals);
    mentions.take_accepted(proposals);
    EXPECT_THAT(handles(mentions), ElementsAre(2, 0));
    EXPECT_EQ(mentions.list()[0].score, 120);
}

}  // namespace
}  // namespace dateline::plugin
