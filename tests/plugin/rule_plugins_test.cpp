// Plugins without a library: what their rules submit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/plugin/session.h"

namespace dateline::plugin {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr auto manifest = R"({"manifest": 1, "id": "awards", "version": "1", "kind": "extractor", "description": "Awards.", "after": ["words"],
"produces": [{"type": "award", "collection": "awards", "id_prefix": "a",
  "attributes": [{"name": "kind", "kind": "string", "values": ["prize", "medal"]}, {"name": "year", "kind": "number"}, {"name": "day", "kind": "date"},
                 {"name": "tags", "kind": "string", "list": true}],
  "facts": [{"name": "winner", "collection": "winners",
             "fields": [{"name": "other", "kind": "reference", "reference": "award"}, {"name": "rank", "kind": "string"}]}]}]})";

class RulePlugin : public testing::Test {
protected:
    RulePlugin() {
        fs::create_directories(folder_ / "data");
        write("plugin.json", manifest);
        write("data/kind.tsv", "# list: kind\n# source: s\n# licence: l\nPrize\tprize\nCup\tcup\nMedal\tmedal\n");
        write("data/evidence.tsv", "# source: s\nnamed\t150\tis named\nold\t-300\t“{0}” stands before\nnear\t50\t“{0}” is near\n");
    }

    void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

    /// Runs the rules over a text.
    Session& extract(const std::string& rules, std::string_view text) {
        write("data/some.rules", rules);
        session_ = std::make_unique<Session>(std::vector<std::string>{}, directory_.path());
        session_->extract(text);
        return *session_;
    }

    /// "evidence: words", of the candidate with this number.
    std::vector<std::string> reasons(std::size_t candidate) const {
        std::vector<std::string> all;
        const Range range = session_->proposals.candidates.at(candidate).evidence;
        for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
            const Evidence& evidence = session_->proposals.evidence[i];
            all.push_back(std::string(session_->plugins().evidence()[evidence.id].name) + ": " + session_->document.text.substr(evidence.begin, evidence.end - evidence.begin));
        }
        return all;
    }

    std::vector<std::string> values(const std::vector<Value>& all, Range range, const std::vector<FieldDeclaration>& declared) const {
        std::vector<std::string> lines;
        for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
            const Value& value = all[i];
            std::string line = declared[value.name].name + " = ";
            if (value.kind == DATELINE_VALUE_NUMBER) {
                line += std::to_string(static_cast<int>(value.number));
            } else if (value.kind == DATELINE_VALUE_REFERENCE) {
                line += "candidate " + std::to_string(value.reference);
            } else {
                line += value.string;
            }
            lines.push_back(line);
        }
        return lines;
    }
    std::vector<std::string> attributes(std::size_t candidate) const {
        const Candidate& one = session_->proposals.candidates.at(candidate);
        return values(session_->proposals.attributes, one.attributes, session_->plugins().types().types[one.type].attributes);
    }

    const TemporaryFolder directory_;
    const fs::path folder_ = directory_.path() / "awards";
    std::unique_ptr<Session> session_;
};

TEST_F(RulePlugin, SubmitsMarkedWordsWithAttributes) {
    const Session& session = extract("rule named: \"the\"? [ n:#Word k:@kind ] y:#9999? => award kind \"{k}\" year \"{y}\" tags \"{n}\" tags \"{k}!\" because named\n",
                                     "The Lin Medal 2023 and a Wu Prize.");
    EXPECT_THAT(session.candidates(), ElementsAre("Lin Medal awards/named", "Wu Prize awards/named"));
    EXPECT_THAT(attributes(0), ElementsAre("kind = medal", "year = 2023", "tags = Lin", "tags = medal!"));
    EXPECT_THAT(attributes(1), ElementsAre("kind = prize", "tags = Wu", "tags = prize!"));  // no year: its capture took no part
    EXPECT_THAT(reasons(1), ElementsAre("named: Wu Prize"));
    EXPECT_THAT(session.codes(), IsEmpty());
}

TEST_F(RulePlugin, LeavesOutAValueThatDoesNotFitAndSaysSo) {
    const Session& session = extract("rule named: n:#Word k:@kind => award kind \"{k}\" year \"{n}\" day \"{n}\" because named\n", "Wu Cup");
    EXPECT_THAT(session.candidates(), ElementsAre("Wu Cup awards/named"));
    EXPECT_THAT(attributes(0), IsEmpty());
    EXPECT_THAT(session.codes(), ElementsAre("awards.value awards", "awards.value awards", "awards.value awards"));
    EXPECT_EQ(session.message("awards.value"), "The rule awards/named gives “cup” for 'kind', which is not on the closed list in the manifest; the value is left out.");
}

TEST_F(RulePlugin, PutsTogetherWhatRulesSayOfTheSameWords) {
    const Session& session = extract("let NAME = #Word k:@kind\n"
                                     "rule named: [ NAME ] => award kind \"{k}\" because named\n"
                                     "rule again: [ NAME ] => award kind \"prize\" year \"1\" because named\n"
                                     "rule old: old:\"old\" [ NAME ] => award because old\n",
                                     "The old Wu Medal.");
    EXPECT_THAT(session.candidates(), ElementsAre("Wu Medal awards/named"));
    EXPECT_THAT(reasons(0), ElementsAre("named: Wu Medal", "old: old"));
    EXPECT_THAT(attributes(0), ElementsAre("kind = medal", "year = 1"));
    EXPECT_EQ(session.proposals.candidates[0].confidence, -1);
}

TEST_F(RulePlugin, TakesARuleWithoutReasonsAtItsWord) {
    EXPECT_EQ(extract("rule named: #Word @kind => award\n", "Wu Medal").proposals.candidates.at(0).confidence, 90);
}

TEST_F(RulePlugin, GivesEvidenceWithinSentenceBlockOrDocument) {
    const std::string text = "Wu Medal here. A gala, no Wu Medal.\n\nA Wu Medal.";
    const auto near = [&](const std::string& scope) {
        extract("rule named: #Word @kind => award because named\nrule near: \"gala\" => evidence near for award within " + scope + "\n", text);
        std::string places;
        for (std::size_t i = 0; i < 3; ++i) places += reasons(i).size() > 1 ? "near " : "- ";
        return places;
    };
    EXPECT_EQ(near("sentence"), "- near - ");
    EXPECT_EQ(near("block"), "near near - ");
    EXPECT_EQ(near("document"), "near near near ");
    EXPECT_THAT(reasons(0), ElementsAre("named: Wu Medal", "near: gala"));
}

TEST_F(RulePlugin, DoesNotLetAMentionSpeakForItself) {
    const std::string rules = "rule named: #Word @kind => award because named\nrule near: \"medal\" => evidence near for award within sentence\n";
    extract(rules, "A Wu Medal. Wu Medal and Xi Medal.");
    EXPECT_THAT(reasons(0), ElementsAre("named: Wu Medal"));
    EXPECT_THAT(reasons(1), ElementsAre("named: Wu Medal", "near: Medal"));
    EXPECT_THAT(reasons(2), ElementsAre("named: Xi Medal", "near: Medal"));
}

TEST_F(RulePlugin, GivesFactsAndLinksAboutDecidedMentions) {
    Session& session = extract("rule named: #Word @kind => award because named\n"
                               "rule beats: a:<award> [ \"beats\" ] b:<award> r:#99? => award.winner of a other b rank \"no. {r}\"\n"
                               "rule same: a:<award> \"(\" b:<award> \")\" => link renamed from b to a because named\n",
                               "Wu Prize beats Xi Prize 12. Yu Prize (Zu Prize). Wu Prize beats Xi Prize.");
    session.relate();
    ASSERT_EQ(session.proposals.facts.size(), 2u);
    const Fact &fact = session.proposals.facts[0], &other = session.proposals.facts[1];
    EXPECT_EQ(session.document.text.substr(fact.begin, fact.end - fact.begin), "beats");
    EXPECT_EQ(fact.rule, "awards/beats");
    EXPECT_EQ(fact.subject, 0u);
    const auto& fields = session.plugins().types().facts.at(0).fields;
    EXPECT_THAT(values(session.proposals.fields, fact.fields, fields), ElementsAre("other = candidate 1", "rank = no. 12"));
    EXPECT_THAT(values(session.proposals.fields, other.fields, fields), ElementsAre("other = candidate 5"));
    ASSERT_EQ(session.proposals.links.size(), 1u);
    EXPECT_EQ(session.proposals.links[0].from, 3u);
    EXPECT_EQ(session.proposals.links[0].to, 2u);
    EXPECT_EQ(session.proposals.links[0].reason, DATELINE_LINK_RENAMED);
    EXPECT_THAT(session.codes(), IsEmpty());
}

TEST_F(RulePlugin, StopsAtTheLimitOfMentions) {
    write("data/some.rules", "rule any: #any => award because named\n");
    Session session({}, directory_.path());
    session.limits.max_mentions = 3;
    session.extract("a b c d e f");
    EXPECT_EQ(session.proposals.candidates.size(), 3u);
    EXPECT_THAT(session.codes(), ElementsAre("limit.mentions awards"));
}

TEST_F(RulePlugin, GivesAMention64ReasonsAndSaysSoWhenThereAreMore) {
    const auto run_with = [&](int count) -> const Session& {
        std::string evidence = "# source: s\n", rules;
        for (int i = 0; i < count; ++i) {
            const std::string number = std::to_string(i);
            evidence += "e" + number + "\t10\tspeaks for it\n";
            rules += "rule r" + number + ": \"Prize\" => award because e" + number + "\n";
        }
        write("data/evidence.tsv", evidence);
        return extract(rules, "Prize");
    };
    EXPECT_THAT(run_with(64).codes(), IsEmpty());
    EXPECT_EQ(reasons(0).size(), 64u);
    const Session& session = run_with(65);
    EXPECT_EQ(reasons(0).size(), 64u);
    EXPECT_THAT(session.codes(), ElementsAre("awards.value awards"));
    EXPECT_EQ(session.message("awards.value"), "Rules give more than 64 reasons or values for one mention; the further ones are left out.");
}

TEST_F(RulePlugin, IsLeftOutWithThePlaceOfTheMistake) {
    const Session& session = extract("rule named: #Word @kidn => award\n", "Wu Prize");
    EXPECT_THAT(session.candidates(), IsEmpty());
    ASSERT_EQ(session.plugins().diagnostics().size(), 1u);
    EXPECT_EQ(session.plugins().diagnostics()[0].code, "plugin.unloadable");
    EXPECT_THAT(session.plugins().diagnostics()[0].message,
                HasSubstr((folder_ / "data/some.rules").string() + ":1:19: there is no list “kidn”; did you mean “kind”?"));
}

TEST_F(RulePlugin, NeedsItsDataFolder) {
    fs::remove_all(folder_ / "data");
    Search search;
    search.named.push_back(folder_);
    const std::vector<Found> found = find_plugins(search);
    EXPECT_EQ(found.at(0).state, Found::State::refused);
    EXPECT_THAT(found[0].reason, HasSubstr("its manifest names no library, and '" + (folder_ / "data").string() + "'"));
}

}  // namespace
}  // namespace dateline::plugin
