#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string> months = {list_text("month", "January\t01\nMay\t05\nMay Day\nmid May\t05\n"), list_text("day", "1\t01\n2\t02\n")};

std::vector<std::string> matches(const std::string& rules, const std::string& text) {
    const auto lexicon = lexicon_of({months, rules, {}});
    return Finding(*lexicon, text).matches();
}

/// The matches of a rule "r" with this pattern, without the name.
std::vector<std::string> found(const std::string& pattern, const std::string& text) {
    std::vector<std::string> all = matches("rule r: " + pattern + " => x\n", text);
    for (std::string& match : all) match.erase(0, 3);
    return all;
}

TEST(Rules, FillsInValues) {
    EXPECT_THAT(matches("rule r: m:@month \".\"? d:@day \",\"? y:#9999 => date \"{y}-{m}-{d}\"\n", "On May 2, 2024 and January. 1 2020."),
                ElementsAre("r: May 2, 2024 = 2024-05-02"));
}

TEST(Rules, MatchesWordsByFoldedForm) { EXPECT_THAT(found("\"as of\"", "As  Of now and as-of, as of as if"), ElementsAre("As  Of", "as of")); }

TEST(Rules, MatchesWordsLetterForLetter) { EXPECT_THAT(found("'May'", "May MAY may"), ElementsAre("May")); }

TEST(Rules, MatchesNumbersByDigits) {
    EXPECT_THAT(found("#99", "1 22 333 ２２ 22nd"), ElementsAre("22", "２２"));
    EXPECT_THAT(found("#number", "1 22 123456789 x 5th"), ElementsAre("1", "22", "123456789"));
    EXPECT_THAT(found("#999999999", "12345678 123456789"), ElementsAre("123456789"));
}

TEST(Rules, MatchesShapes) {
    const std::string text = "Ann said NASA met J. and U.S. iPhone 3M x";
    EXPECT_THAT(found("#Word", text), ElementsAre("Ann", "NASA", "J.", "U.S.", "3M"));
    EXPECT_THAT(found("#WORD", text), ElementsAre("NASA", "U.S."));
    EXPECT_THAT(found("#word", text), ElementsAre("said", "met", "and", "iPhone", "x"));
    EXPECT_THAT(found("#initial", text), ElementsAre("J.", "U.S."));
    EXPECT_THAT(found("\"x\" #any", "x . x"), ElementsAre("x ."));
}

TEST(Rules, TriesEveryEntryOfAList) {
    EXPECT_THAT(found("@month \"Day\"", "May Day"), ElementsAre("May Day"));
    EXPECT_THAT(found("@month", "May Day"), ElementsAre("May Day"));
    EXPECT_THAT(found("@month \"off\"", "May Day off"), ElementsAre("May Day off"));
}

TEST(Rules, TakesTheLongestMatch) {
    EXPECT_THAT(found("\"a\" | \"a\" \"b\"", "a b"), ElementsAre("a b"));
    EXPECT_THAT(found("\"a\" \"b\"?", "a b, a c"), ElementsAre("a b", "a"));
}

TEST(Rules, PrefersEarlierAlternativesOfEqualLength) {
    EXPECT_THAT(matches("rule r: ( x:\"a\" y:#any | y:#any x:\"b\" ) => z \"{x}/{y}\"\n", "a b"), ElementsAre("r: a b = a/b"));
    EXPECT_THAT(matches("rule r: ( y:#any x:\"b\" | x:\"a\" y:#any ) => z \"{x}/{y}\"\n", "a b"), ElementsAre("r: a b = b/a"));
}

TEST(Rules, GivesAMatchAtEachFirstToken) { EXPECT_THAT(found("\"a\"+", "a a a"), ElementsAre("a a a", "a a", "a")); }

TEST(Rules, Repeats) {
    EXPECT_THAT(found("\"b\" \"a\"{2,3}", "b a, b a a, b a a a a"), ElementsAre("b a a", "b a a a"));
    EXPECT_THAT(found("\"b\" \"a\"{2}", "b a a a"), ElementsAre("b a a"));
    EXPECT_THAT(found("\"b\" \"a\"*", "b, b a a"), ElementsAre("b", "b a a"));
    EXPECT_THAT(found("\"b\" \"a\"*", "b a a a a a a a a a a"), ElementsAre("b a a a a a a a a"));
    EXPECT_THAT(found("\"b\" ( \"a\"? \"c\"? )?  \"d\"", "b d b a d b c d b a c d"), ElementsAre("b d", "b a d", "b c d", "b a c d"));
}

TEST(Rules, WantsNoSpace) {
    EXPECT_THAT(found("#9 ~\"-\" ~#9", "1-2, 1 -2, 1- 2"), ElementsAre("1-2"));
    EXPECT_THAT(found("#9 ~( \"-\" | \"/\" #9 )", "1- 1/ 2 1 -"), ElementsAre("1-", "1/ 2"));
    EXPECT_THAT(found("#9 ~\".\"? \"x\"", "1. x, 1 . x, 1 x"), ElementsAre("1. x", "1 x"));
}

TEST(Rules, WantsNoSpaceBeforeAnyOfARepetition) { EXPECT_THAT(found("#9 ~\".\"+", "1.. 1. ."), ElementsAre("1..", "1.")); }

TEST(Rules, WantsNoSpaceBeforeACapture) {
    EXPECT_THAT(matches("rule r: #9 ~\"-\" ~y:#99 => z \"{y}\"\n", "1-22, 1- 22"), ElementsAre("r: 1-22 = 22"));
    EXPECT_THAT(matches("rule r: #9 ~y:\"-\"? #99 => z \"{y}\"\n", "1- 22, 1 22, 1 - 22"), ElementsAre("r: 1- 22 = -", "r: 1 22"));
}

TEST(Rules, LooksAheadWithoutTaking) {
    EXPECT_THAT(found("\"in\" !\"the\" #word", "in the in a"), ElementsAre("in a"));
    EXPECT_THAT(found("#9 !( \"%\" | @month | \"per\" \"cent\" )", "1 % 2 May 3 per cent 4 per 5"), ElementsAre("4", "5"));
}

TEST(Rules, LooksAheadToAWholeEntry) { EXPECT_THAT(found("#9 !( @month \"!\" )", "1 May Day ! 2 May Day"), ElementsAre("2")); }

TEST(Rules, KnowsEdges) {
    EXPECT_THAT(found("^ #Word", "One Two. Three Four."), ElementsAre("One", "Three"));
    EXPECT_THAT(found("#Word \".\" $", "One Two. Three Four."), ElementsAre("Two.", "Four."));
    EXPECT_THAT(found("^^ #Word", "This is a block of some words, One. Two.\n\nThe Four."), ElementsAre("This", "The"));
    EXPECT_THAT(found("#Word \".\" $$", "This is a block of some words, One. Two.\n\nThe Four."), ElementsAre("Two.", "Four."));
}

TEST(Rules, NeverLeavesASentence) { EXPECT_THAT(found("#Word \".\"? #Word", "One. Two Three."), ElementsAre("Two Three")); }

TEST(Rules, MarksAPart) {
    const auto lexicon = lexicon_of({months, "rule r: \"as\" \"of\" [ m:@month y:#9999 ] \"!\" => x \"{y}-{m}\"\n", {}});
    const Finding finding(*lexicon, "As of May 2020!");
    EXPECT_THAT(finding.matches(), ElementsAre("r: May 2020 = 2020-05"));
    const dateline_match& match = finding.raw().matches[0];
    EXPECT_EQ(match.outer_first, 0u);
    EXPECT_EQ(match.outer_count, 5u);
}

TEST(Rules, NamesSubPatterns) {
    EXPECT_THAT(matches("let DAY = d:@day\n  | d:\"first\"\n\n# A comment\nlet BOTH = DAY \"of\" m:@month\nrule r:\n  BOTH\n  => x \"{d} {m}\"\n",
                        "1 of May, first of January"),
                ElementsAre("r: 1 of May = 01 05", "r: first of January = first 01"));
}

TEST(Rules, OrdersByMarkedPartThenLengthThenRule) {
    EXPECT_THAT(matches("rule b: \"x\" [ \"y\" \"z\" ] => l\nrule a: \"y\" \"z\" => l\nrule c: \"y\" => l\nrule d: \"x\" => l\n", "x y z"),
                ElementsAre("d: x", "c: y", "b: y z", "a: y z"));
}

TEST(Rules, CapturesWithValueOrVerbatim) {
    const auto lexicon = lexicon_of({months, "rule r: a:( @month | #Word ) b:( @month #9999 ) c:\"nothing\"? => x\n", {}});
    EXPECT_THAT(Finding(*lexicon, "May mid May 2020").captures(), ElementsAre("a: May = 05", "b: mid May 2020 = mid May 2020"));
    EXPECT_THAT(Finding(*lexicon, "In May 2020").captures(), ElementsAre("a: In = In", "b: May 2020 = May 2020"));
    EXPECT_THAT(Finding(*lexicon, "May Day May 2020").captures(), ElementsAre("a: May Day = May Day", "b: May 2020 = May 2020", "a: Day = Day", "b: May 2020 = May 2020"));
}

TEST(Rules, CapturesEachTimeOfARepetition) {
    const auto lexicon = lexicon_of({months, "rule r: ( n:#9 \",\"? ){2,8} => x \"{n}\"\n", {}});
    const Finding finding(*lexicon, "1, 2, 3");
    EXPECT_EQ(finding.matches()[0], "r: 1, 2, 3 = 3");
    EXPECT_EQ(finding.raw().matches[0].capture_count, 3u);
}

TEST(Rules, CapturesWithinCaptures) {
    const auto lexicon = lexicon_of({months, "rule r: a:( \"x\" b:#9 a:#9 ) => l \"{a}|{b}\"\n", {}});
    EXPECT_THAT(Finding(*lexicon, "x 1 2").captures(), ElementsAre("b: 1 = 1", "a: 2 = 2", "a: x 1 2 = x 1 2"));
}

TEST(Rules, PadsAndEscapesInTemplates) {
    EXPECT_THAT(matches("rule r: n:#number m:#word => x \"{{{n:03}}} {m:09}\"\n", "7 x"), ElementsAre("r: 7 x = {007} x"));
    EXPECT_THAT(matches("rule r: n:#number => x \"{n:02}\"\n", "1234"), ElementsAre("r: 1234 = 1234"));
}

TEST(Rules, KeepsValuesOfManyMatches) {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += std::to_string(i) + " . ";
    const std::vector<std::string> all = matches("rule r: n:#number => x \"<{n}>\"\n", text);
    ASSERT_EQ(all.size(), 3000u);
    for (int i = 0; i < 3000; ++i) EXPECT_EQ(all[i], "r: " + std::to_string(i) + " = <" + std::to_string(i) + ">");
}

TEST(Rules, GivesUpOnlyTheRuleThatCostsTooMuch) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "a ";
    const std::string costly = "( ( \"a\" | \"a\" \"a\" | #any )+ \"b\"? ){1,40}";
    const auto lexicon = lexicon_of({{}, "rule costly: " + costly + " \"z\" => x\nrule cheap: \"a\" \"a\" => x\n", {}});
    text += "z";  // without it the rule would not be tried
    const Finding finding(*lexicon, text + ".\n\n" + text);
    EXPECT_EQ(finding.gave_up(), 2u);
    EXPECT_GT(finding.raw().matches.size(), 700u);
}

TEST(Rules, CoversNoMoreThan64Tokens) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "a ";
    const auto lexicon = lexicon_of({{}, "rule r: ^ \"a\"{1,64} \"a\"* => x\n", {}});
    const Finding finding(*lexicon, text);
    ASSERT_EQ(finding.raw().matches.size(), 1u);
    EXPECT_EQ(finding.raw().matches[0].token_count, 64u);
}

dateline_mention mention(std::uint32_t type, std::uint32_t first, std::uint32_t count) {
    return {type, 0, 0, first, count, 0, 0, 0};
}

TEST(Rules, MatchesTypesInRelate) {
    const auto lexicon = lexicon_of({months, "rule says: p:<person> \"of\" o:<organization> => x \"{p}, {o}\"\nrule one: \"of\" => x\n", {}});
    EXPECT_THAT(lexicon->type_names(), ElementsAre("person", "organization"));
    Finding finding(*lexicon, "Ann Lee of Acme Corp");
    EXPECT_THAT(finding.matches(), ElementsAre("one: of"));
    finding.add_typed({mention(7, 0, 2), mention(9, 3, 2)}, {7, 9});
    EXPECT_THAT(finding.matches(), ElementsAre("says: Ann Lee of Acme Corp = Ann Lee, Acme Corp", "one: of"));
    EXPECT_THAT(finding.captures(), ElementsAre("p: Ann Lee = Ann Lee on mention 0", "o: Acme Corp = Acme Corp on mention 1"));
}

TEST(Rules, WantsTheTypeAndTheWholeMention) {
    const auto lexicon = lexicon_of({months, "rule says: \"of\" <person> => x\n", {}});
    Finding finding(*lexicon, "of Ann Lee; of Bob Lee");
    finding.add_typed({mention(3, 1, 2), mention(4, 5, 2)}, {3});
    EXPECT_THAT(finding.matches(), ElementsAre("says: of Ann Lee"));
    Finding without(*lexicon, "of Ann Lee");
    without.add_typed({}, {3});
    EXPECT_THAT(without.matches(), IsEmpty());
}

TEST(Rules, NamesThemselvesAndTheirLabels) {
    const auto lexicon = lexicon_of({months, "rule first: <t> => one\nrule second: n:\"a\" => two\n", {}});
    EXPECT_EQ(lexicon->rule_count(), 2u);
    EXPECT_EQ(lexicon->rule(lexicon->find_rule("second")), "second");
    EXPECT_EQ(lexicon->rule(lexicon->find_rule("first")), "first");
    EXPECT_NE(lexicon->find_label("one"), lexicon->find_label("two"));
    EXPECT_NE(lexicon->find_label("two"), DATELINE_NONE);
    EXPECT_EQ(lexicon->find_label("three"), DATELINE_NONE);
    EXPECT_EQ(lexicon->find_capture("n"), 0u);
    EXPECT_EQ(lexicon->find_capture("m"), DATELINE_NONE);
}

}  // namespace
}  // namespace dateline::lexicon
