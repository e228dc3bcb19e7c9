#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> hits(const std::vector<std::string>& lists, const std::string& text) {
    const auto lexicon = lexicon_of({lists, {}, {}});
    return Finding(*lexicon, text).hits();
}

TEST(Entries, FindsWordsHoweverWritten) {
    EXPECT_THAT(hits({list_text("city", "Zürich\tZH\n")}, "Zurich, ZÜRICH and zürich, not Zurichs."),
                ElementsAre("city: Zurich = ZH", "city: ZÜRICH = ZH", "city: zürich = ZH"));
}

TEST(Entries, FindsLongestOfAList) {
    EXPECT_THAT(hits({list_text("city", "New\nNew York\nNew York City\nYork\n")}, "In New York. New York City is new."),
                ElementsAre("city: New York", "city: York", "city: New York City", "city: York", "city: new"));
}

TEST(Entries, FindsLongestOfEachList) {
    EXPECT_THAT(hits({list_text("long", "Bank of China\tb\n"), list_text("short", "Bank\ta\n"), list_text("middle", "Bank of\n")}, "The Bank of China."),
                ElementsAre("long: Bank of China = b", "short: Bank = a", "middle: Bank of"));
}

TEST(Entries, OrdersHitsByTokenThenList) {
    EXPECT_THAT(hits({list_text("b", "Jordan\n"), list_text("a", "Jordan\nMichael Jordan\n")}, "Michael Jordan"),
                ElementsAre("a: Michael Jordan", "b: Jordan", "a: Jordan"));
}

TEST(Entries, StopsAtSentenceEnd) {
    EXPECT_THAT(hits({list_text("city", "New York\n")}, "All is new. York is old."), IsEmpty());
}

TEST(Entries, StopsAtEndOfText) { EXPECT_THAT(hits({list_text("city", "New York\n")}, "All is New"), IsEmpty()); }

TEST(Entries, GoesBackToShorterEntryWhenLongerFails) {
    EXPECT_THAT(hits({list_text("city", "a b\na b c d\n")}, "a b c e"), ElementsAre("city: a b"));
}

TEST(Entries, AsksForCapital) {
    EXPECT_THAT(hits({list_text("month", "# case: capital\nMay\n7 May\nde Sá\n")}, "May may not; MAY, 7 may, 7 May. De sá, de Sá"),
                ElementsAre("month: May", "month: MAY", "month: 7 may", "month: 7 May", "month: May", "month: De sá"));
}

TEST(Entries, AsksForCapitalOfTheFirstTokenOnly) {
    EXPECT_THAT(hits({list_text("name", "# case: capital\nvan Dyck\n"), list_text("any", "van Dyck\n")}, "van dyck, Van dyck"),
                ElementsAre("any: van dyck", "name: Van dyck", "any: Van dyck"));
}

TEST(Entries, AsksForExactLetters) {
    EXPECT_THAT(hits({list_text("form", "# case: exact\nAG\nAg\tsilver\nS.p.A.\n")}, "AG, ag, Ag and S.p.A. or S.P.A. here"),
                ElementsAre("form: AG", "form: Ag = silver", "form: S.p.A."));
}

TEST(Entries, KeepsOneHitAListAmongSpellings) {
    EXPECT_THAT(hits({list_text("form", "# case: exact\nIT\nIt\nit\n")}, "It is IT"), ElementsAre("form: It", "form: IT"));
}

TEST(Entries, FindsPunctuationAndApostrophes) {
    EXPECT_THAT(hits({list_text("a", "'s\nO'Brien\nInc.\nR&D\n1990's\n")}, "O’Brien’s R&D at Acme Inc. since the 1990's is good."),
                ElementsAre("a: O’Brien", "a: ’s", "a: R&D", "a: Inc.", "a: 1990's", "a: 's"));
}

TEST(Entries, FindsHan) { EXPECT_THAT(hits({list_text("a", "北京\n")}, "我在北京。"), ElementsAre("a: 北京")); }

TEST(Entries, MarksEveryTokenOfAnEntry) {
    const auto lexicon = lexicon_of({{list_text("a", "New York\n"), list_text("b", "York\nTimes\n")}, {}, {}});
    const Finding finding(*lexicon, "The New York Times");
    EXPECT_THAT(finding.raw().token_lists, ElementsAre(0, 1, 3, 2));
}

TEST(Entries, TellsWhereHitsOfATokenBegin) {
    const auto lexicon = lexicon_of({{list_text("a", "New York\n"), list_text("b", "York\nTimes\n")}, {}, {}});
    const Finding finding(*lexicon, "The New York Times");
    EXPECT_THAT(finding.raw().first_hit, ElementsAre(0, 0, 1, 2, 3));
}

TEST(Entries, OfAListWithoutHitsAreBitsAlone) {
    const auto lexicon = lexicon_of({{list_text("small", "# hits: none\nthe\nnew york\nnew\n"), list_text("a", "New\nTimes\n")}, {}, {}});
    const std::string text = "The New York Times";
    const Finding finding(*lexicon, text);
    EXPECT_THAT(finding.hits(), ElementsAre("a: New", "a: Times"));
    EXPECT_THAT(finding.raw().token_lists, ElementsAre(1, 3, 1, 2));
    EXPECT_THAT(finding.raw().first_hit, ElementsAre(0, 0, 1, 1, 2));
    Matches all;
    find_entries(*lexicon, text, finding.analysis(), all, Hits::all);
    EXPECT_EQ(all.hits.size(), 4u);
    EXPECT_EQ(all.token_lists, finding.raw().token_lists);
}

TEST(Entries, FindsNothingInEmptyTextOrLexicon) {
    EXPECT_THAT(hits({list_text("a", "word\n")}, ""), IsEmpty());
    EXPECT_THAT(hits({}, "some words"), IsEmpty());
    EXPECT_THAT(hits({list_text("a", "")}, "some words"), IsEmpty());
}

TEST(Entries, IsReusedFromTextToText) {
    const auto lexicon = lexicon_of({{list_text("a", "one\ntwo\n")}, {}, {}});
    Matches matches;
    for (const std::string text : {"one two one", "two", "", "one"}) {
        text::Analysis analysis;
        text::analyse(text, analysis);
        find_entries(*lexicon, text, analysis, matches);
        EXPECT_EQ(matches.hits.size(), analysis.tokens.size());
        EXPECT_EQ(matches.token_lists.size(), analysis.tokens.size());
    }
}

TEST(Entries, HoldsSixtyFourListsWithOneWord) {
    std::vector<std::string> lists;
    for (int i = 0; i < 64; ++i) lists.push_back(list_text("list" + std::to_string(i), "word\t" + std::to_string(i) + "\n"));
    const std::vector<std::string> all = hits(lists, "A word.");
    ASSERT_EQ(all.size(), 64u);
    EXPECT_EQ(all.back(), "list63: word = 63");
}

}  // namespace
}  // namespace dateline::lexicon
