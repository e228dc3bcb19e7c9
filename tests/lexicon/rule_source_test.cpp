#include "core/lexicon/rule_source.h"

#include <gtest/gtest.h>

#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

/// The mistake in rules, in a file "some.rules" beside a list "month"; without the line and the caret.
std::string rules_mistake(const std::string& rules) {
    const std::string all = mistake({{list_text("month", "May\t05\n")}, rules, {}});
    return all.substr(0, all.find('\n'));
}

/// The same for the pattern of a rule, which begins in column 9.
std::string pattern_mistake(const std::string& pattern) { return rules_mistake("rule r: " + pattern + " => x\n"); }

TEST(RuleSource, ShowsTheLineAndACaret) {
    EXPECT_EQ(mistake({{list_text("month", "")}, "# ä\nrule r:\n  \"ä\" @moth => x\n", {}}),
              "some.rules:3:7: there is no list “moth”; did you mean “month”?\n  \"ä\" @moth => x\n      ^");
}

TEST(RuleSource, TakesCommentsAndLineBreaksAnywhere) {
    EXPECT_EQ(rules_mistake("# one\n\n#\nlet A = \"a\"\n  # two\n  \"b\"\n# three\nrule r:\n# four\n  A\n\n  => x\n  \"v\"\n# five\nrule s: A => x"), "");
    EXPECT_EQ(rules_mistake(""), "");
}

TEST(RuleSource, WantsStatements) {
    EXPECT_EQ(rules_mistake("\"a\" => x\n"), "some.rules:1:1: a rule, a let or a comment must begin here; write “rule NAME:”, “let NAME =” or “# …”");
    EXPECT_EQ(rules_mistake(" rule r: \"a\" => x\n"), "some.rules:1:2: nothing can stand here; begin a rule or a let at the start of a line");
    EXPECT_EQ(rules_mistake("rule : \"a\" => x\n"), "some.rules:1:6: a rule needs a name of letters, digits and -; write “rule NAME:”");
    EXPECT_EQ(rules_mistake("rule r \"a\" => x\n"), "some.rules:1:7: a colon must follow the rule's name; add it");
    EXPECT_EQ(rules_mistake("rule r: \"a\"\n"), "some.rules:1:12: the rule has no “=>”; write it between the pattern and what the rule gives");
    EXPECT_EQ(rules_mistake("rule r: \"a\"\nrule s: \"b\" => x\n"), "some.rules:1:12: the rule has no “=>”; write it between the pattern and what the rule gives");
    EXPECT_EQ(rules_mistake("rule r: \"a\" =>\n"), "some.rules:2:1: a label must follow “=>”, a name of letters, digits and -; add it");
    EXPECT_EQ(rules_mistake("rule r: \"a\" => x y\n"),
              "some.rules:1:18: nothing can stand here; begin the next rule at the start of a line (more than a label and a template is for rules of a plugin "
              "without a library)");
    EXPECT_EQ(rules_mistake("rule r: \"a\" => x\nrule r: \"b\" => x\n"), "some.rules:2:6: the rule “r” is in some.rules:1 already; choose another name");
}

TEST(RuleSource, MissesTheArrowBeforeAnUnknownName) {
    const std::string no_arrow = ": the rule has no “=>”; write it between the pattern and what the rule gives";
    EXPECT_EQ(rules_mistake("rule r: \"a\"\n    x \"v\"\nrule s: \"b\" => x\n"), "some.rules:2:5" + no_arrow);
    EXPECT_EQ(rules_mistake("rule r: \"a\" -> x\n"), "some.rules:1:13" + no_arrow);
    EXPECT_EQ(rules_mistake("rule r: \"a\" = x\n"), "some.rules:1:13" + no_arrow);
    EXPECT_EQ(rules_mistake("rule r: \"a\" x\n# => x\n"), "some.rules:1:13" + no_arrow);
    EXPECT_EQ(rules_mistake("rule r: \"a\" house\n    => x\n"), "some.rules:1:13: “house” is not named; put a let with it before, or quotation marks around a word");
}

TEST(RuleSource, WantsLetsBeforeTheirUse) {
    EXPECT_EQ(rules_mistake("let DAY = @month\nrule r: DAX => x\n"), "some.rules:2:9: “DAX” is not named; did you mean “DAY”?");
    EXPECT_EQ(rules_mistake("rule r: house => x\n"), "some.rules:1:9: “house” is not named; put a let with it before, or quotation marks around a word");
    EXPECT_EQ(rules_mistake("let A = \"a\"\nlet A = \"b\"\n"), "some.rules:2:5: “A” is named already; choose another name");
    EXPECT_EQ(rules_mistake("let A \"a\"\n"), "some.rules:1:7: a let needs “=” between its name and what it stands for; add it");
    EXPECT_EQ(rules_mistake("let A = \"a\" )\n"), "some.rules:1:13: this is no element of a pattern; see docs/DATA.md for those there are");
    EXPECT_EQ(rules_mistake("let A =\nrule r: \"a\" => x\n"),
              "some.rules:2:1: an element of a pattern must stand here; add one, or make the part before optional with ?");
}

TEST(RuleSource, RefusesListsWithoutHits) {
    EXPECT_EQ(mistake({{list_text("month", "May\n"), list_text("small", "# hits: none\nthe\n")}, "rule r: @month @small => x\n", {}}),
              "some.rules:1:16: the list “small” gives no hits, which rules go by; remove the line “# hits: none” from its header\nrule r: @month @small => x\n               ^");
}

TEST(RuleSource, ChecksElements) {
    EXPECT_EQ(pattern_mistake("\"a"), "some.rules:1:9: this word has no end; add the quotation mark in the same line");
    EXPECT_EQ(pattern_mistake("\"\""), "some.rules:1:9: there is no word between the quotation marks; write one");
    EXPECT_EQ(pattern_mistake("@"), "some.rules:1:10: a list's name must follow @; write it, such as @month");
    EXPECT_EQ(pattern_mistake("@qqqqqqqq"), "some.rules:1:9: there is no list “qqqqqqqq”; add a .tsv file with this name in its header");
    EXPECT_EQ(pattern_mistake("#Wort"), "some.rules:1:9: there is no such kind of token; write #9, #99 …, #number, #Word, #WORD, #word, #initial or #any");
    EXPECT_EQ(pattern_mistake("\"a\" # b"), "some.rules:1:13: a comment has a line of its own, which begins with “# ”; move it there");
    EXPECT_EQ(pattern_mistake("\"a\" #"), "some.rules:1:13: a comment has a line of its own, which begins with “# ”; move it there");
    EXPECT_EQ(pattern_mistake("\"a\" #+"),
              "some.rules:1:14: a kind of token must follow #: #9, #99 …, #number, #Word, #WORD, #word, #initial or #any; write one");
    EXPECT_EQ(pattern_mistake("<person"), "some.rules:1:16: a type's name ends with >; add it");
    EXPECT_EQ(pattern_mistake("&"), "some.rules:1:9: this is no element of a pattern; see docs/DATA.md for those there are");
    EXPECT_EQ(pattern_mistake("\"a\" )"),
              "some.rules:1:13: this is no element of a pattern; see docs/DATA.md for those there are");
    EXPECT_EQ(pattern_mistake("( \"a\""), "some.rules:1:9: this parenthesis is not closed; add )");
    EXPECT_EQ(pattern_mistake("\"a\" ( )"), "some.rules:1:15: an element of a pattern must stand here; add one, or make the part before optional with ?");
}

TEST(RuleSource, ChecksRepetitions) {
    EXPECT_EQ(pattern_mistake("\"a\" \"b\"{x}"), "some.rules:1:17: a number from 0 to 64 must stand here; write {2,5} for two to five");
    EXPECT_EQ(pattern_mistake("\"a\"{65}"), "some.rules:1:13: a number from 0 to 64 must stand here; write {2,5} for two to five");
    EXPECT_EQ(pattern_mistake("\"a\"{3,2}"), "some.rules:1:12: a repetition goes from the smaller number to the larger one, at least 1; change it");
    EXPECT_EQ(pattern_mistake("\"a\"{2"), "some.rules:1:14: a repetition ends with }; write {2} or {2,5}");
    EXPECT_EQ(pattern_mistake("\"a\" ^?"), "some.rules:1:14: what takes no token, or is marked, cannot be repeated or optional; remove this");
    EXPECT_EQ(pattern_mistake("\"a\" [ \"b\" ]?"), "some.rules:1:20: what takes no token, or is marked, cannot be repeated or optional; remove this");
}

TEST(RuleSource, RefusesPatternsThatMatchNothing) {
    EXPECT_EQ(pattern_mistake("\"a\"? ^"), "some.rules:1:9: this pattern can match nothing; make a part of it that is not optional");
    EXPECT_EQ(pattern_mistake("\"a\"? #any"), "some.rules:1:9: a pattern must not begin with something optional before #any; remove it or say what comes first");
    EXPECT_EQ(pattern_mistake("#any \"a\""), "");
    EXPECT_EQ(pattern_mistake("\"a\" !\"b\"?"), "some.rules:1:13: what stands behind ! can match nothing, so this never matches; remove it or say what must not follow");
    EXPECT_EQ(pattern_mistake("\"a\" ~^"), "some.rules:1:14: behind ~ must stand something that takes a token; put ~ before each token that may come first");
    EXPECT_EQ(pattern_mistake("\"a\" ~( \"b\"? \"c\" )"), "some.rules:1:16: behind ~ must stand something that takes a token; put ~ before each token that may come first");
}

TEST(RuleSource, WantsOneMarkAtTheTop) {
    EXPECT_EQ(pattern_mistake("( [ \"a\" ] )"), "some.rules:1:11: [ ] must stand at the top level of a rule; move it out of the parentheses or the let");
    EXPECT_EQ(rules_mistake("let A = [ \"a\" ]\n"), "some.rules:1:9: [ ] must stand at the top level of a rule; move it out of the parentheses or the let");
    EXPECT_EQ(pattern_mistake("[ \"a\" ] [ \"b\" ]"), "some.rules:1:17: a rule has one marked part at most; remove one pair of [ ]");
    EXPECT_EQ(pattern_mistake("\"b\" [ \"a\"? ]"), "some.rules:1:13: the marked part can match nothing; make a part of it that is not optional");
    EXPECT_EQ(pattern_mistake("[ \"a\""), "some.rules:1:9: this bracket is not closed; add ]");
}

TEST(RuleSource, ChecksTemplates) {
    const auto with = [](const std::string& value) { return rules_mistake("rule r: n:#9 => x \"" + value + "\nrule s: z:\"a\" => x\n"); };
    EXPECT_EQ(with("{n}"), "some.rules:1:19: this template has no end; add a quotation mark in the same line");
    EXPECT_EQ(with("{m}\""), "some.rules:1:21: the rule has no capture “m”; write “m:” before the part that is meant");
    EXPECT_EQ(with("{}\""), "some.rules:1:21: a brace holds the name of a capture; write {NAME}, or {{ for a brace");
    EXPECT_EQ(with("{n:2}\""), "some.rules:1:23: behind the colon stands how many digits to pad to; write 02 for two");
    EXPECT_EQ(with("{n\""), "some.rules:1:22: a brace must close here; add it");
    EXPECT_EQ(with("n}\""), "some.rules:1:21: this brace closes nothing; write }} for a brace");
    EXPECT_EQ(with("{n:02} {{n}}\""), "");
}

TEST(RuleSource, BoundsSizeAndDepth) {
    EXPECT_EQ(pattern_mistake("((\"a\"{64}){64})"), "some.rules:1:11: the rule is too large; make two rules of it or lower the numbers of repetitions");
    std::string lets = "let A0 = \"a\" \"a\"\n";
    for (int i = 1; i < 40; ++i) lets += "let A" + std::to_string(i) + " = A" + std::to_string(i - 1) + " A" + std::to_string(i - 1) + "\n";
    EXPECT_EQ(rules_mistake(lets), "some.rules:12:15: the rule becomes too large with “A10”; make two rules of it");
    EXPECT_EQ(pattern_mistake(std::string(100000, '(')), "some.rules:1:73: the pattern is nested too deep; name parts of it with let");
    EXPECT_EQ(pattern_mistake(std::string(100000, '~')), "some.rules:1:73: the pattern is nested too deep; name parts of it with let");
}

}  // namespace
}  // namespace dateline::lexicon
