#include <gtest/gtest.h>

#include "core/judge/judge.h"
#include "tests/mention/draft.h"

namespace dateline::judge {
namespace {

struct Facts : testing::Test {
    void decide() {
        decide_spans(draft.proposals, draft.weights, {});
        decide_facts(draft.proposals, draft.types, draft.weights, {});
    }

    void role(std::uint32_t person, std::string_view title, std::int32_t score = 200, std::uint32_t rival = 0) {
        draft.fact(person, "role", title, score, rival);
        draft.field("title", title);
        draft.field("status", "current");
    }

    const Verdict& verdict(std::size_t fact) const { return draft.proposals.facts[fact].verdict; }
    const Value& field(std::size_t fact, std::uint32_t index) const {
        return draft.proposals.fields[draft.proposals.facts[fact].fields.first + index];
    }

    Draft draft{"ECNU president Qian Xuhong , dean of Nothing , met Shanghai and Zhizhu Base"};
    std::uint32_t qian = draft.candidate("person", "Qian Xuhong", 200);
    std::uint32_t ecnu = draft.candidate("organization", "ECNU", 100);
    std::uint32_t nothing = draft.candidate("organization", "Nothing", -100);
    std::uint32_t shanghai = draft.candidate("place", "Shanghai", 100);
    std::uint32_t base = draft.candidate("base", "Zhizhu Base", 100);
};

TEST_F(Facts, AreWeighedWithWhatWasLearnedOfThem) {
    role(qian, "president", 50, 1);
    role(qian, "dean", 60, 1);
    draft.proposals.facts[0].learned = 20;
    decide();
    EXPECT_EQ(verdict(0).score, 70);
    EXPECT_TRUE(verdict(0).accepted);
    EXPECT_FALSE(verdict(1).accepted) << "the rival was the better one before";
}

TEST_F(Facts, AreAcceptedWhenTheirEvidenceSpeaksForThem) {
    role(qian, "president", 200);
    role(qian, "dean", -5);
    decide();
    EXPECT_TRUE(verdict(0).accepted);
    EXPECT_EQ(verdict(0).score, 200);
    EXPECT_FALSE(verdict(1).accepted);
}

TEST_F(Facts, GoWithTheirSubject) {
    draft.fact(nothing, "", "dean");
    draft.proposals.facts[0].fact = draft.types.find_fact(draft.types.find("base"), "event");
    draft.field("type", "opened");
    decide();
    EXPECT_FALSE(verdict(0).accepted);
}

TEST_F(Facts, LoseAReferenceToWhatWasRejectedOrIsSilent) {
    role(qian, "president");
    draft.field("organization", ecnu);
    role(qian, "dean");
    draft.field("organization", nothing);
    role(qian, "met");
    draft.field("organization", shanghai);
    decide();
    EXPECT_EQ(field(0, 2).kind, DATELINE_VALUE_REFERENCE);
    EXPECT_EQ(field(0, 2).reference, ecnu);
    EXPECT_EQ(field(1, 2).kind, DATELINE_VALUE_NULL);
    EXPECT_TRUE(verdict(1).accepted);
    EXPECT_EQ(field(2, 2).kind, DATELINE_VALUE_NULL);
}

TEST_F(Facts, AreDroppedWithoutAFieldTheyNeed) {
    draft.fact(base, "organization", "dean");
    draft.field("organization", nothing);
    draft.field("relation", "built-by");
    draft.fact(base, "organization", "ECNU");
    draft.field("relation", "built-by");
    draft.fact(base, "organization", "ECNU");
    draft.field("organization", ecnu);
    draft.field("relation", "built-by");
    decide();
    EXPECT_FALSE(verdict(0).accepted);
    EXPECT_FALSE(verdict(1).accepted);
    EXPECT_TRUE(verdict(2).accepted);
}

TEST_F(Facts, OfOneGroupOnlyTheBestStays) {
    role(qian, "president", 100, 7);
    role(qian, "dean", 200, 7);
    role(qian, "met", 50, 8);
    role(qian, "ECNU", 40);
    decide();
    EXPECT_FALSE(verdict(0).accepted);
    EXPECT_EQ(verdict(0).rival, 1u);
    EXPECT_TRUE(verdict(1).accepted);
    EXPECT_TRUE(verdict(2).accepted) << "another group";
    EXPECT_TRUE(verdict(3).accepted) << "no group";
}

TEST(RivalsOfAName, ExcludeEachOtherInAllItsMentions) {
    Draft draft("Li Na , dean and Li Na , president and Mei Wu , dean");
    const std::uint32_t first = draft.candidate("person", "Li Na", 200), again = draft.candidate("person", "Li Na", 200, 1), other = draft.candidate("person", "Mei Wu", 200);
    const auto role = [&](std::uint32_t person, std::string_view title, std::int32_t score, std::uint32_t rival) {
        draft.fact(person, "role", title, score, rival);
        draft.field("title", title);
        draft.field("status", "current");
    };
    role(first, "dean", 100, 1 | DATELINE_RIVAL_OF_NAME);
    role(again, "president", 200, 1 | DATELINE_RIVAL_OF_NAME);
    role(other, "dean", 50, 1 | DATELINE_RIVAL_OF_NAME);
    role(first, "dean", 100, 1);
    decide_spans(draft.proposals, draft.weights, {});
    decide_facts(draft.proposals, draft.types, draft.weights, {});
    const auto accepted = [&](std::size_t fact) { return draft.proposals.facts[fact].verdict.accepted; };
    EXPECT_FALSE(accepted(0));
    EXPECT_TRUE(accepted(1));
    EXPECT_TRUE(accepted(2)) << "another name";
    EXPECT_TRUE(accepted(3)) << "a number of its own mention";
}

TEST_F(Facts, OfEqualRivalsTheFirstInTheTextStays) {
    role(qian, "dean", 100, 7);
    role(qian, "president", 100, 7);
    decide();
    EXPECT_FALSE(verdict(0).accepted);
    EXPECT_TRUE(verdict(1).accepted);
}

TEST_F(Facts, FollowTheTwinThatWonOverTheirSubject) {
    const std::uint32_t twin = draft.candidate("person", "Qian Xuhong", 250);
    role(qian, "president");
    decide();
    EXPECT_TRUE(verdict(0).accepted);
    EXPECT_EQ(draft.proposals.facts[0].subject, twin);
}

TEST_F(Facts, SupportCountsOnlyFromAnAcceptedCandidate) {
    role(qian, "president", 100);
    draft.proposals.evidence[draft.proposals.facts[0].evidence.first].supporter = nothing;
    decide();
    EXPECT_EQ(verdict(0).score, 0);
    EXPECT_FALSE(verdict(0).accepted);
}

TEST_F(Facts, LinksNeedBothEndsAccepted) {
    const std::uint32_t other = draft.candidate("organization", "Zhizhu", -10);
    draft.link(other, ecnu, DATELINE_LINK_SHORTER_FORM);
    draft.link(ecnu, nothing, DATELINE_LINK_SHORTER_FORM);
    const std::uint32_t of = draft.candidate("organization", "of", 10);
    draft.link(of, ecnu, DATELINE_LINK_SHORTER_FORM);
    draft.link(of, ecnu, DATELINE_LINK_SHORTER_FORM, -1);
    draft.link(of, qian, DATELINE_LINK_SHORTER_FORM);
    decide();
    std::vector<bool> accepted;
    for (const Link& link : draft.proposals.links) {
        accepted.push_back(link.verdict.accepted);
    }
    EXPECT_EQ(accepted, (std::vector<bool>{false, false, true, false, false}));
}

TEST_F(Facts, AttributesLoseReferencesToo) {
    const std::uint32_t date = draft.candidate("date", "met", 100);
    draft.attribute("anchor", {}, DATELINE_VALUE_REFERENCE);
    draft.proposals.attributes[0].reference = nothing;
    decide();
    EXPECT_TRUE(draft.verdict(date).accepted);
    EXPECT_EQ(draft.proposals.attributes[0].kind, DATELINE_VALUE_NULL);
}

}  // namespace
}  // namespace dateline::judge
