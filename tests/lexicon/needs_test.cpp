#include "core/lexicon/needs.h"

#include <gtest/gtest.h>

#include "core/text/fold.h"
#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

/// What a rule with this pattern needs; `words` are one list each, so bit 0 is the first.
Needs needs(const std::string& pattern) {
    const auto lexicon = lexicon_of({{list_text("city", "Oslo\n"), list_text("verb", "opened\n")}, "rule r: " + pattern + " => x\n", {}});
    return lexicon->tables().needs[0];
}

Needs word(const std::string& folded) { return {0, Needs::literal(text::hash(folded)), 0}; }

constexpr Needs city{1, 0, 0}, verb{2, 0, 0};

TEST(Needs, AreAllThatStandsInARow) { EXPECT_EQ(needs("\"in\" @city #any @verb"), word("in") | city | verb); }

TEST(Needs, AreWhatAllWaysHaveInCommon) {
    EXPECT_EQ(needs("@city ( \"a\" @verb | \"b\" @verb )"), city | verb);
    EXPECT_EQ(needs("@city ( \"a\" | @verb )"), city);
}

TEST(Needs, DoNotHoldWhatMayBeLeftOut) {
    EXPECT_EQ(needs("@city @verb?"), city);
    EXPECT_EQ(needs("@city \"a\"*"), city);
    EXPECT_EQ(needs("@city \"a\"+"), city | word("a"));
}

TEST(Needs, DoNotHoldWhatMustNotStand) { EXPECT_EQ(needs("@city !( \"a\" ) #any"), city); }

TEST(Needs, HoldTypes) {
    Needs type;
    type.types = 1;
    EXPECT_EQ(needs("<person> \"a\""), type | word("a"));
    EXPECT_EQ(needs("<person>? \"a\""), word("a"));
}

TEST(Needs, AreInWhatHoldsThemAll) {
    EXPECT_TRUE(city.are_in(city | verb));
    EXPECT_FALSE((city | verb).are_in(city));
    EXPECT_FALSE(word("a").are_in(city));
    EXPECT_TRUE(Needs().are_in({}));
}

}  // namespace
}  // namespace dateline::lexicon
