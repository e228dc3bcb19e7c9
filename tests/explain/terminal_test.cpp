#include "core/explain/terminal.h"

#include <gmock/gmock.h>

#include "tests/explain/sample.h"

namespace dateline::explain {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string written(const Sample& sample, bool color) {
    std::string out;
    write_terminal(sample.findings(), Paint(color), out);
    return out;
}

TEST(Terminal, MarksTheTextWithBracketsWithoutColors) {
    EXPECT_THAT(written(Sample(), false), HasSubstr("Zürich, [March 21.|d1] [Li Na|p1] , dean of [East China Normal University|o1] ( [ECNU|o1] )"));
}

TEST(Terminal, MarksTheTextWithColors) {
    const std::string text = written(Sample(), true);
    EXPECT_THAT(text, HasSubstr("Li Na\033[0m"));
    EXPECT_THAT(text, Not(HasSubstr("[Li Na|")));
}

TEST(Terminal, ShowsEntitiesWithFactsAndReasons) {
    const std::string text = written(Sample(), false);
    EXPECT_THAT(text, HasSubstr("organizations 1"));
    EXPECT_THAT(text, HasSubstr("p1  Li Na"));
    EXPECT_THAT(text, HasSubstr("role  title “dean”, organization “East China Normal University”"));
    EXPECT_THAT(text, HasSubstr("alias  “ECNU” is “East China Normal University” (abbreviation)"));
    EXPECT_THAT(text, HasSubstr("+2.5"));
}

TEST(Terminal, LeavesOutWhatIsNotWritten) {
    EXPECT_THAT(written(Sample(), false), Not(HasSubstr("[Shanghai")));
}

TEST(Terminal, TextCannotSteerTheTerminal) {
    Sample sample("Li \033]0;owned\007Na\033[2J\n");
    sample.draft.candidate("person", "Na\033[2J", 100);
    sample.document.source = "a\033[1mb";
    sample.decide();
    const std::string text = written(sample, false);
    EXPECT_EQ(text.find('\033'), std::string::npos);
    EXPECT_EQ(text.find('\007'), std::string::npos);
    EXPECT_THAT(text, HasSubstr("␛]0;owned␇"));
}

TEST(Terminal, SaysWhenThePublicationDateIsKnown) {
    EXPECT_THAT(written(Sample(), false), HasSubstr("samples/small.txt  complete, published 2024-04-01 dates/published-line"));
}

}  // namespace
}  // namespace dateline::explain
