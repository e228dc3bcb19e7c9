#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

class Explain : public Scratch {
protected:
    Explain() { write("a.txt", "The Hall opened.\nNa Boss came.\n"); }

    Ran explain(const std::string& arguments) const { return run(bare_dateline + " explain --plugin " + words_plugin + " " + arguments); }
};

TEST_F(Explain, ShowsTheTextWithItsMarks) {
    const Ran ran = explain("a.txt");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("[Hall|w2] opened."));
    EXPECT_THAT(ran.out, HasSubstr("boss  of “Boss”"));
}

TEST_F(Explain, TellsWhy) {
    EXPECT_THAT(explain("--why Hall a.txt").out, HasSubstr("its plugin is 90% sure"));
    EXPECT_THAT(explain("--why opened a.txt").out, HasSubstr("No plugin took these words for anything."));
    EXPECT_EQ(explain("--why Peking a.txt").out, "The text does not have “Peking”.\n");
}

TEST_F(Explain, TellsAboutAPlace) {
    EXPECT_THAT(explain("--at 5 a.txt").out, HasSubstr("»a«"));
    EXPECT_EQ(explain("--at 5 a.txt").out, explain("--at 1:6 a.txt").out);
}

TEST_F(Explain, TellsWhereTheTimeGoes) {
    const Ran ran = explain("--profile a.txt");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, ContainsRegex("\nwords  .*%\n"));
    EXPECT_THAT(ran.out, HasSubstr("the host's own\n"));
    EXPECT_EQ(explain("--profile - <a.txt").code, 2);
}

TEST_F(Explain, WritesAPage) {
    const Ran ran = explain("--html a.txt");
    EXPECT_THAT(ran.out, HasSubstr("<!DOCTYPE html>"));
    EXPECT_THAT(ran.out, HasSubstr(">Hall</a>"));
}

TEST_F(Explain, WritesJsonOfManyFiles) {
    write("b.txt", "Na\n");
    const Ran ran = explain("--json a.txt b.txt missing.txt");
    EXPECT_EQ(ran.code, 1);
    ASSERT_EQ(ran.lines().size(), 3u);
    EXPECT_EQ(nlohmann::json::parse(ran.lines()[1])["candidates"][0]["text"], "Na");
    EXPECT_EQ(nlohmann::json::parse(ran.lines()[2])["status"], "failed");
}

TEST_F(Explain, ReadsStandardInput) {
    EXPECT_THAT(explain("- < a.txt").out, HasSubstr("[Hall|w2] opened."));
}

}  // namespace
}  // namespace dateline::cli
