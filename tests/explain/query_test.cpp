#include "core/explain/query.h"

#include <gmock/gmock.h>

#include "tests/explain/sample.h"

namespace dateline::explain {
namespace {

using testing::HasSubstr;

std::vector<Sight> sees_nothing(std::uint32_t, std::uint32_t) {
    return {{"words", {}, {}}};
}

std::string why(const Sample& sample, std::string_view name, std::size_t places) {
    std::string out;
    EXPECT_EQ(explain_name(sample.findings(), sees_nothing, name, Paint(false), out), places);
    return out;
}

TEST(FindPlace, TakesOffsetsInTheUnitThatIsShown) {
    const Sample sample;
    EXPECT_EQ(find_place(sample.findings(), "0"), 0u);
    EXPECT_EQ(find_place(sample.findings(), "2"), 3u);  // after ü, which has two bytes
}

TEST(FindPlace, TakesLinesAndColumns) {
    const Sample sample;
    EXPECT_EQ(find_place(sample.findings(), "2:1"), sample.document.text.find('\n') + 1);
    EXPECT_EQ(find_place(sample.findings(), "1:3"), 3u);
}

TEST(FindPlace, RefusesWhatIsNoPlace) {
    const Sample sample;
    for (const char* place : {"", "x", "-1", "1:", ":1", "0:1", "1:0", "99999", "1:9999", "9:1", "1:2:3", "18446744073709551616"}) {
        EXPECT_FALSE(find_place(sample.findings(), place)) << place;
    }
}

TEST(ExplainName, FindsEveryPlace) {
    EXPECT_THAT(why(Sample(), "ECNU", 2), HasSubstr("organization"));
}

TEST(ExplainName, TellsOfFactsThatExcludeEachOtherTheBestAlone) {
    Sample sample("Li Na is dean .");
    const std::uint32_t li = sample.draft.candidate("person", "Li Na", 300);
    for (const std::int32_t score : {50, -70, 200, -90, -80, 100}) sample.draft.fact(li, "role", "dean", score, 1);
    sample.decide();
    const std::string out = why(sample, "dean", 1);
    for (const char* told : {"+2 ", "+1 ", "+0.5 "}) EXPECT_THAT(out, HasSubstr(told));
    for (const char* left_out : {"-0.7", "-0.8", "-0.9"}) EXPECT_THAT(out, testing::Not(HasSubstr(left_out)));
}

TEST(ExplainName, ComparesFoldedWords) {
    why(Sample(), "zurich", 1);
    why(Sample(), "east  CHINA normal university", 1);
}

TEST(ExplainName, FindsPartsOfWords) {
    why(Sample(), "izh", 1);
}

TEST(ExplainName, FindsNothingWhereNothingIs) {
    why(Sample(), "Peking", 0);
    why(Sample(), "", 0);
}

TEST(ExplainName, TellsWhoWon) {
    EXPECT_THAT(why(Sample(), "China", 1), HasSubstr("not marked: “East China Normal University” (organization) takes these words with +2.5"));
}

TEST(ExplainName, TellsThatTooLittleSpeaksForIt) {
    EXPECT_THAT(why(Sample(), "May", 1), HasSubstr("not marked: too little speaks for it"));
}

TEST(ExplainName, TellsThatATypeIsNotWritten) {
    EXPECT_THAT(why(Sample(), "Shanghai", 1), HasSubstr("accepted, but this type is not written"));
}

TEST(ExplainName, TellsThatNobodyTookTheWords) {
    const std::string text = why(Sample(), "thanked", 1);
    EXPECT_THAT(text, HasSubstr("No plugin took these words for anything."));
    EXPECT_THAT(text, HasSubstr("words  nothing of its lists or rules"));
}

TEST(ExplainPlace, ShowsTheFactsStatedThere) {
    const Sample sample;
    std::string out;
    explain_place(sample.findings(), sees_nothing, *find_place(sample.findings(), "1:27"), Paint(false), out);  // "dean"
    EXPECT_THAT(out, HasSubstr("»d«"));
    EXPECT_THAT(out, HasSubstr("role  title “dean”"));
}

TEST(ExplainPlace, ShowsWhiteSpaceToo) {
    const Sample sample;
    std::string out;
    explain_place(sample.findings(), sees_nothing, 8, Paint(false), out);
    EXPECT_THAT(out, HasSubstr("No word stands there."));
}

TEST(ExplainName, TellsOfAHundredPlacesAtMost) {
    std::string text;
    for (int i = 0; i < 150; ++i) {
        text += "Li Na. ";
    }
    Sample sample(text);
    sample.decide();
    EXPECT_THAT(why(sample, "Li Na", 150), HasSubstr("The text has it at 50 more places"));
}

}  // namespace
}  // namespace dateline::explain
