#include "core/cli/tsv.h"

#include <gmock/gmock.h>

#include <sstream>

#include "tests/explain/sample.h"

namespace dateline::cli {
namespace {

std::vector<std::string> rows(const explain::Sample& sample) {
    std::string out;
    write_tsv(sample.findings(), out);
    std::vector<std::string> all;
    std::istringstream stream(out);
    for (std::string line; std::getline(stream, line);) {
        EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 9) << line;
        all.push_back(line);
    }
    return all;
}

TEST(Tsv, HasARowForEachFact) {
    EXPECT_THAT(rows(explain::Sample()),
                testing::ElementsAre(testing::StartsWith("samples/small.txt\t\tdocument\tZürich, March 21.\tpublished\t2024-04-01\t\t\t\t"),
                                     testing::StartsWith("samples/small.txt\td1\tdate\t2024-03-21\tmention\tMarch 21.\t8\t17\t0.95\tZürich, March 21."),
                                     testing::HasSubstr("\to1\torganization\tEast China Normal University\tmention\tEast China Normal University\t"),
                                     testing::HasSubstr("\to1\torganization\tEast China Normal University\tmention\tECNU\t"),
                                     testing::HasSubstr("\to1\torganization\tEast China Normal University\tmention\tECNU\t"),
                                     testing::HasSubstr("\to1\torganization\tEast China Normal University\talias\tECNU\t"),
                                     testing::HasSubstr("\tp1\tperson\tLi Na\tmention\tLi Na\t"),
                                     testing::HasSubstr("\tp1\tperson\tLi Na\trole\ttitle=dean; organization=East China Normal University; status=current\t"),
                                     testing::HasSubstr("\tb1\tbase\tZizhu Base\tmention\tZizhu Base\t"),
                                     testing::HasSubstr("\tb1\tbase\tZizhu Base\tevent\ttype=opened; date=2024-03-21\t")));
}

TEST(Tsv, NothingOfTheTextBreaksARow) {
    explain::Sample sample("Li\tNa\nspoke .\n");
    sample.draft.candidate("person", "Li\tNa", 100);
    sample.document.source = "a\tb\n\xFF";
    sample.decide();
    EXPECT_THAT(rows(sample), testing::ElementsAre(testing::StartsWith("a b \uFFFD\tp1\tperson\tLi Na\tmention\tLi Na\t0\t5\t")));
}

TEST(Tsv, ACellIsNoFormula) {
    explain::Sample sample("=SUM(A1) spoke .\n");
    sample.draft.candidate("person", "=SUM(A1)", 100);
    sample.decide();
    EXPECT_THAT(rows(sample), testing::ElementsAre(testing::HasSubstr("\t'=SUM(A1)\tmention\t'=SUM(A1)\t")));
}

TEST(Tsv, ALongSentenceIsCutToWhatStandsNear) {
    std::string text;
    for (int i = 0; i < 2000; ++i) {
        text += "väl ";
    }
    explain::Sample sample(text + "Na " + text);
    sample.draft.candidate("person", "Na", 100);
    sample.decide();
    const std::string row = rows(sample).front();
    EXPECT_LT(row.size(), 1500u);
    EXPECT_THAT(row, testing::HasSubstr("väl Na väl"));
}

}  // namespace
}  // namespace dateline::cli
