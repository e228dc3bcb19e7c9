// Plugins that cannot be loaded.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/plugin/session.h"

namespace dateline::plugin {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

// What loading the plugin says when an option names it.
std::string refusal(const fs::path& folder) {
    Search search;
    search.named.push_back(folder);
    try {
        const Plugins plugins(find_plugins(search));
    } catch (const LoadError& error) {
        return error.what();
    }
    return "loaded";
}

struct Bad {
    const char* description;
    const char* plugin;
    const char* from;
    const char* to;
    const char* message;
};

void PrintTo(const Bad& bad, std::ostream* out) {
    *out << bad.description;
}

class BadPlugin : public testing::TestWithParam<Bad> {};

TEST_P(BadPlugin, IsRefusedByNameWhenAnOptionNamesIt) {
    const TemporaryFolder folder;
    const fs::path bad = folder.copy_plugin(GetParam().plugin, "bad", GetParam().from, GetParam().to);
    EXPECT_THAT(refusal(bad), HasSubstr(GetParam().message));
    EXPECT_THAT(refusal(bad), HasSubstr(bad.string()));
}

TEST_P(BadPlugin, IsLeftOutWithADiagnosticWhenItIsFound) {
    const TemporaryFolder folder;
    folder.copy_plugin(GetParam().plugin, "bad", GetParam().from, GetParam().to);
    Session session({"thrower"}, folder.path());
    ASSERT_EQ(session.plugins().diagnostics().size(), 1u);
    EXPECT_EQ(session.plugins().diagnostics()[0].code, "plugin.unloadable");
    EXPECT_THAT(session.plugins().diagnostics()[0].message, HasSubstr(GetParam().message));
    session.extract("Alpha");
    EXPECT_THAT(session.candidates(), ElementsAre("Alpha thrower/first"));
}

INSTANTIATE_TEST_SUITE_P(
    Plugins, BadPlugin,
    testing::Values(Bad{"AnotherId", "words", "\"id\": \"words\"", "\"id\": \"liar\"", "its manifest says that its id is 'liar', and its library says 'words'"},
                    Bad{"AnotherVersion", "words", "\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"", "its version is '2.0.0', and its library says '1.0.0'"},
                    Bad{"AnotherRevision", "words", "\"interface\": \"1.0\"", "\"interface\": \"77.0\"", "is made for version 77.0 of the plugin interface"},
                    Bad{"LaterMinorVersion", "words", "\"interface\": \"1.0\"", "\"interface\": \"1.99\"", "update dateline"},
                    Bad{"EarlierVersion", "words", "\"interface\": \"1.0\"", "\"interface\": \"0.9\"", "build the plugin anew"},
                    Bad{"AnotherKind", "words", "\"kind\": \"extractor\"", "\"kind\": \"reader\"", "has no meaning for a reader"},
                    Bad{"UnmetNeed", "markup", "\"kind\": \"reader\"", "\"kind\": \"reader\", \"needs\": [\"nobody\"]", "nobody"},
                    Bad{"NoSuchLibrary", "words", "\"library\": \"words.so\"", "\"library\": \"gone.so\"", "gone.so' is not there; build it"},
                    Bad{"NoPlugin", "nothing", "", "", "does not export dateline_plugin_v1"},
                    Bad{"NoLibrary", "words", "\"library\": \"words.so\"", "\"library\": \"plugin.json\"", "cannot be loaded"},
                    Bad{"NoSuchLexicon", "words", "\"library\"", "\"lexicon\": \"words.lexicon\", \"library\"", "words.lexicon' is not there"},
                    Bad{"NoType", "words", "\"type\": \"word\"", "\"type\": \"ward\"", "it needs the type 'word', which neither its data nor a loaded plugin has"}),
    [](const testing::TestParamInfo<Bad>& bad) { return bad.param.description; });

TEST(Plugins, LeaveOutTheSecondOwnerOfAType) {
    const TemporaryFolder folder;
    folder.copy_plugin("older", "older", "older-thing", "word");
    Session session({"words"}, folder.path());
    ASSERT_EQ(session.plugins().diagnostics().size(), 1u);
    EXPECT_EQ(session.plugins().diagnostics()[0].plugin, "older");
    EXPECT_THAT(session.plugins().diagnostics()[0].message, HasSubstr("the type 'word' belongs to the plugin 'words' already"));
}

TEST(Plugins, LeaveOutOneWhoseNeedCannotBeLoaded) {
    const TemporaryFolder folder;
    folder.copy_plugin("nothing", "nothing");
    folder.copy_plugin("words", "words", "\"produces\"", "\"needs\": [\"nothing\"], \"produces\"");
    Session session({"thrower"}, folder.path());
    ASSERT_EQ(session.plugins().diagnostics().size(), 2u);
    EXPECT_THAT(session.plugins().diagnostics()[1].message, HasSubstr("the plugin 'words' needs the plugin 'nothing', which could not be loaded"));
    EXPECT_THAT(session.plugins().missing_collections(), ElementsAre("words"));
}

TEST(Plugins, RefuseACircleByName) {
    const TemporaryFolder folder;
    folder.copy_plugin("words", "words", "\"produces\"", "\"after\": [\"flood\"], \"produces\"");
    folder.copy_plugin("flood", "flood", "\"produces\"", "\"needs\": [\"words\"], \"produces\"");
    Session session({"thrower"}, folder.path());
    ASSERT_EQ(session.plugins().diagnostics().size(), 2u);
    for (const Diagnostic& diagnostic : session.plugins().diagnostics()) {
        EXPECT_THAT(diagnostic.message, HasSubstr("its needs and after make a circle: '"));
        EXPECT_THAT(diagnostic.message, HasSubstr("'words' waits for 'flood'"));
    }
    session.extract("Alpha");
    EXPECT_EQ(session.proposals.candidates.size(), 1u);
}

TEST(Plugins, RunInTheOrderOfAfter) {
    Session session({"wrecker", "words"});
    ASSERT_EQ(session.plugins().size(), 2u);
    EXPECT_EQ(session.plugins().manifest(0).id, "words");
    EXPECT_EQ(session.plugins().manifest(1).id, "wrecker");
}

TEST(Plugins, HideTheLaterOfOneId) {
    const TemporaryFolder folder;
    folder.copy_plugin("words", "again");
    Search search;
    search.named = {test_plugin("words")};
    search.directories = {folder.path()};
    const std::vector<Found> found = find_plugins(search);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].state, Found::State::usable);
    EXPECT_EQ(found[1].state, Found::State::hidden);
    EXPECT_THAT(found[1].reason, HasSubstr("'words' is taken from " + test_plugin("words").string()));
    EXPECT_EQ(Plugins(found).size(), 1u);
}

TEST(Plugins, GiveTheHostsOwnEvidenceFirst) {
    const Session session({});
    ASSERT_EQ(session.plugins().evidence().size(), Plugins::own_evidence_count);
    EXPECT_EQ(session.plugins().evidence()[Plugins::user_never].name, "never");
    EXPECT_LT(session.plugins().weights()[Plugins::user_never], -5000);
}

}  // namespace
}  // namespace dateline::plugin
