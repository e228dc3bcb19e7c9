#include "core/lexicon/statement_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/lexicon/workshop.h"

namespace dateline::lexicon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Statement> statements(const std::string& rules) {
    std::vector<Statement> all;
    const TakeStatement take = [&](const Statement& statement, const Source&) { all.push_back(statement); };
    Builder builder(take);
    builder.add_list(Source("kind.tsv", list_text("kind", "Prize\tprize\n")));
    builder.add_rules(Source("some.rules", rules));
    builder.add_evidence(Source("evidence.tsv", "# source: s\nnamed\t150\tis named\nnear\t50\t{0} is near\n"));
    builder.finish();
    return all;
}

/// The mistake in a rule with the captures n, k and a:<award>, its right side from column 7 of line 2, without the line and the caret.
std::string right_side_mistake(const std::string& right_side) {
    try {
        statements("rule r: n:#Word k:@kind a:<award>\n   => " + right_side + "\n");
        return {};
    } catch (const BuildError& error) {
        const std::string all = error.what();
        return all.substr(0, all.find('\n'));
    }
}

std::vector<std::string> reasons(const Statement& statement) {
    std::vector<std::string> all;
    for (const Statement::Reason& reason : statement.because) all.push_back(reason.name.text + " " + std::to_string(reason.id));
    return all;
}

TEST(StatementSource, TakesAMentionWithAttributesAndReasons) {
    const Statement statement = statements("rule named: [ n:#Word k:@kind ]\n  => award\n     name \"{n} {k}\"\n# why\n     year \"2023\"  because near,\n  named\n").at(0);
    EXPECT_EQ(statement.kind, Statement::Kind::mention);
    EXPECT_EQ(statement.rule, "named");
    EXPECT_EQ(statement.type.text, "award");
    ASSERT_EQ(statement.values.size(), 2u);
    EXPECT_EQ(statement.values[0].name.text, "name");
    EXPECT_EQ(statement.values[0].parts.size(), 3u);
    EXPECT_EQ(statement.values[1].parts[0].text, "2023");
    EXPECT_THAT(reasons(statement), ElementsAre("near 1", "named 0"));
    EXPECT_THAT(statement.pattern_types, IsEmpty());
}

TEST(StatementSource, TakesAFact) {
    const Statement statement = statements("rule winner: p:( <person> | <organization> ) \"won\" a:<award> => award.winner of a  by p  rank \"1\"\n").at(0);
    EXPECT_EQ(statement.kind, Statement::Kind::fact);
    EXPECT_EQ(statement.type.text + "." + statement.name.text, "award.winner");
    EXPECT_THAT(statement.subject.types, ElementsAre("award"));
    ASSERT_EQ(statement.values.size(), 2u);
    EXPECT_TRUE(statement.values[0].is_mention);
    EXPECT_THAT(statement.values[0].mention.types, ElementsAre("person", "organization"));
    EXPECT_FALSE(statement.values[1].is_mention);
    EXPECT_EQ(statement.pattern_types.size(), 3u);
}

TEST(StatementSource, TakesALinkAndAContext) {
    const std::vector<Statement> all = statements("rule short: a:<award> \"(\" b:<award> \")\" => link abbreviation from b to a because named\n"
                                                  "rule near: \"gala\" | \"jury\" => evidence near for award within block\n");
    ASSERT_EQ(all.size(), 2u);
    // Rules without types come first.
    EXPECT_EQ(all[0].kind, Statement::Kind::context);
    EXPECT_EQ(all[0].scope, Statement::Scope::block);
    EXPECT_THAT(reasons(all[0]), ElementsAre("near 1"));
    EXPECT_EQ(all[1].kind, Statement::Kind::link);
    EXPECT_EQ(all[1].name.text, "abbreviation");
    EXPECT_EQ(all[1].subject.name.text + all[1].other.name.text, "ba");
}

TEST(StatementSource, LetsAReasonPointAtTheCaptureOfItsName) {
    const std::vector<Statement> all = statements("rule r: near:\"gala\" #Word => award because near, named\n");
    EXPECT_NE(all[0].because[0].capture, no_index);
    EXPECT_EQ(all[0].because[1].capture, no_index);
}

TEST(StatementSource, TellsWhatIsMissing) {
    EXPECT_EQ(right_side_mistake(""), "some.rules:2:6: what the rule gives must follow “=>”: a type, TYPE.FACT, “link” or “evidence”; add it");
    EXPECT_EQ(right_side_mistake("award name"), "some.rules:2:13: “name” has no value; write a template in quotation marks behind it");
    EXPECT_EQ(right_side_mistake("award name \"\""), "some.rules:2:18: this value is empty; leave it out, with its name");
    EXPECT_EQ(right_side_mistake("award name \"{x}\""), "some.rules:2:20: the rule has no capture “x”; write “x:” before the part that is meant");
    EXPECT_EQ(right_side_mistake("award name \"{n\""), "some.rules:2:21: a brace must close here; add it");
    EXPECT_EQ(right_side_mistake("award name n"),
              "some.rules:2:18: the capture “n” is no mention; write \"{n}\" for its words, or name a type in the pattern, such as n:<person>");
    EXPECT_EQ(right_side_mistake("award because"), "some.rules:2:20: an evidence's name must stand here, one of data/evidence.tsv; write it");
    EXPECT_EQ(right_side_mistake("award because namd"), "some.rules:2:21: there is no evidence “namd”; did you mean “named”?");
    EXPECT_EQ(right_side_mistake("award because quite-other"), "some.rules:2:21: there is no evidence “quite-other”; add a line with it to evidence.tsv");
    EXPECT_EQ(right_side_mistake("award because named near"),
              "some.rules:2:27: this cannot stand here; a right side ends with “because EVIDENCE, …”, and the next rule begins at the start of a line");
    EXPECT_EQ(right_side_mistake("award\n rule s: n:#Word => award"), "some.rules:3:7: nothing can be named here; begin the next rule at the start of a line");
    EXPECT_EQ(right_side_mistake("award # a comment"), "some.rules:2:13: a comment has a line of its own, which begins with “# ”; move it there");
    EXPECT_EQ(right_side_mistake("award because named # a comment"), "some.rules:2:27: a comment has a line of its own, which begins with “# ”; move it there");
    EXPECT_EQ(right_side_mistake("award, other"), "some.rules:2:12: the name of an attribute or field, or “because”, must stand here; write it");
    EXPECT_EQ(right_side_mistake("award.winner a"), "some.rules:2:20: “of CAPTURE” must follow the fact, the mention that it is about; add it");
    EXPECT_EQ(right_side_mistake("award.winner of"), "some.rules:2:22: the name of a capture must follow “of”; add it");
    EXPECT_EQ(right_side_mistake("award. of a"), "some.rules:2:17: “of CAPTURE” must follow the fact, the mention that it is about; add it");
    EXPECT_EQ(right_side_mistake("link abbreviation of a"), "some.rules:2:25: “from CAPTURE”, the other name, must follow the link's reason; add it");
    EXPECT_EQ(right_side_mistake("link abbreviation from a to a year \"1\""),
              "some.rules:2:37: only “because EVIDENCE, …” can follow a link; write it, or begin the next rule at the start of a line");
    EXPECT_EQ(right_side_mistake("evidence near within sentence"), "some.rules:2:21: “for TYPE” must follow the evidence, the type of mentions that it speaks of; add it");
    EXPECT_EQ(right_side_mistake("evidence near for award"), "some.rules:2:30: “within sentence”, “within block” or “within document” must follow; add it");
    EXPECT_EQ(right_side_mistake("evidence near for award within page"), "some.rules:2:38: how far it reaches must follow “within”: sentence, block or document; add it");
    EXPECT_EQ(right_side_mistake("evidence near for award within block because named"),
              "some.rules:2:44: this cannot stand here; a right side ends with “because EVIDENCE, …”, and the next rule begins at the start of a line");
}

// What the record depends on is in the hash of the lexicon, which is part of the run's configuration.
TEST(StatementSource, IsPartOfTheContent) {
    const auto content = [](const std::string& right_side) {
        const TakeStatement take = [](const Statement&, const Source&) {};
        Builder builder(take);
        builder.add_rules(Source("some.rules", "rule r: n:#Word => " + right_side + "\n"));
        return Lexicon::from_bytes(builder.finish())->content();
    };
    EXPECT_EQ(content("award"), content("award"));
    EXPECT_NE(content("award name \"{n}\""), content("award name \"{n}.\""));
}

}  // namespace
}  // namespace dateline::lexicon
