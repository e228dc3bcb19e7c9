#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/ran.h"

namespace dateline::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

// With the test plugin "words", which marks words with a capital.
class PluginsTest : public Scratch {
protected:
    // The plugin's folder with these examples, the library as if CMake had built it.
    void make(const std::string& examples) const {
        run("mkdir -p words/build/words && cp " + words_plugin + "/* words/build/words && cp " + words_plugin + "/plugin.json words");
        write("words/tests/words.example", examples);
    }
    Ran test(const std::string& rest = "") const { return run(bare_dateline + " plugins test words " + rest); }
};

TEST_F(PluginsTest, PassesWhenAllIsFoundAndNothingElse) {
    make("== two words\n[Harbour](word length=7) of [Eastport](word)\n\n== none\nnothing here\n");
    const Ran ran = test();
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out, "ok      words/tests/words.example:1: two words\nok      words/tests/words.example:4: none\nAll 2 examples pass (the plugin in words/build/words).\n");
}

TEST_F(PluginsTest, ShowsWhatIsMissingUnexpectedAndWrong) {
    make("== one\n[harbour](word) [Of](word length=3)\nEastport\n\n== two\nnothing\n");
    const Ran ran = test();
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.out, HasSubstr("wrong   words/tests/words.example:1: one\n    line 2: missing word “harbour”\n        0–7  …»harbour« Of Eastport"));
    EXPECT_THAT(ran.out, HasSubstr("            No plugin took these words for anything.\n"));
    EXPECT_THAT(ran.out, HasSubstr("    line 2: wrong word.length “Of”: expected 3, got 2\n"));
    EXPECT_THAT(ran.out, HasSubstr("    line 3: unexpected word “Eastport” (words/capital)\n"));
    EXPECT_THAT(ran.out, HasSubstr("1 of 2 examples pass (the plugin in words/build/words).\n"));
}

// A plugin of rules, "tickets".
class RulePluginsTest : public Scratch {
protected:
    void make(const std::string& rules, const std::string& examples) const {
        write("tickets/plugin.json", R"({"manifest": 1, "id": "tickets", "version": "1", "kind": "extractor", "description": "Tickets.", "produces": [{"type": "ticket",
            "collection": "tickets", "id_prefix": "t", "named": false, "attributes": [{"name": "code", "kind": "string"}]}]})");
        write("tickets/data/tickets.rules", rules);
        write("tickets/tests/tickets.example", examples);
    }
    Ran test(const std::string& rest = "") const { return run(bare_dateline + " plugins test tickets " + rest); }
};

TEST_F(RulePluginsTest, ShowsTheWordsOfWhatIsMissingAsPatternsSeeThem) {
    make("rule t: \"ticket\" [ #WORD \"-\" #number ] => ticket\n", "== one\nticket [AB-12](ticket)\n\n== two\nThe ticket [Ab-34](ticket)\n");
    const Ran ran = test();
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.out, HasSubstr("            words:\n"
                                   "                Ab  #Word  word, capital\n"
                                   "                -  punctuation, no space before\n"
                                   "                34  #99  #number  number, has digit, no space before\n"));
    EXPECT_THAT(ran.out, Not(HasSubstr("AB  #Word")));
}

TEST_F(RulePluginsTest, NotesRulesThatMatchInNoExample) {
    make("rule t: \"ticket\" [ #WORD ] => ticket\nrule u: \"tocket\" [ #WORD ] => ticket\n", "== one\nticket [AB](ticket)\n");
    const Ran ran = test();
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.out, HasSubstr("note    the rule u matches in no example; write one for it\nThe one example passes"));
    EXPECT_EQ(nlohmann::json::parse(test("--json").out)["unmatched_rules"], nlohmann::json::array({"u"}));
    make("rule t: \"ticket\" [ #WORD ] => ticket\nrule u: \"tocket\" [ #WORD ] => ticket\n", "== one\nticket [AB](ticket), tocket [CD](ticket)\n");
    EXPECT_THAT(test().out, Not(HasSubstr("note")));
}

TEST_F(RulePluginsTest, SeesTheMatchesOfRulesThatNameTypes) {
    make("rule t: \"ticket\" [ #WORD ] => ticket\nrule u: t:<ticket> \"alias\" s:<ticket> => link renamed from s to t\nrule v: t:<ticket> \"or\" s:<ticket> => link renamed from s to t\n",
         "== one\nticket [AB](ticket) or ticket [CD](ticket)\n");
    const std::string out = test().out;
    EXPECT_THAT(out, HasSubstr("these rules match in no example; write some for them: u, v\n"));
    make("rule t: \"ticket\" [ #WORD ] => ticket\nrule u: t:<ticket> \"alias\" s:<ticket> => link renamed from s to t\nrule v: t:<ticket> \"or\" => link renamed from t to t\n",
         "== one\nticket [AB](ticket) or ticket [CD](ticket)\n");
    EXPECT_THAT(test().out, HasSubstr("the rule u matches in no example"));
}

TEST_F(RulePluginsTest, SaysWhichCaptureLeftAValueNull) {
    make("rule t: \"ticket\" [ #WORD n:#number? ] => ticket code \"{n}\"\nrule u: [ #WORD #number? ] => ticket\n",
         "== one\nticket [AB](ticket code=AB)\n");
    EXPECT_THAT(test().out, HasSubstr("    line 2: wrong ticket.code “AB”: expected AB, got null\n"
                                      "        tickets/t gives it by the capture “n”, which took no part\n"
                                      "        tickets/u matched too, without giving it\n"));
}

TEST_F(PluginsTest, HasColoursWhenTheyAreWanted) {
    make("== one\n[harbour](word)\n");
    EXPECT_THAT(test("--color always").out, HasSubstr("\033[31mmissing\033[0m"));
    EXPECT_THAT(test().out, Not(HasSubstr("\033")));
}

TEST_F(PluginsTest, WritesJson) {
    make("== one\n[harbour](word)\n\n== two\nnothing\n");
    const Ran ran = test("--json");
    EXPECT_EQ(ran.code, 1);
    const nlohmann::json all = nlohmann::json::parse(ran.out);
    EXPECT_EQ(all["plugin"], "words");
    EXPECT_EQ(all["passed"], 1);
    ASSERT_EQ(all["examples"].size(), 2);
    EXPECT_EQ(all["examples"][0]["line"], 1);
    const nlohmann::json& difference = all["examples"][0]["differences"][0];
    EXPECT_EQ(difference["kind"], "missing");
    EXPECT_EQ(difference["line"], 2);
    EXPECT_EQ(difference["text"], "harbour");
    EXPECT_EQ(difference["what"], "word");
}

TEST_F(PluginsTest, SaysWhatAnExampleHasWrong) {
    make("== one\n[Harbour](wrod)\n");
    const Ran ran = test();
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("words/tests/words.example:2:1: no loaded plugin has the type 'wrod'; did you mean 'word'?"));
}

TEST_F(PluginsTest, SaysThatThereAreNoExamples) {
    make("# none yet\n");
    const Ran ran = test();
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("there are no examples in words/tests; write one"));
}

TEST_F(PluginsTest, SaysThatThePluginIsNotBuilt) {
    make("== one\n[Harbour](word)\n");
    run("rm -r words/build");
    const Ran ran = test();
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("the plugin's library is neither words/words.so nor words/build/words/words.so; build it (cmake -S words -B words/build"));
    EXPECT_EQ(test("--plugin " + words_plugin).code, 0);
}

TEST_F(PluginsTest, TakesTheNewerOfTwoThatWereBuilt) {
    make("== one\n[Harbour](word)\n");
    run("cp words/build/words/words.so words; touch -d '2001-01-01' words/words.so");
    EXPECT_THAT(test().out, HasSubstr("(the plugin in words/build/words)"));
    run("touch words/words.so; touch -d '2001-01-01' words/build/words/words.so");
    EXPECT_THAT(test().out, HasSubstr("(the plugin in words)"));
}

TEST_F(PluginsTest, WarnsThatWhatIsWrittenIsNewerThanWhatWasBuilt) {
    make("== one\n[Harbour](word)\n");
    write("words/words.cpp", "// older\n");
    run("touch -d '2001-01-01' words/words.cpp");
    EXPECT_EQ(test().err, "");
    run("touch -d '2001-01-01' words/build/words/words.so; touch words/words.cpp");
    const Ran ran = test();
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.err, "dateline: words/words.cpp was changed after words/build/words/words.so was built; build the plugin again\n");
    write("words/data/words.rules", "# newer\n");
    run("sed -i 's/\"library\"/\"lexicon\": \"words.lexicon\", \"library\"/' words/plugin.json words/build/words/plugin.json; dateline lexicon build words/data -o words/build/words/words.lexicon");
    run("touch words/build/words/words.so; touch -d '2001-01-01' words/build/words/words.lexicon");
    EXPECT_EQ(test().err, "dateline: words/data/words.rules was changed after words/build/words/words.lexicon was built; build the plugin again\n");
}

TEST_F(PluginsTest, SaysThatThePluginCannotBeLoaded) {
    make("== one\n[Harbour](word)\n");
    run("chmod u+w words/build/words/words.so; echo none > words/build/words/words.so");
    const Ran ran = test();
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("the plugin 'words' in words/build/words cannot be loaded: "));
}

}  // namespace
}  // namespace dateline::cli
