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
    EXPECT_THAT(run("echo 'They spoke about it.' | dateline explain --why about -").out, HasSubstr("list stop: “about”"));  // a list without hits
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

// The watch runs beside the shell, which waits for what it has drawn before it changes something, and ends it at last.
TEST_F(Explain, WatchesTheDocumentAndTheFilesOfAPlugin) {
    write("awards/plugin.json", R"({"manifest": 1, "id": "awards", "version": "1", "kind": "extractor", "description": "Awards.",
        "produces": [{"type": "award", "collection": "awards", "id_prefix": "a"}]})");
    write("awards/data/some.rules", "rule r: #Word \"Medal\" => award\n");
    write("a.txt", "The Wu Medal.\n");
    const std::string drawn = "drawn() { until grep -q -- \"$1\" out; do sleep 0.05; done; }\n";
    const Ran ran = run(drawn + bare_dateline + " explain --watch --color never --plugin awards a.txt > out 2> err &\n"
                        "drawn 'Wu Medal|a' && printf 'rule r: \"Xi\" \"Prize\" => awrd\\n' > awards/data/some.rules\n"
                        "drawn 'did you mean' && printf 'rule r: \"Xi\" \"Prize\" => award\\n' > awards/data/some.rules\n"
                        "drawn 'The Wu Medal' && printf 'A Xi Prize.\\n' > new.txt && mv new.txt a.txt\n"
                        "drawn 'Xi Prize|a' && kill $!\n"
                        "wait $!");
    EXPECT_EQ(ran.code, 130);
    EXPECT_EQ(read("err"), "");
    EXPECT_THAT(read("out"), testing::StartsWith("==== a.txt ====\n"));
    EXPECT_THAT(read("out"), HasSubstr("==== a.txt, after a change of some.rules ====\ndateline: the plugin 'awards' in awards cannot be loaded: "
                                       "awards/data/some.rules:1:25: there is no type “awrd”; did you mean “award”?\n"));
    EXPECT_THAT(read("out"), HasSubstr("==== a.txt, after a change of a.txt ====\n"));
}

TEST_F(Explain, WatchesOnlyWhatCanBeDrawnAgain) {
    EXPECT_EQ(explain("--watch - < a.txt").code, 2);
    EXPECT_EQ(explain("--watch --html a.txt").code, 2);
}

}  // namespace
}  // namespace dateline::cli
