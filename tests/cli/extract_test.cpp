#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Extract : public Scratch {
protected:
    static std::string extract(const std::string& arguments) { return bare_dateline + " extract --plugin " + words_plugin + " " + arguments; }

    static std::vector<std::string> sources(const Ran& ran) {
        std::vector<std::string> all;
        for (const std::string& line : ran.lines()) {
            all.push_back(json::parse(line)["document"]["source"]);
        }
        return all;
    }
};

TEST_F(Extract, WritesARecordALine) {
    write("a.txt", "Li Na spoke.\n");
    const Ran ran = run(extract("a.txt a.txt"));
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.err, "");
    ASSERT_EQ(ran.lines().size(), 2u);
    const json record = json::parse(ran.lines()[0]);
    EXPECT_EQ(record["document"]["status"], "complete");
    EXPECT_EQ(record["entities"]["words"][0]["mentions"][0]["text"], "Li");
}

TEST_F(Extract, KeepsTheOrderOfTheArguments) {
    write("b.txt", std::string(300'000, 'x'));
    write("a.txt", "a\n");
    EXPECT_THAT(sources(run(extract("-j 2 b.txt a.txt b.txt"))), testing::ElementsAre("b.txt", "a.txt", "b.txt"));
}

TEST_F(Extract, AFolderIsAllFilesBelowItInTheOrderOfTheirPaths) {
    write("d/b.txt", "b");
    write("d/a/z.txt", "z");
    write("d/.hidden", "h");
    write("d/.git/x", "x");
    EXPECT_THAT(sources(run(extract("d"))), testing::ElementsAre("d/a/z.txt", "d/b.txt"));
}

TEST_F(Extract, ReadsStandardInput) {
    const Ran ran = run("printf 'Li Na' | " + extract("-"));
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(sources(ran), testing::ElementsAre("-"));
}

TEST_F(Extract, FileNamesThatBeginWithADashStandAfterTwo) {
    write("-x.txt", "x");
    EXPECT_THAT(sources(run(extract("-- -x.txt"))), testing::ElementsAre("-x.txt"));
}

TEST_F(Extract, JsonIsOneArray) {
    write("a.txt", "Li Na\n");
    EXPECT_EQ(json::parse(run(extract("--format json a.txt a.txt")).out).size(), 2u);
    EXPECT_EQ(json::parse(run(extract("--format json --pretty a.txt missing.txt")).out).size(), 2u);
    write("empty/.hidden", "");
    EXPECT_EQ(run(extract("--format json empty")).out, "[\n]\n");
}

TEST_F(Extract, PrettyChangesNothingElse) {
    write("a.txt", "Li Na\n");
    EXPECT_EQ(json::parse(run(extract("--pretty a.txt")).out), json::parse(run(extract("a.txt")).out));
}

TEST_F(Extract, TsvHasAFactALine) {
    write("a.txt", "The Hall\twas open.\nNa Boss came.\n");
    const std::vector<std::string> lines = run(extract("--format tsv a.txt") + " | grep -P '^source|\\tw[0-9]+\\t'").lines();
    ASSERT_EQ(lines.size(), 6u);
    EXPECT_EQ(lines[0], "source\tid\ttype\tname\tfact\tvalue\tstart\tend\tconfidence\tsentence");
    EXPECT_EQ(lines[2], "a.txt\tw2\tword\tHall\tmention\tHall\t4\t8\t0.90\tThe Hall was open.");
    EXPECT_EQ(lines[4], "a.txt\tw3\tword\tNa\tboss\tof=Boss\t22\t26\t0.80\tNa Boss came.");
}

TEST_F(Extract, WithTextAndWithSourceAddFields) {
    write("a.txt", "Li Na\n");
    EXPECT_EQ(json::parse(run(extract("--with-text a.txt")).out)["document"]["text"], "Li Na\n");
    EXPECT_TRUE(json::parse(run(extract("--with-source a.txt")).out)["entities"]["words"][0]["mentions"][0].contains("source"));
}

TEST_F(Extract, CountsInTheUnitThatIsAskedFor) {
    write("a.txt", "é 😀 Na\n");
    const auto start = [&](const std::string& unit) {
        return json::parse(run(extract("--offset-unit " + unit + " a.txt")).out)["entities"]["words"][0]["mentions"][0]["start"].get<int>();
    };
    EXPECT_EQ(start("code-point"), 4);
    EXPECT_EQ(start("utf-8"), 8);
    EXPECT_EQ(start("utf-16"), 5);
}

TEST_F(Extract, TheSameWithAnyNumberOfJobs) {
    write_many("many", 300);
    const std::string one = run(extract("-j 1 many")).out;
    EXPECT_EQ(Ran({0, one, ""}).lines().size(), 300u);
    EXPECT_EQ(run(extract("-j 2 many")).out, one);
    EXPECT_EQ(run(extract("-j 7 many")).out, one);
}

TEST_F(Extract, TheSameInAnotherTimeZoneLocaleAndFolder) {
    write("a.txt", "Li Na spoke on Monday, 1.5 million yuan.\n");
    write("below/x", "");
    const std::string here = run(extract("a.txt")).out;
    EXPECT_EQ(run("TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 LANG=de_DE.UTF-8 " + extract("a.txt")).out, here);
    EXPECT_EQ(run("cd below && " + extract("../a.txt") + " | sed 's|\\.\\./a.txt|a.txt|'").out, here);
    EXPECT_EQ(run(extract("- < a.txt") + " | sed 's|\"source\":\"-\"|\"source\":\"a.txt\"|'").out, here);
}

TEST_F(Extract, APluginsOutputStaysOutOfTheRecords) {
    write("a.txt", "Li Na\n");
    for (const std::string& line : run(extract("a.txt")).lines()) {
        EXPECT_TRUE(json::accept(line));
    }
}

/// The mentions of the type "word", with their rules.
std::vector<std::string> words_of(const Ran& ran) {
    const json record = json::parse(ran.out);
    std::vector<std::string> all;
    for (const json& entity : record["entities"]["words"]) {
        for (const json& mention : entity["mentions"]) {
            all.push_back(mention["text"].get<std::string>() + " " + mention["rule"].get<std::string>());
        }
    }
    return all;
}

TEST_F(Extract, OwnWordListsEndFalseMarks) {
    write("names.tsv", "Na\tword\tnever\n");
    write("a.txt", "Li Na spoke.\n");
    EXPECT_THAT(words_of(run(extract("--lexicon names.tsv a.txt"))), testing::ElementsAre("Li words/capital"));
}

TEST_F(Extract, OwnWordListsMakeMarks) {
    write("names.tsv", "Na spoke\tword\talways\nof the harbour\tword\thint\n");
    write("a.txt", "Li Na spoke of the harbour.\n");
    EXPECT_THAT(words_of(run(extract("--lexicon names.tsv a.txt"))),
                testing::ElementsAre("Li words/capital", "Na spoke user/always", "of the harbour user/hint"));
    EXPECT_THAT(run(bare_dateline + " explain --plugin " + words_plugin + " --lexicon names.tsv --why 'Na spoke' a.txt").out,
                HasSubstr("is marked always by the user's list"));
}

TEST_F(Extract, OwnWordListsAreNamedInTheConfiguration) {
    write("names.tsv", "Na\tword\tnever\n");
    write("a.txt", "x\n");
    EXPECT_NE(json::parse(run(extract("--lexicon names.tsv a.txt")).out)["generator"]["configuration"],
              json::parse(run(extract("a.txt")).out)["generator"]["configuration"]);
}

}  // namespace
}  // namespace dateline::cli
