#include "core/lexicon/expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::shared_ptr<const Lexicon> lexicon_with(const std::string& rules) {
    return lexicon_of({{list_text("month", "May\t05\n")}, rules, {}});
}

/// The matches of a rule with this pattern, without its name.
std::vector<std::string> found(const std::string& pattern, const std::string& text) {
    std::vector<std::string> all = Finding(*lexicon_with("rule r: " + pattern + " => x\n"), text).matches();
    for (std::string& match : all) match.erase(0, 3);
    return all;
}

std::vector<std::string> captures(const std::string& pattern, const std::string& text) {
    return Finding(*lexicon_with("rule r: " + pattern + " => x\n"), text).captures();
}

/// The mistake in an expression, which begins in column 9, without the line and the caret.
std::string expression_mistake(const std::string& expression) {
    const std::string all = mistake({{}, "rule r: " + expression + " => x\n", {}});
    return all.substr(0, all.find('\n'));
}

TEST(Expression, MatchesWholeTokens) {
    EXPECT_THAT(found(R"(/[A-Z]{2,4}-\d{3,}/)", "AB-123, xAB-123, AB-123x, ABCDE-123, ABCD-12 and (XY-9999)."), ElementsAre("AB-123", "XY-9999"));
    EXPECT_THAT(found(R"(/\d+/)", "21 21st 2.1"), ElementsAre("21", "2", "1"));
    EXPECT_THAT(found(R"(/\w+/)", "élan café"), IsEmpty());  // \w is ASCII
    EXPECT_THAT(found(R"(/é\pL*/)", "élan café"), ElementsAre("élan"));
}

TEST(Expression, TakesTheLongestThatEndsWithAToken) {
    EXPECT_THAT(found(R"(/big( bad)?( wolf)?/)", "big bad wolf, big wolves, big bad wolves"), ElementsAre("big bad wolf", "big", "big bad"));
    EXPECT_THAT(found(R"(/a+( b)?/)", "aaa bc"), ElementsAre("aaa"));
}

TEST(Expression, IgnoresCaseWhenAsked) {
    EXPECT_THAT(found("/nobel|turing/", "Nobel turing"), ElementsAre("turing"));
    EXPECT_THAT(found("/nobel|turing/i", "NOBEL Turing"), ElementsAre("NOBEL", "Turing"));
}

TEST(Expression, StandsAmongOtherElements) {
    EXPECT_THAT(found(R"(@month [ /20\d\d/ ] #Word?)", "May 2024 Day, May 1999"), ElementsAre("2024"));
    EXPECT_THAT(found(R"("a" ~/\.b/)", "a.b a .b"), ElementsAre("a.b"));
    EXPECT_THAT(found(R"(( /x\d/ ){2})", "x1 x2 x3"), ElementsAre("x1 x2", "x2 x3"));
    EXPECT_THAT(found(R"("a" !/b+/ #any)", "a bb a c"), ElementsAre("a c"));
    EXPECT_THAT(found(R"("a" ( /b c/ | "b" ) "d")", "a b c d. a b d."), ElementsAre("a b c d", "a b d"));
}

TEST(Expression, HoldsASlash) { EXPECT_THAT(found(R"(/\d+\/\d+/)", "24/7"), ElementsAre("24/7")); }

TEST(Expression, SeesTheSentenceAround) {
    EXPECT_THAT(found(R"(/^The/)", "The The. The The."), ElementsAre("The", "The"));
    EXPECT_THAT(found(R"(/end$/)", "The end end"), ElementsAre("end"));
    EXPECT_THAT(found(R"(/\b-\d/)", "A-1 -1"), ElementsAre("-1"));
    EXPECT_THAT(captures(R"(c:/\w+ \w+/)", "One. Two three."), ElementsAre("c: Two three = Two three"));
}

TEST(Expression, IsNoLongerThanSixteenTokensAnd256Bytes) {
    std::string many = "x";
    for (int i = 0; i < 20; ++i) many += " x";
    EXPECT_EQ(found("/x( x)*/", many).front(), many.substr(0, 31));
    EXPECT_THAT(found("/a+/", std::string(257, 'a')), IsEmpty());
    EXPECT_THAT(found("/a+/", std::string(256, 'a')), ElementsAre(std::string(256, 'a')));
}

TEST(Expression, GivesItsGroupsAsCaptures) {
    EXPECT_THAT(captures(R"(/FY(?P<year>\d{4})(?:Q(?P<quarter>\d))?/)", "FY2023 FY2024Q3"),
                ElementsAre("year: FY2023 = 2023", "year: FY2024Q3 = 2024", "quarter: FY2024Q3 = 3"));
    EXPECT_THAT(Finding(*lexicon_with("rule r: /(?P<n>\\d+)th/ => day \"{n:02}\"\n"), "the 5th").matches(), ElementsAre("r: 5th = 05"));
    EXPECT_EQ(expression_mistake(R"(/(?P<a>b)/ => x "{c}")"), R"(some.rules:1:27: the rule has no capture “c”; write “c:” before the part that is meant)");
}

TEST(Expression, IsCheckedWhenItIsCompiled) {
    EXPECT_EQ(expression_mistake("/a"), "some.rules:1:9: this expression has no end; add / in the same line, or write \\/ for one inside");
    EXPECT_EQ(expression_mistake("/a\\/"), "some.rules:1:9: this expression has no end; add / in the same line, or write \\/ for one inside");
    EXPECT_EQ(expression_mistake("/a/x"), "some.rules:1:12: behind an expression can stand i, to ignore case, and nothing else; put a space between");
    EXPECT_EQ(expression_mistake("/ab[c/"), "some.rules:1:12: RE2 does not take this expression: missing ]: [c; close it with ], or write \\[ for one in the text");
    EXPECT_EQ(expression_mistake("/a(?=b)/"),
              "some.rules:1:11: RE2 does not take this expression: invalid perl operator: (?=; RE2 has no look-around and no back references: "
              "https://github.com/google/re2/wiki/Syntax");
    EXPECT_EQ(expression_mistake("/a{2000}/"), "some.rules:1:11: RE2 does not take this expression: invalid repetition size: {2000}; RE2 repeats up to 1000 times");
    EXPECT_EQ(expression_mistake("/(\\pL{100}){9}/"),
              "some.rules:1:10: RE2 does not take this expression: pattern too large - compile failed; make two of it or lower the numbers of repetitions");
    EXPECT_EQ(expression_mistake("/(.*)*/"), "some.rules:1:10: this expression can match nothing; make a part of it that is not optional");
}

// What is tried at once, by sets, must find what each alone does.
TEST(Expression, FindsTheSameAmongManyAsAlone) {
    const std::vector<std::string> patterns = {R"([A-Z]{2,4}-?\d{2,})", R"([A-Z]\w+ (?:Prize|Medal))", R"(\b[A-Z]\w+-\d)", R"((?i)the \w+)", R"(\d+(?:\.\d+)?)",
                                               R"(\pL+)", R"(T\w*$)", R"(^\w+)", R"([A-Z]\w*(?: [A-Z]\w*)+)", R"(€\d+)", R"(\$\d+)", R"(.\d)", R"([^a]+ \w+)",
                                               R"(Th(?:e|is))", R"(\B\d)", R"((?:[A-Z][a-z]+ ?){2,3})"};
    const std::string text = "The AB-12 of €5 and $6 went to The Turing Prize Thin. XY-1 THE End The\n\nA Lin Medal, 3.14 Łódź 2nd A1b2 The";
    std::string all;
    std::vector<std::string> alone;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const std::string rule = "rule r" + std::to_string(100 + i) + ": /" + patterns[i] + "/ => x\n";
        all += rule;
        const std::vector<std::string> matches = Finding(*lexicon_with(rule), text).matches();
        alone.insert(alone.end(), matches.begin(), matches.end());
    }
    EXPECT_GT(alone.size(), patterns.size());
    EXPECT_THAT(Finding(*lexicon_with(all), text).matches(), testing::UnorderedElementsAreArray(alone));
}

TEST(Expression, DoesBoundedWork) {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "abcdef, ";
    const auto lexicon = lexicon_with("rule r: /(?:\\pL[ ,]*){8}never/ => x\n");
    const Finding finding(*lexicon, text);
    EXPECT_THAT(finding.matches(), IsEmpty());
    EXPECT_EQ(finding.gave_up(), 1u);
}

TEST(Rules, GiveASentenceABoundedNumberOfMatches) {
    std::string rules, text;
    for (int i = 0; i < 100; ++i) rules += "rule r" + std::to_string(i) + ": #any => x\n";
    for (int i = 0; i < 1000; ++i) text += "a ";
    const auto lexicon = lexicon_with(rules);
    const Finding finding(*lexicon, text);
    EXPECT_LE(finding.matches().size(), 1024u + 32 * 1000 + 100);
    EXPECT_EQ(finding.gave_up(), 1u);
}

TEST(Rules, StandInBlocksOfSomeKinds) {
    const auto lexicon = lexicon_with("rule r in heading, title: #Word => x\nrule s in paragraph: #Word => x\nrule t: #Word => x\n");
    const auto in_block = [&](std::uint32_t kind) {
        const std::string text = "Word";
        text::Analysis analysis;
        analysis.blocks.push_back({0, 4, kind, 0, 0, 0, 0, 0});
        text::analyse(text, analysis);
        Matches matches;
        std::uint64_t gave_up = 0;
        find_entries(*lexicon, text, analysis, matches);
        match_rules(*lexicon, text, analysis, matches, gave_up);
        std::string rules;
        for (const dateline_match& match : matches.matches) rules += lexicon->rule(match.rule);
        return rules;
    };
    EXPECT_EQ(in_block(DATELINE_BLOCK_HEADING), "rt");
    EXPECT_EQ(in_block(DATELINE_BLOCK_TITLE), "rt");
    EXPECT_EQ(in_block(DATELINE_BLOCK_PARAGRAPH), "st");
    EXPECT_EQ(in_block(DATELINE_BLOCK_QUOTE), "t");
    EXPECT_EQ(in_block(99), "st");  // an unknown kind is taken for a paragraph
    EXPECT_THAT(mistake({{}, "rule r in headings: #Word => x\n", {}}), testing::StartsWith("some.rules:1:11: there is no kind of block “headings”; write title, "));
}

}  // namespace
}  // namespace dateline::lexicon
