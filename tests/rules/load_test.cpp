#include "core/rules/load.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace dateline::rules {
namespace {

namespace fs = std::filesystem;

FieldDeclaration field(const char* name, dateline_value_kind kind = DATELINE_VALUE_STRING, const char* reference = "") {
    FieldDeclaration declared;
    declared.name = name;
    declared.kind = kind;
    declared.reference = reference;
    return declared;
}

/// award (ours), person and event (another plugin's).
Types some_types() {
    Types types;
    TypeDeclaration award;
    award.name = "award";
    award.collection = "awards";
    award.attributes = {field("kind"), field("year", DATELINE_VALUE_NUMBER), field("given", DATELINE_VALUE_DATE), field("tags"),
                        field("giver", DATELINE_VALUE_REFERENCE, "person")};
    award.attributes[0].values = {"prize", "medal"};
    award.attributes[3].list = true;
    award.facts = {0};
    types.types.push_back(award);
    for (const char* other : {"person", "event"}) {
        types.types.emplace_back().name = other;
        types.types.back().collection = other;
    }
    FactDeclaration winner;
    winner.name = "winner";
    winner.type = 0;
    winner.fields = {field("person", DATELINE_VALUE_REFERENCE, "person"), field("rank")};
    winner.fields[0].nullable = false;
    types.facts.push_back(winner);
    return types;
}

class Load : public testing::Test {
protected:
    Load() : folder_(fs::path(testing::TempDir()) / ("rules_load_" + std::to_string(getpid()))) {
        fs::create_directories(folder_);
        write("evidence.tsv", "# source: s\nnamed\t150\tis named\n");
    }
    ~Load() override { fs::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

    std::shared_ptr<const RuleSet> load() const { return rules::load(folder_, {"awards", types_, may_submit_}); }

    /// The mistake in a rule with n, a:<award>, p:<person>, e:<event> and m, one of <award> and <event>; its right side from column 7 of line 2.
    std::string mistake(const std::string& right_side, const std::string& pattern = "a:<award> p:<person> e:<event> m:( <award> | <event> ) n:#Word") const {
        write("some.rules", "rule r: " + pattern + "\n   => " + right_side + "\n");
        try {
            load();
            return {};
        } catch (const lexicon::BuildError& error) {
            const std::string all = error.what(), path = (folder_ / "some.rules").string();
            return all.starts_with(path) ? all.substr(path.size() + 1, all.find('\n') - path.size() - 1) : all;
        }
    }
    std::string mention_mistake(const std::string& right_side) const { return mistake(right_side, "n:#Word"); }

    const fs::path folder_;
    const Types types_ = some_types();
    const std::vector<bool> may_submit_ = {true, false, false};
};

TEST_F(Load, MakesIdsOfNames) {
    write("some.rules", "rule winner: p:<person> \"won\" a:<award> => award.winner of a person p rank \"1\"\nrule named: n:#Word => award year \"{n}\" because named\n");
    const auto rules = load();
    ASSERT_EQ(rules->actions.size(), 2u);
    const Action &named = rules->actions[rules->lexicon->find_rule("named")], &winner = rules->actions[rules->lexicon->find_rule("winner")];
    EXPECT_EQ(named.rule, "awards/named");
    EXPECT_EQ(named.kind, Action::Kind::mention);
    EXPECT_EQ(named.values.at(0).name, 1u);
    EXPECT_EQ(named.because.at(0).evidence, 0u);
    EXPECT_EQ(winner.kind, Action::Kind::fact);
    EXPECT_EQ(winner.subject, rules->lexicon->find_capture("a"));
    EXPECT_EQ(winner.values.at(0).mention, rules->lexicon->find_capture("p"));
    EXPECT_EQ(rules->value_code, "awards.value");
}

TEST_F(Load, ChecksTypes) {
    EXPECT_EQ(mention_mistake("award"), "");
    EXPECT_EQ(mention_mistake("awrd"), "2:7: there is no type “awrd”; did you mean “award”?");
    EXPECT_EQ(mention_mistake("something"), "2:7: there is no type “something”; declare it in plugin.json under produces, or load the plugin that does");
    EXPECT_EQ(mention_mistake("person"), "2:7: the type “person” is another plugin's; name it in plugin.json under contributes");
    EXPECT_EQ(mention_mistake("evidence named for person within block"), "2:26: the type “person” is another plugin's; name it in plugin.json under contributes");
    EXPECT_EQ(mistake("award.winner of a person p", "a:<award> p:<persn>"), "1:21: there is no type “persn”; did you mean “person”?");
    EXPECT_EQ(mistake("award", "\"the\" <person>"),
              "1:15: a rule with <person> is tried when mentions have been decided, so it can give facts and links, but no mention and no evidence; say it in words, "
              "lists and kinds of tokens");
}

TEST_F(Load, ChecksAttributes) {
    EXPECT_EQ(mention_mistake("award yaer \"{n}\""), "2:13: the type “award” has no attribute “yaer”; did you mean “year”?");
    EXPECT_EQ(mention_mistake("award colour \"{n}\""), "2:13: the type “award” has no attribute “colour”; declare it in plugin.json");
    EXPECT_EQ(mention_mistake("award kind \"{n}\""), "");
    EXPECT_EQ(mention_mistake("award kind \"prise\""), "2:18: “prise” is not on the closed list in the manifest; did you mean “prize”?");
    EXPECT_EQ(mention_mistake("award kind \"cup\""), "2:18: “cup” is not on the closed list in the manifest; correct it");
    EXPECT_EQ(mention_mistake("award year \"many\""), "2:18: “many” is no number, such as 12 or 0.5; correct it");
    EXPECT_EQ(mention_mistake("award given \"May\""), "2:19: “May” is no date as records write it, such as 2024-11-03; correct it");
    EXPECT_EQ(mention_mistake("award kind \"prize\" kind \"medal\""), "2:26: “kind” has a value already, and is no list in the manifest; give one");
    EXPECT_EQ(mention_mistake("award tags \"a\" tags \"b\""), "");
    EXPECT_EQ(mention_mistake("award giver \"{n}\""),
              "2:19: “giver” refers to a mention, and those are not decided yet when mentions are submitted; make a fact of it");
}

TEST_F(Load, ChecksFacts) {
    EXPECT_EQ(mistake("award.winner of a person p"), "");
    EXPECT_EQ(mistake("award.winer of a person p"), "2:13: the type “award” has no fact “winer”; did you mean “winner”?");
    EXPECT_EQ(mistake("award.winner of p person p"),
              "2:23: the capture “p” may be of the type “person”, but here only “award” can stand; name that one in the pattern");
    EXPECT_EQ(mistake("award.winner of m person p"),
              "2:23: the capture “m” may be of the type “event”, but here only “award” can stand; name that one in the pattern");
    EXPECT_EQ(mistake("award.winner of a person e"),
              "2:32: the capture “e” may be of the type “event”, but here only “person” can stand; name that one in the pattern");
    EXPECT_EQ(mistake("award.winner of a person \"{n}\""), "2:32: “person” refers to a mention; give it the name of a capture that is one");
    EXPECT_EQ(mistake("award.winner of a person p rank p"), "2:39: “rank” is no reference in the manifest; give it a template in quotation marks");
    EXPECT_EQ(mistake("award.winner of a rank \"1\""), "2:13: the field “person” is never null, and nothing is given for it; add it");
    EXPECT_EQ(mistake("award.winner of a persn p"), "2:25: the fact “winner” has no field “persn”; did you mean “person”?");
}

TEST_F(Load, ChecksLinks) {
    EXPECT_EQ(mistake("link abbreviation from a to a"), "");
    EXPECT_EQ(mistake("link abbrevation from a to a"), "2:12: there is no reason “abbrevation” for a link; did you mean “abbreviation”?");
    EXPECT_EQ(mistake("link renamed from a to p"), "2:30: the type “person” is another plugin's; name it in plugin.json under contributes");
    EXPECT_EQ(mistake("link renamed from p to a"), "2:25: the capture “p” may be of the type “person”, but here only “award” can stand; name that one in the pattern");
}

TEST_F(Load, PassesOnMistakesInFiles) {
    write("some.tsv", "# list: a\n");
    EXPECT_THAT(mention_mistake("award"), testing::HasSubstr("some.tsv:1:1: the header has no “source”"));
}

}  // namespace
}  // namespace dateline::rules
