#include "core/explain/reasons.h"

#include <gtest/gtest.h>

#include "tests/explain/sample.h"

namespace dateline::explain {
namespace {

TEST(Points, AreHundredthsAsPeopleReadThem) {
    EXPECT_EQ(points(250), "+2.5");
    EXPECT_EQ(points(-25), "-0.25");
    EXPECT_EQ(points(0), "+0");
    EXPECT_EQ(points(300), "+3");
    EXPECT_EQ(points(5), "+0.05");
    EXPECT_EQ(points(-1230), "-12.3");
}

TEST(Shortened, FoldsWhiteSpaceAndCutsByCharacters) {
    EXPECT_EQ(shortened("a \n b\u00A0c"), "a b c");
    EXPECT_EQ(shortened("äöü", 3), "äöü");
    EXPECT_EQ(shortened("äöüß", 3), "äöü…");
    EXPECT_EQ(shortened(""), "");
}

TEST(Reasons, AreTheEvidenceInItsOrder) {
    Sample sample("Li Na spoke .\n");
    const std::uint32_t li = sample.draft.candidate("person", "Li Na", 200);
    sample.draft.evidence(-50);
    sample.decide();
    const Findings findings = sample.findings();
    const std::vector<Reason> all = reasons(findings, findings.proposals.candidates[li]);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].weight, 200);
    EXPECT_EQ(all[1].weight, -50);
    EXPECT_EQ(all[0].plugin, "words");
    EXPECT_EQ(all[0].sentence, "stands at “…”");
}

TEST(Reasons, OneThatHangsOnARejectedCandidateDoesNotCount) {
    Sample sample("Li Na of Harbour .\n");
    const std::uint32_t harbour = sample.draft.candidate("organization", "Harbour", -100);
    const std::uint32_t li = sample.draft.candidate("person", "Li Na", 200);
    sample.draft.evidence(70, harbour);
    sample.decide();
    const Findings findings = sample.findings();
    const std::vector<Reason> all = reasons(findings, findings.proposals.candidates[li]);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_FALSE(all[1].counts);
    EXPECT_EQ(all[1].sentence, "stands at “…”; does not count, because “Harbour” (organization) is not marked");
}

TEST(Outcome, OfAFactWhoseSubjectIsNotMarked) {
    Sample sample("Li Na , dean .\n");
    const std::uint32_t li = sample.draft.candidate("person", "Li Na", -10);
    const std::uint32_t role = sample.draft.fact(li, "role", "dean", 100);
    sample.draft.field("title", "dean");
    sample.decide();
    const Findings findings = sample.findings();
    EXPECT_EQ(outcome(findings, findings.proposals.facts[role]), "not taken: its subject, or something it needs, is not marked");
}

}  // namespace
}  // namespace dateline::explain
