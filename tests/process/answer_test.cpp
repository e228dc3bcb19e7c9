#include "core/process/answer.h"

#include <gmock/gmock.h>

#include "tests/process/listener.h"

namespace dateline::process {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> submitted(std::string_view line) { return Listener().submit(line); }

std::string problem(std::string_view line) {
    try {
        submitted(line);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "none";
}

// With one mention more or less right, so that it shows what is wrong in it.
std::string mention(const std::string& rest) { return R"({"mentions":[{"begin":0,"end":5,"rule":"r",)" + rest + "}]}"; }

TEST(Answer, SubmitsMentionsInBytes) {
    EXPECT_THAT(submitted(R"({"mentions":[{"begin":1,"end":4,"type":"word","rule":"capital","confidence":0.5,"attributes":{"length":3,"parts":["a","b"],"day":"2024"}}]})"),
                ElementsAre("candidate word 2-5 words/capital 0.5 day=2024(date) length=3 parts=a parts=b"));  // ü has two bytes
}

TEST(Answer, SubmitsFactsLinksAndDiagnostics) {
    EXPECT_THAT(submitted(R"({"facts":[{"fact":"boss","subject":7,"begin":0,"end":1,"rule":"r","confidence":1,"fields":{"of":7}}],
                              "links":[{"reason":"shorter-form","from":7,"to":7,"begin":0,"end":1,"rule":"r","confidence":1}],
                              "diagnostics":[{"severity":"info","code":"note","message":"A note."}]})"),
                ElementsAre("fact boss of 7 0-2 words/r 1 of=@7", "link 2 7 7 0-2 words/r 1", "diagnostic 0 words.note A note. 0-0"));
}

TEST(Answer, MayBeEmpty) {
    EXPECT_THAT(submitted("{}"), IsEmpty());
    EXPECT_THAT(submitted(R"({"mentions":[],"later":"field"})"), IsEmpty());
}

TEST(Answer, LeavesSpansOutsideTheTextToTheHost) {
    EXPECT_THAT(submitted(R"({"mentions":[{"begin":0,"end":99,"type":"word","rule":"r","confidence":1},{"begin":-1,"end":5000000000,"type":"word","rule":"r","confidence":1}]})"),
                ElementsAre("candidate word 0-4294967295 words/r 1", "candidate word 4294967295-4294967295 words/r 1"));
}

TEST(Answer, CarriesWhatTheProgramReports) { EXPECT_EQ(problem(R"({"error":"no model","mentions":[]})"), "reports: no model"); }

TEST(Answer, ThatIsNoneIsRefused) {
    EXPECT_EQ(problem("hello"), "answered with a line that is no JSON: 'hello'");
    EXPECT_EQ(problem(""), "answered with a line that is no JSON: ''");
    EXPECT_EQ(problem("\xff"), "answered with a line that is no JSON: '\uFFFD'");
    EXPECT_EQ(problem("[1]"), "answered with a line that is no JSON object: '[1]'");
    EXPECT_THAT(problem(std::string(100'000, '[')), HasSubstr("answered with a line that is no answer: it is nested deeper than 8 levels"));
    EXPECT_EQ(problem(R"({"mentions":{}})"), "answered with an answer whose 'mentions' is not an array");
    EXPECT_EQ(problem(R"({"mentions":[1]})"), "answered with a mention that is no object: '1'");
}

TEST(Answer, SaysWhichFieldIsWrong) {
    EXPECT_EQ(problem(mention(R"("confidence":1)")), "answered with a mention whose 'type' is not a string");
    EXPECT_EQ(problem(R"({"mentions":[{"begin":"0","end":5,"type":"word","rule":"r","confidence":1}]})"), "answered with a mention whose 'begin' is not a whole number");
    EXPECT_EQ(problem(mention(R"("type":"word")")), "answered with a mention whose 'confidence' is not there, nor is 'because'; give one of them");
    EXPECT_EQ(problem(mention(R"("type":"word","confidence":1,"attributes":[])")), "answered with a mention whose 'attributes' is not an object");
    EXPECT_EQ(problem(mention(R"("type":"word","confidence":1,"attributes":{"length":{}})")), "answered with a mention whose 'length' is not a string, a number, null or an array of them");
    EXPECT_EQ(problem(R"({"facts":[{"fact":"boss","subject":8}]})"), "answered with a fact whose 'subject' is not the handle of a mention that it was told of");
}

TEST(Answer, NamesTheNearestOfAnUnknownName) {
    EXPECT_EQ(problem(mention(R"("type":"wrod","confidence":1)")), "answered with a mention whose 'type' nobody declares: 'wrod'; did you mean 'word'?");
    EXPECT_EQ(problem(mention(R"("type":"word","confidence":1,"attributes":{"lenght":1})")),
              "answered with a mention whose 'attributes' nobody declares: 'lenght'; did you mean 'length'?");
    EXPECT_EQ(problem(mention(R"("type":"word","because":[{"evidence":"after"}])")), "answered with a reason whose 'evidence' nobody declares: 'after'");
}

std::string problem_with_abilities(std::string_view line) {
    try {
        read_abilities(line);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "none";
}

TEST(Abilities, AreWhatTheProgramSays) {
    const Abilities abilities = read_abilities(R"({"lines":1,"relate":true})");
    EXPECT_FALSE(abilities.extract);
    EXPECT_TRUE(abilities.relate);
}

TEST(Abilities, OfAnotherProtocolAreRefused) {
    EXPECT_EQ(problem_with_abilities(R"({"lines":2,"extract":true})"), "speaks version 2 of the line protocol, and this dateline version 1");
    EXPECT_EQ(problem_with_abilities(R"({"extract":true})"), "answered with an answer whose 'lines' is not a whole number");
    EXPECT_EQ(problem_with_abilities(R"({"lines":1,"extract":1})"), "answered with an answer whose 'extract' is not true or false");
    EXPECT_EQ(problem_with_abilities(R"({"lines":1})"), "says that it neither extracts nor relates");
}

}  // namespace
}  // namespace dateline::process
