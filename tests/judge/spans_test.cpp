#include <gtest/gtest.h>

#include <random>

#include "core/judge/judge.h"
#include "core/mention/confidence.h"
#include "tests/mention/draft.h"

namespace dateline::judge {
namespace {

void decide(Draft& draft) {
    decide_spans(draft.proposals, draft.weights, {});
}

std::vector<bool> accepted(const Draft& draft) {
    std::vector<bool> out;
    for (const Candidate& candidate : draft.proposals.candidates) {
        out.push_back(candidate.verdict.accepted);
    }
    return out;
}

TEST(Spans, AddUpTheirEvidence) {
    Draft draft("Mei added");
    const std::uint32_t mei = draft.candidate("person", "Mei", 120);
    draft.evidence(-30);
    draft.evidence(5);
    decide(draft);
    EXPECT_EQ(draft.verdict(mei).score, 95);
    EXPECT_TRUE(draft.verdict(mei).accepted);
}

TEST(Spans, NeedMoreForThanAgainst) {
    Draft draft("May added nothing");
    const std::uint32_t none = draft.candidate("person", "May", 0);
    const std::uint32_t against = draft.candidate("person", "nothing", -10);
    decide(draft);
    EXPECT_FALSE(draft.verdict(none).accepted);
    EXPECT_FALSE(draft.verdict(against).accepted);
    EXPECT_EQ(draft.verdict(against).rival, DATELINE_NONE);
}

TEST(Spans, TakeTheConfidenceOfPluginsWithoutEvidence) {
    Draft draft("US$ 5");
    const std::uint32_t sure = draft.candidate("date", "5", 0);
    draft.proposals.candidates[sure].confidence = 90;
    const std::uint32_t unsure = draft.candidate("date", "US$", -1000);
    draft.proposals.candidates[unsure].confidence = 90;
    decide(draft);
    EXPECT_EQ(confidence_of(draft.verdict(sure).score), 90);
    EXPECT_FALSE(draft.verdict(unsure).accepted) << "a user's list outweighs the plugin";
}

TEST(Spans, LoseToTheRivalWithTheGreaterSum) {
    Draft draft("He Jiaxun School opened");
    const std::uint32_t person = draft.candidate("person", "He Jiaxun", 200);
    const std::uint32_t school = draft.candidate("organization", "He Jiaxun School", 150);
    decide(draft);
    EXPECT_TRUE(draft.verdict(school).accepted) << "150 * 3 tokens beat 200 * 2";
    EXPECT_FALSE(draft.verdict(person).accepted);
    EXPECT_EQ(draft.verdict(person).rival, school);
}

TEST(Spans, TwoShortOnesMayBeatOneLong) {
    Draft draft("Zhang Wei Li Na");
    const std::uint32_t both = draft.candidate("person", "Zhang Wei Li Na", 100);
    const std::uint32_t one = draft.candidate("person", "Zhang Wei", 150);
    const std::uint32_t other = draft.candidate("person", "Li Na", 150);
    decide(draft);
    EXPECT_EQ(accepted(draft), (std::vector<bool>{false, true, true}));
    EXPECT_EQ(draft.verdict(both).rival, one);
    EXPECT_EQ(draft.verdict(other).rival, DATELINE_NONE);
}

TEST(Spans, SilentTypesCompete) {
    Draft draft("Jordan said");
    const std::uint32_t person = draft.candidate("person", "Jordan", 80);
    const std::uint32_t place = draft.candidate("place", "Jordan", 90);
    decide(draft);
    EXPECT_TRUE(draft.verdict(place).accepted);
    EXPECT_EQ(draft.verdict(person).rival, place);
}

TEST(Spans, OfEqualSumsTheEarlierLongerFirstTypeWins) {
    Draft draft("a b c x y z p");
    draft.candidate("person", "b c", 100);
    draft.candidate("person", "a b", 100);
    draft.candidate("person", "x", 200);
    draft.candidate("person", "x y", 100);
    draft.candidate("person", "p", 100);
    draft.candidate("organization", "p", 100);
    decide(draft);
    EXPECT_EQ(accepted(draft), (std::vector<bool>{false, true, false, true, false, true}));
}

TEST(Spans, SupportCountsOnlyFromAnAcceptedCandidate) {
    Draft draft("president Qian Xuhong spokesman Nobody");
    const std::uint32_t president = draft.candidate("person", "president", 50);
    const std::uint32_t qian = draft.candidate("person", "Qian Xuhong", -50);
    draft.evidence(300, president);
    const std::uint32_t spokesman = draft.candidate("person", "spokesman", -50);
    const std::uint32_t nobody = draft.candidate("person", "Nobody", -50);
    draft.evidence(300, spokesman);
    decide(draft);
    EXPECT_EQ(draft.verdict(qian).score, 250);
    EXPECT_TRUE(draft.verdict(qian).accepted);
    EXPECT_EQ(draft.verdict(nobody).score, -50);
    EXPECT_FALSE(draft.verdict(nobody).accepted);
}

TEST(Spans, TheSameWordsElsewhereSayNothingWhereTheyAreNoName) {
    Draft draft("in 2025 the 2025 Expo");
    const std::uint32_t year = draft.candidate("date", "2025", 300);
    const std::uint32_t weak = draft.candidate("date", "2025", -100, 1);
    draft.proposals.candidates[year].name_hash = draft.proposals.candidates[weak].name_hash = 0;
    decide(draft);
    EXPECT_EQ(draft.verdict(weak).elsewhere, 0);
    EXPECT_FALSE(draft.verdict(weak).accepted);
}

TEST(Spans, TheSameNameElsewhereSpeaksForItsType) {
    Draft draft("Mei spoke and Mei added");
    draft.candidate("person", "Mei", 300);
    const std::uint32_t weak = draft.candidate("person", "Mei", -100, 1);
    const std::uint32_t place = draft.candidate("place", "Mei", 10, 1);
    decide(draft);
    EXPECT_EQ(draft.verdict(weak).elsewhere, 150 - 0);
    EXPECT_EQ(draft.verdict(weak).score, 50);
    EXPECT_TRUE(draft.verdict(weak).accepted);
    EXPECT_EQ(draft.verdict(place).elsewhere, -150);
    EXPECT_FALSE(draft.verdict(place).accepted);
}

TEST(Spans, TheSameNameElsewhereHasItsBounds) {
    Draft draft("Mei spoke and Mei added");
    draft.candidate("person", "Mei", 5000);
    const std::uint32_t same = draft.candidate("person", "Mei", -100, 1);
    const std::uint32_t other = draft.candidate("place", "Mei", 100, 1);
    decide(draft);
    EXPECT_EQ(draft.verdict(same).elsewhere, 400);
    EXPECT_EQ(draft.verdict(other).elsewhere, -300);
}

TEST(Spans, ACandidateDoesNotSpeakForItself) {
    Draft draft("Mei spoke and Mei added");
    const std::uint32_t first = draft.candidate("person", "Mei", 300);
    const std::uint32_t rejected = draft.candidate("person", "Mei", -10, 1);
    const std::uint32_t here = draft.candidate("place", "Mei", 20);
    decide(draft);
    EXPECT_EQ(draft.verdict(first).elsewhere, 0);
    EXPECT_EQ(draft.verdict(rejected).elsewhere, 150);
    EXPECT_EQ(draft.verdict(here).elsewhere, 0) << "rivals for the same words are weighed there, not twice";
}

TEST(Spans, AreDecidedAnewEachTime) {
    Draft draft("Mei spoke and Mei added");
    draft.candidate("person", "Mei", 300);
    const std::uint32_t second = draft.candidate("person", "Mei", -100, 1);
    decide(draft);
    const std::int32_t score = draft.verdict(second).score;
    decide(draft);
    EXPECT_EQ(draft.verdict(second).score, score);
}

TEST(Spans, HugeWeightsDoNotOverflow) {
    Draft draft("always mine");
    const std::uint32_t mine = draft.candidate("person", "always mine", 2'000'000'000);
    draft.evidence(2'000'000'000);
    const std::uint32_t never = draft.candidate("person", "mine", -2'000'000'000);
    draft.evidence(-2'000'000'000);
    decide(draft);
    EXPECT_TRUE(draft.verdict(mine).accepted);
    EXPECT_FALSE(draft.verdict(never).accepted);
}

// The best sum over all sets of candidates that do not overlap, the slow plain way.
std::int64_t best_sum(const std::vector<Candidate>& candidates, std::size_t from, std::uint64_t taken) {
    if (from == candidates.size()) {
        return 0;
    }
    const Candidate& candidate = candidates[from];
    const std::uint64_t bits = ((std::uint64_t{1} << candidate.token_count) - 1) << candidate.first_token;
    const std::int64_t without = best_sum(candidates, from + 1, taken);
    if (candidate.verdict.score <= 0 || (taken & bits) != 0) {
        return without;
    }
    return std::max(without, std::int64_t{candidate.verdict.score} * candidate.token_count + best_sum(candidates, from + 1, taken | bits));
}

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    int below(int bound) { return static_cast<int>(engine_() % static_cast<unsigned>(bound)); }

    Proposals proposals(int count, int tokens, std::vector<std::int32_t>& weights) {
        Proposals proposals;
        for (int i = 0; i < count; ++i) {
            Candidate candidate;
            candidate.type = static_cast<std::uint32_t>(below(4));
            candidate.first_token = static_cast<std::uint32_t>(below(tokens));
            candidate.token_count = static_cast<std::uint32_t>(1 + below(std::min(5, tokens - static_cast<int>(candidate.first_token))));
            candidate.begin = candidate.first_token * 2;
            candidate.end = (candidate.first_token + candidate.token_count) * 2 - 1;
            candidate.name_hash = (candidate.first_token * 5 + candidate.token_count) % 8;  // the same place has the same name
            candidate.evidence = {static_cast<std::uint32_t>(proposals.evidence.size()), static_cast<std::uint32_t>(below(3))};
            for (std::uint32_t j = 0; j < candidate.evidence.count; ++j) {
                Evidence evidence;
                evidence.id = static_cast<std::uint32_t>(below(static_cast<int>(weights.size())));
                evidence.supporter = below(3) == 0 ? static_cast<std::uint32_t>(below(count)) : DATELINE_NONE;
                proposals.evidence.push_back(evidence);
            }
            proposals.candidates.push_back(candidate);
        }
        return proposals;
    }

private:
    std::mt19937 engine_;
};

TEST(Spans, NeverOverlapAndHaveTheBestSum) {
    std::vector<std::int32_t> weights = {-300, -50, 1, 10, 40, 100, 250, 400};
    for (unsigned seed = 0; seed < 400; ++seed) {
        Random random(seed);
        Proposals proposals = random.proposals(1 + random.below(14), 1 + random.below(12), weights);
        decide_spans(proposals, weights, {});
        std::uint64_t taken = 0;
        std::int64_t total = 0;
        for (const Candidate& candidate : proposals.candidates) {
            const std::uint64_t bits = ((std::uint64_t{1} << candidate.token_count) - 1) << candidate.first_token;
            if (candidate.verdict.accepted) {
                ASSERT_EQ(taken & bits, 0u) << "seed " << seed;
                taken |= bits;
                total += std::int64_t{candidate.verdict.score} * candidate.token_count;
            }
        }
        ASSERT_EQ(total, best_sum(proposals.candidates, 0, 0)) << "seed " << seed;
        for (const Candidate& candidate : proposals.candidates) {
            const bool lost = !candidate.verdict.accepted && candidate.verdict.score > 0;
            ASSERT_EQ(candidate.verdict.rival != DATELINE_NONE, lost) << "seed " << seed;
            if (lost) {
                const Candidate& rival = proposals.candidates[candidate.verdict.rival];
                ASSERT_TRUE(rival.verdict.accepted);
                ASSERT_LT(rival.first_token, candidate.first_token + candidate.token_count);
                ASSERT_LT(candidate.first_token, rival.first_token + rival.token_count);
            }
        }
    }
}

TEST(Spans, DoNotDependOnTheOrderOfSubmission) {
    std::vector<std::int32_t> weights = {-50, 10, 40, 100};
    for (unsigned seed = 0; seed < 100; ++seed) {
        Random random(seed);
        Proposals proposals = random.proposals(12, 10, weights);
        for (Evidence& evidence : proposals.evidence) {
            evidence.supporter = DATELINE_NONE;
        }
        Proposals reversed = proposals;
        std::reverse(reversed.candidates.begin(), reversed.candidates.end());
        decide_spans(proposals, weights, {});
        decide_spans(reversed, weights, {});
        const auto places = [](const Proposals& of) {
            std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::int32_t>> out;
            for (const Candidate& candidate : of.candidates) {
                if (candidate.verdict.accepted) {
                    out.emplace_back(candidate.first_token, candidate.token_count, candidate.type, candidate.verdict.score);
                }
            }
            std::sort(out.begin(), out.end());
            return out;
        };
        ASSERT_EQ(places(proposals), places(reversed)) << "seed " << seed;
    }
}

TEST(Spans, OfOneNameTwentyThousandTimesAreDecidedAtOnce) {
    Draft draft("x");
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        draft.candidate(i % 2 == 0 ? "person" : "place", "x", 10 + static_cast<std::int32_t>(i % 7));
        Candidate& candidate = draft.proposals.candidates.back();
        candidate.begin = candidate.first_token = i;
        candidate.end = i + 1;
        candidate.token_count = 1 + i % 3;
    }
    decide(draft);  // a quadratic join of names would take minutes under the sanitizers
    EXPECT_TRUE(draft.verdict(0).accepted || draft.verdict(0).rival != DATELINE_NONE);
}

TEST(Spans, NoneAreNoTrouble) {
    Draft draft("nothing");
    decide(draft);
    EXPECT_TRUE(draft.proposals.candidates.empty());
}

}  // namespace
}  // namespace dateline::judge
