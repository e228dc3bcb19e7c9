// What plugins submit: checked, kept, dropped, taken back; and that the other plugins' part stands in every case.
#include "core/plugin/call.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/plugin/session.h"

namespace dateline::plugin {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string text = "Alpha Beta cafe\u0301 gamma";

bool has_message(const Session& session, std::string_view part) {
    const auto& all = session.document.diagnostics;
    return std::any_of(all.begin(), all.end(), [&](const Diagnostic& one) { return one.message.find(part) != std::string::npos; });
}

TEST(Call, KeepsWhatAGoodPluginSubmits) {
    Session session({"words"});
    session.extract("Hello Boss of the World");
    EXPECT_THAT(session.candidates(), ElementsAre("Hello words/capital", "Boss words/capital", "World words/capital"));
    EXPECT_THAT(session.codes(), IsEmpty());
    const Candidate& boss = session.proposals.candidates[1];
    EXPECT_EQ(boss.begin, 6u);
    EXPECT_EQ(boss.first_token, 1u);
    EXPECT_EQ(boss.token_count, 1u);
    EXPECT_EQ(boss.confidence, 90);
    ASSERT_EQ(boss.attributes.count, 1u);
    EXPECT_EQ(session.proposals.attributes[boss.attributes.first].number, 4);
    session.relate();
    ASSERT_EQ(session.proposals.facts.size(), 1u);
    EXPECT_EQ(session.proposals.facts[0].subject, 0u);
    EXPECT_EQ(session.proposals.fields[session.proposals.facts[0].fields.first].reference, 1u);
    EXPECT_EQ(session.document.status, Status::complete);
}

TEST(Call, GivesTheSameNameTheSameHash) {
    Session session({"words"});
    session.extract("Beta BETA Alpha");
    const auto& candidates = session.proposals.candidates;
    ASSERT_EQ(candidates.size(), 3u);
    EXPECT_EQ(candidates[0].name_hash, candidates[1].name_hash);
    EXPECT_NE(candidates[0].name_hash, candidates[2].name_hash);
}

TEST(Call, DropsWhatBreaksTheRulesAndKeepsTheRest) {
    Session session({"wrecker", "words"});
    session.extract(text);
    EXPECT_THAT(session.candidates(), testing::UnorderedElementsAre("Alpha words/capital", "Beta words/capital", "Alpha wrecker/first-token"));
    EXPECT_THAT(session.proposals.facts, IsEmpty());
    EXPECT_THAT(session.proposals.links, IsEmpty());
    EXPECT_EQ(session.document.published.value, "");
    EXPECT_EQ(session.document.status, Status::complete);
}

TEST(Call, NamesPluginFunctionAndMistake) {
    Session session({"wrecker", "words"});
    session.extract(text);
    EXPECT_THAT(session.codes(), Each(testing::AnyOf("plugin.invalid-output wrecker", "plugin.more-invalid-output wrecker", "wrecker.done wrecker")));
    for (const char* part : {"lies outside the text, which has 23", "is empty", "inside a character", "inside a grapheme cluster", "white space only",
                             "there is no type 12345", "the type 'word' is neither produced nor contributed", "the rule 'others/rule' must be 'wrecker/'",
                             "the confidence must be from 0 to 1", "its struct is smaller", "there is no evidence 7"}) {
        EXPECT_TRUE(has_message(session, part)) << part;
    }
    EXPECT_TRUE(has_message(session, "The plugin 'wrecker' called add_candidate: "));
    EXPECT_EQ(std::count_if(session.document.diagnostics.begin(), session.document.diagnostics.end(),
                            [](const Diagnostic& one) { return one.code == "plugin.invalid-output"; }),
              20);
    EXPECT_THAT(session.message("plugin.more-invalid-output"), HasSubstr("more that do not keep the rules"));
}

TEST(Call, RefusesCandidatesInRelate) {
    Session session({"wrecker"});
    session.extract(text);
    session.document.diagnostics.clear();
    session.relate();
    EXPECT_EQ(session.proposals.candidates.size(), 1u);
    EXPECT_EQ(session.message("plugin.invalid-output"), "The plugin 'wrecker' called add_candidate: in relate all candidates have been decided; submit them in extract.");
}

TEST(Call, CutsADiagnosticThatIsNoTextAndAnUnknownSeverity) {
    Session session({"wrecker"});
    session.extract(text);
    EXPECT_EQ(session.message("wrecker.done"), "It is done.");
    const auto& all = session.document.diagnostics;
    const auto done = std::find_if(all.begin(), all.end(), [](const Diagnostic& one) { return one.code == "wrecker.done"; });
    ASSERT_NE(done, all.end());
    EXPECT_EQ(done->severity, DATELINE_ERROR);
}

class OtherSizes : public testing::TestWithParam<const char*> {};

TEST_P(OtherSizes, AreRead) {
    Session session({GetParam()});
    session.extract("One two");
    const std::string rule = std::string(GetParam()) + "/token";
    EXPECT_THAT(session.codes(), IsEmpty());
    EXPECT_THAT(session.candidates(), ElementsAre("One " + rule, "two " + rule));
    ASSERT_EQ(session.proposals.facts.size(), 1u);
    EXPECT_EQ(session.proposals.fields.at(session.proposals.facts[0].fields.first).number, 7);
    ASSERT_EQ(session.proposals.links.size(), 1u);
    EXPECT_EQ(session.proposals.links[0].from, 1u);
    // The older one has no confidence yet, which is its last field.
    EXPECT_EQ(session.proposals.candidates[0].confidence, rule.starts_with("older") ? -1 : 90);
    EXPECT_EQ(session.proposals.links[0].confidence, rule.starts_with("older") ? -1 : 70);
}
INSTANTIATE_TEST_SUITE_P(Call, OtherSizes, testing::Values("older", "newer"));

class FailureInExtract : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(FailureInExtract, CostsThatPluginsPartOnly) {
    Session session({"thrower", "words"});
    session.extract(std::string(GetParam().first) + " Alpha");
    EXPECT_THAT(session.candidates(), ElementsAre("Alpha words/capital"));
    EXPECT_EQ(session.document.status, Status::partial);
    EXPECT_THAT(session.document.incomplete, ElementsAre("bombs"));
    ASSERT_EQ(session.document.diagnostics.size(), 1u);
    EXPECT_EQ(session.document.diagnostics[0].plugin, "thrower");
    EXPECT_EQ(session.document.diagnostics[0].message, GetParam().second);
    EXPECT_EQ(session.document.published.value, "");
    session.relate();
    EXPECT_THAT(session.proposals.facts, IsEmpty());
    EXPECT_EQ(session.document.diagnostics.size(), 1u);
}
INSTANTIATE_TEST_SUITE_P(Call, FailureInExtract,
                         testing::Values(std::pair("extract exception", "The plugin 'thrower' failed: the fuse was lit."),
                                         std::pair("extract number", "The plugin 'thrower' failed: an exception that is no std::exception left its function."),
                                         std::pair("extract failure", "The plugin 'thrower' failed: the powder is wet."),
                                         std::pair("extract silent failure", "The plugin 'thrower' failed: it gives no reason."),
                                         std::pair("extract stop", "The plugin 'thrower' stopped before it was done.")));

TEST(Call, TakesBackWhatAFailedRelateAdded) {
    Session session({"thrower"});
    session.extract("relate exception");
    session.relate();
    ASSERT_EQ(session.proposals.candidates.size(), 1u);
    EXPECT_THAT(session.proposals.facts, IsEmpty());
    const Range notes = session.proposals.candidates[0].attributes;
    ASSERT_EQ(notes.count, 1u);
    EXPECT_EQ(session.proposals.attributes[notes.first].string, "extracted");
    EXPECT_EQ(session.document.published.value, "2024-05-06");
    EXPECT_THAT(session.codes(), ElementsAre("plugin.failed thrower"));
}

TEST(Call, KeepsWhatRelateAdded) {
    Session session({"thrower"});
    session.extract("Nothing bad");
    session.relate();
    EXPECT_EQ(session.proposals.facts.size(), 1u);
    const Range notes = session.proposals.candidates[0].attributes;
    ASSERT_EQ(notes.count, 2u);
    EXPECT_EQ(session.proposals.attributes[notes.first + 1].string, "related");
    EXPECT_EQ(session.document.published.rule, "thrower/first");
    EXPECT_EQ(session.document.published_end, 7u);
}

// Otherwise a record would depend on which documents the worker had before.
TEST(Call, MakesAnInstanceAnewAfterAFailure) {
    Session session({"thrower"});
    session.extract("count, extract exception");
    session.extract("Only count");
    EXPECT_EQ(session.proposals.attributes.at(0).string, "document 1");
    session.extract("Only count");
    EXPECT_EQ(session.proposals.attributes.at(0).string, "document 2");
}

TEST(Call, StopsAtTheLimit) {
    Session session({"flood", "words"});
    session.limits.max_mentions = 50;
    session.extract("Alpha Beta");
    EXPECT_EQ(session.proposals.candidates.size(), 52u);
    EXPECT_THAT(session.codes(), ElementsAre("limit.mentions flood"));
    EXPECT_EQ(session.message("limit.mentions"), "The plugin 'flood' found more than 50 mentions; what comes after is left out.");
    EXPECT_EQ(session.document.status, Status::partial);
    EXPECT_THAT(session.document.incomplete, ElementsAre("drops"));
    session.relate();
    EXPECT_EQ(session.proposals.facts.size(), 50u);
    EXPECT_EQ(session.proposals.links.size(), 50u);
}

TEST(Call, AllowsAsManyAsTheLimit) {
    Session session({"words"});
    session.limits.max_mentions = 2;
    session.extract("Alpha Beta");
    EXPECT_THAT(session.codes(), IsEmpty());
    session.extract("Alpha Beta Gamma");
    EXPECT_THAT(session.codes(), ElementsAre("limit.mentions words"));
    EXPECT_EQ(session.proposals.candidates.size(), 2u);
}

TEST(Call, ObeysTheManifestsOwnLimit) {
    const TemporaryFolder folder;
    folder.copy_plugin("words", "few", "\"produces\"", "\"limits\": {\"candidates\": 1}, \"produces\"");
    Session session({}, folder.path());
    session.extract("Alpha Beta");
    EXPECT_THAT(session.codes(), ElementsAre("limit.mentions words"));
    EXPECT_EQ(session.proposals.candidates.size(), 1u);
}

}  // namespace
}  // namespace dateline::plugin
