#include "core/evaluate/example.h"

#include <gmock/gmock.h>

namespace dateline::evaluate {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::vector<Example> parse(std::string_view content) { return parse_examples(content, "tests/a.example"); }

Example one(std::string_view text) { return parse("== one\n" + std::string(text)).front(); }

std::string problem(std::string_view content) {
    try {
        parse(content);
    } catch (const ExampleError& error) {
        return error.what();
    }
    return "none";
}

TEST(Example, HasATextWithoutTheMarks) {
    const Example example = one("Zürich won the [Prix 2024](award year=2024).\n\nAnd the [other](award).\n\n");
    EXPECT_EQ(example.text, "Zürich won the Prix 2024.\n\nAnd the other.\n");
    ASSERT_EQ(example.mentions.size(), 2);
    EXPECT_EQ(example.mentions[0].type, "award");
    EXPECT_EQ(example.mentions[0].start, 15);
    EXPECT_EQ(example.mentions[0].end, 24);
    EXPECT_EQ(example.mentions[0].line, 2);
    EXPECT_EQ(example.mentions[0].column, 16);
    EXPECT_EQ(example.mentions[1].start, 35);
    EXPECT_EQ(example.mentions[1].line, 4);
}

TEST(Example, HasValuesAndFacts) {
    const ExpectedMention mention = one(R"x([Prix](award year=2024 name="the \"Prix\" )" none=null word="null" empty=""; winner person="Li Na"; rank n=1))x").mentions.front();
    ASSERT_EQ(mention.attributes.size(), 5);
    EXPECT_EQ(mention.attributes[0].name, "year");
    EXPECT_EQ(mention.attributes[0].value, "2024");
    EXPECT_EQ(mention.attributes[1].value, "the \"Prix\" )");
    EXPECT_EQ(mention.attributes[2].value, std::nullopt);
    EXPECT_EQ(mention.attributes[3].value, "null");
    EXPECT_EQ(mention.attributes[4].value, "");
    ASSERT_EQ(mention.facts.size(), 2);
    EXPECT_EQ(mention.facts[0].name, "winner");
    EXPECT_EQ(mention.facts[0].fields[0].value, "Li Na");
    EXPECT_EQ(mention.facts[1].fields[0].value, "1");
}

TEST(Example, KeepsBracketsThatAreNoMarks) {
    EXPECT_EQ(one("It [sic] is (so) [[1](award)] \\[x](y) \\\\ a\\b").text, "It [sic] is (so) [1] [x](y) \\ a\\b\n");
    EXPECT_EQ(one("open [").text, "open [\n");
}

TEST(Example, EndsWhereTheNextBegins) {
    const std::vector<Example> examples = parse("# a comment\n\n== first one\n\nText.\nMore.\n\n== second\nLi == Na\n\\== no head\n");
    ASSERT_EQ(examples.size(), 2);
    EXPECT_EQ(examples[0].name, "first one");
    EXPECT_EQ(examples[0].line, 3);
    EXPECT_EQ(examples[0].text, "Text.\nMore.\n");
    EXPECT_EQ(examples[0].text_line, 5);
    EXPECT_EQ(examples[1].text, "Li == Na\n== no head\n");
}

TEST(Example, TellsTheLineOfAPlace) {
    const Example example = parse("\n== one\n\nÜber\nLi Na\n").front();
    EXPECT_EQ(example.line_of(0), 4);
    EXPECT_EQ(example.line_of(5), 5);
}

TEST(Example, SaysWhatIsWrongAndWhere) {
    EXPECT_THAT(problem("Text.\n"), StartsWith("tests/a.example:1:1: an example begins with a line '== NAME'"));
    EXPECT_THAT(problem("== \nText.\n"), StartsWith("tests/a.example:1:1: the example has no name"));
    EXPECT_THAT(problem("== one\n\n== two\nText.\n"), StartsWith("tests/a.example:3:1: the example 'one' has no text"));
    EXPECT_THAT(problem("== one\nÜ [x]()\n"), StartsWith("tests/a.example:2:7: the type of what is marked is missing here"));
    EXPECT_THAT(problem("== one\n[ ](award)\n"), StartsWith("tests/a.example:2:1: the mark has no words"));
    EXPECT_THAT(problem("== one\nThe [Prize\n ](award)\n"), StartsWith("tests/a.example:2:5: the mark begins or ends with a space or a new line"));
    EXPECT_THAT(problem("== one\n[x](award year)\n"), StartsWith("tests/a.example:2:15: 'year' has no value; write year=VALUE"));
    EXPECT_THAT(problem("== one\n[x](award year=)\n"), StartsWith("tests/a.example:2:16: a value is missing after '='"));
    EXPECT_THAT(problem("== one\n[x](award year=\"a\n\")\n"), StartsWith("tests/a.example:2:16: the value has no second quotation mark"));
    EXPECT_THAT(problem("== one\n[x](award year=1 !)\n"), StartsWith("tests/a.example:2:18: the mark does not end with ')'"));
    EXPECT_THAT(problem("== one\n[x](award;)\n"), HasSubstr(":2:11: the name of a fact is missing here"));
}

TEST(Example, SaysWhereAMarkIsNotClosed) {
    EXPECT_THAT(problem("== one\nÜ [x](award year=1\n"), StartsWith("tests/a.example:2:3: the mark is not closed on its line; write ')'"));
    EXPECT_THAT(problem("== one\n[x](award year=1 for all.\n\n[y](award)\n"), StartsWith("tests/a.example:2:1: the mark is not closed"));
    EXPECT_THAT(problem("== one\n[x](award name=\"a)\" for all.\n"), StartsWith("tests/a.example:2:1: the mark is not closed"));
    EXPECT_THAT(problem("== one\n[x](award year=1 for (all) of us.\n"), HasSubstr(":2:21: 'for' has no value; write for=VALUE, or ')' before it"));
}

}  // namespace
}  // namespace dateline::evaluate
