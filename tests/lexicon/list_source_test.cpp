#include "core/lexicon/list_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

/// The mistake of a list with this text, in a file "list0.tsv".
std::string list_mistake(const std::string& text) { return mistake({{text}, {}, {}}); }

TEST(ListSource, ReadsHeaderAndEntries) {
    const Source source("months.tsv", "# list: months\n# about: anything\n# source: own: compilation\n#\n# licence: Apache-2.0\n# case: capital\n\n"
                                      "January\t01\r\n# not: a header\nSri Lanka\n#MeToo\n");
    const ListSource list = parse_list(source);
    EXPECT_EQ(list.name, "months");
    EXPECT_EQ(list.source, "own: compilation");
    EXPECT_EQ(list.licence, "Apache-2.0");
    EXPECT_EQ(list.condition, Condition::capital);
    ASSERT_EQ(list.entries.size(), 3u);
    EXPECT_EQ(list.entries[0].words, "January");
    EXPECT_EQ(list.entries[0].value, "01");
    EXPECT_EQ(list.entries[1].words, "Sri Lanka");
    EXPECT_EQ(list.entries[1].value, "");
    EXPECT_EQ(list.entries[2].words, "#MeToo");
}

TEST(ListSource, WantsAWholeHeader) {
    EXPECT_EQ(list_mistake("# list: a\n# source: b\nword\n"),
              "list0.tsv:1:1: the header has no “licence”; add a line “# licence: …” at the top\n# list: a\n^");
    EXPECT_EQ(list_mistake("# list: a\n# source:\n# licence: c\n"), "list0.tsv:2:10: “source” is empty; say it behind the colon\n# source:\n         ^");
    EXPECT_EQ(list_mistake("# list: a\n# list: b\n"), "list0.tsv:2:1: “list” stands twice in the header; keep one\n# list: b\n^");
    EXPECT_EQ(list_mistake(""), "list0.tsv:1:1: the header has no “list”; add a line “# list: …” at the top\n\n^");
}

TEST(ListSource, ChecksNameAndCase) {
    EXPECT_EQ(list_mistake("# list: my list\n" + header), "list0.tsv:1:11: a list's name has letters, digits and - only; change it\n# list: my list\n          ^");
    EXPECT_EQ(list_mistake(list_text("a", "# case: upper\n")), "list0.tsv:4:9: there is no case “upper”; use any, capital or exact\n# case: upper\n        ^");
}

TEST(ListSource, ChecksHits) {
    EXPECT_EQ(list_mistake(list_text("a", "# hits: none\nword\n")), "");
    EXPECT_EQ(list_mistake(list_text("a", "# hits: all\nword\tv\n")), "");
    EXPECT_EQ(list_mistake(list_text("a", "# hits: few\n")), "list0.tsv:4:9: “few” is nothing that hits can be; use all or none\n# hits: few\n        ^");
    EXPECT_EQ(list_mistake(list_text("a", "# hits: none\nword\tv\n")),
              "list0.tsv:5:6: a list without hits has no values, since nobody could ask for them; remove this one, or the line “# hits: none”\nword\tv\n    \t^");
}

TEST(ListSource, ChecksColumns) {
    EXPECT_EQ(list_mistake(list_text("a", "word\tv\tw\n")),
              "list0.tsv:4:7: a line has the words and one value, but here a third column begins; remove the tab\nword\tv\tw\n    \t ^");
    EXPECT_EQ(list_mistake(list_text("a", "word\t\n")), "list0.tsv:4:5: there is no value behind the tab; add one or remove the tab\nword\t\n    ^");
    EXPECT_EQ(list_mistake(list_text("a", "\tvalue\n")), "list0.tsv:4:1: there are no words here; write some, or remove the line\n\tvalue\n^");
}

TEST(ListSource, RefusesTheSameEntryTwice) {
    EXPECT_EQ(list_mistake(list_text("a", "Zürich\nword\nZURICH\n")), "list0.tsv:6:1: “ZURICH” is in line 4 already; remove one of them\nZURICH\n^");
    EXPECT_EQ(list_mistake(list_text("a", "# case: exact\nAG\nAg\n")), "");
    EXPECT_EQ(list_mistake(list_text("a", "# case: exact\nAG\nAG\n")), "list0.tsv:6:1: “AG” is in line 5 already; remove one of them\nAG\n^");
}

TEST(ListSource, RefusesMoreThanSixteenTokens) {
    EXPECT_EQ(list_mistake(list_text("a", "a b c d e f g h i j k l m n o p\n")), "");
    EXPECT_EQ(list_mistake(list_text("a", "a b c d e f g h i j k l m n o p q\n")),
              "list0.tsv:4:1: an entry has at most 16 tokens, but this one has 17; shorten it\na b c d e f g h i j k l m n o p q\n^");
}

TEST(ListSource, RefusesOneNameTwice) {
    EXPECT_EQ(mistake({{list_text("a", ""), list_text("a", "")}, {}, {}}),
              "list1.tsv:1:9: the list “a” is in list0.tsv already; choose another name\n# list: a\n        ^");
}

TEST(ListSource, RefusesMoreThanSixtyFourLists) {
    Files files;
    for (int i = 0; i < 64; ++i) files.lists.push_back(list_text("list" + std::to_string(i), ""));
    EXPECT_EQ(mistake(files), "");
    files.lists.push_back(list_text("more", ""));
    EXPECT_EQ(mistake(files), "list64.tsv:1:9: there can be at most 64 lists and this is one more; join some of them\n# list: more\n        ^");
}

TEST(ListSource, RefusesWhatIsNoText) {
    EXPECT_EQ(list_mistake("# list: a\nZ\xFCrich\n"), "list0.tsv:2:2: this is not UTF-8; save the file as UTF-8\nZ\n ^");
    EXPECT_EQ(list_mistake(std::string("# li\0st\n", 8)), "list0.tsv:1:5: there is a NUL here; remove it\n# li\n    ^");
}

TEST(ListSource, CountsColumnsInCharacters) {
    EXPECT_EQ(list_mistake(list_text("a", "Zürich\t1\t2\n")),
              "list0.tsv:4:9: a line has the words and one value, but here a third column begins; remove the tab\nZürich\t1\t2\n      \t ^");
}

}  // namespace
}  // namespace dateline::lexicon
