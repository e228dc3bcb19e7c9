#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/plugin/session.h"

namespace dateline::plugin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Instances, LeaveOutAPluginThatDoesNotKnowTheLanguage) {
    const TemporaryFolder folder;
    folder.copy_plugin("words", "words", "\"produces\"", "\"languages\": [\"de\", \"fr\"], \"produces\"");
    Session session({"printer"}, folder.path());
    session.extract("Alpha Beta");
    EXPECT_THAT(session.candidates(), IsEmpty());
    EXPECT_EQ(session.message("language.unsupported"), "The plugin 'words' knows de, fr only; this text is in 'en'.");
    EXPECT_EQ(session.document.status, Status::partial);
    EXPECT_THAT(session.document.incomplete, ElementsAre("words"));
    session.relate();
    EXPECT_EQ(session.document.diagnostics.size(), 1u);
}

TEST(Instances, TakeAVariantForItsLanguageAndTryTheUnknown) {
    const TemporaryFolder folder;
    folder.copy_plugin("words", "words", "\"produces\"", "\"languages\": [\"en\"], \"produces\"");
    Session session({}, folder.path());
    session.extract("Alpha", "en-GB");
    EXPECT_EQ(session.proposals.candidates.size(), 1u);
    session.extract("Alpha", "enm");
    EXPECT_THAT(session.proposals.candidates, IsEmpty());
    session.extract("Alpha", "");
    EXPECT_EQ(session.proposals.candidates.size(), 1u);
}

TEST(Instances, NameCollectionsThatNoLoadedPluginFills) {
    const TemporaryFolder folder;
    folder.copy_plugin("nothing", "nothing", "\"library\"", R"("contributes": ["word"], "library")");
    Session session({"words"}, folder.path());
    session.extract("Alpha");
    EXPECT_EQ(session.proposals.candidates.size(), 1u);
    EXPECT_EQ(session.document.status, Status::partial);
    EXPECT_THAT(session.document.incomplete, ElementsAre("words"));
}

TEST(Instances, DoNotShareTheirState) {
    const Session session({"thrower"});
    const auto run = [&](std::vector<std::string>& notes) {
        Instances instances(session.plugins());
        for (int i = 0; i < 20; ++i) {
            Document document;
            Proposals proposals;
            document.text = "Only count";
            text::analyse(document.text, document.analysis);
            instances.extract(document, proposals, {});
            notes.emplace_back(proposals.attributes.at(0).string);
        }
    };
    std::vector<std::string> here, there;
    std::thread other([&] { run(there); });
    run(here);
    other.join();
    EXPECT_EQ(here, there);
    EXPECT_EQ(here.back(), "document 20");
}

TEST(Instances, GiveNothingForATextWithoutWords) {
    Session session({"words", "thrower", "wrecker", "flood", "older"});
    session.extract("");
    EXPECT_THAT(session.candidates(), IsEmpty());
    EXPECT_EQ(session.document.status, Status::complete);
}

}  // namespace
}  // namespace dateline::plugin
