// One worker: bytes in, a record out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pipeline/run.h"
#include "tests/plugin/session.h"

namespace dateline::pipeline {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Worker, MakesARecordOfText) {
    Pipeline run(with_test_plugins({"words"}));
    const nlohmann::json record = run.record("Grüße to the Boss");
    EXPECT_EQ(record["document"]["status"], "complete");
    EXPECT_EQ(record["document"]["charset"], "UTF-8");
    EXPECT_EQ(record["document"]["bytes"], 19);
    EXPECT_EQ(record["document"]["length"], 17);
    EXPECT_EQ(record["document"]["sha256"], record["document"]["text_sha256"]);
    ASSERT_EQ(record["entities"]["words"].size(), 2u);
    const nlohmann::json& mention = record["entities"]["words"][1]["mentions"][0];
    EXPECT_EQ(mention["text"], "Boss");
    EXPECT_EQ(mention["start"], 13);
    EXPECT_EQ(mention["confidence"], 0.9);
    EXPECT_EQ(mention["length"], 4);
    EXPECT_EQ(record["entities"]["words"][0]["bosses"][0]["of"], "w2");
    EXPECT_EQ(record["generator"]["reader"], nlohmann::json({{"text", "0.1.0"}}));
    EXPECT_EQ(record["generator"]["extractors"], nlohmann::json({{"words", "1.0.0"}}));
    EXPECT_THAT(record["diagnostics"], IsEmpty());
}

TEST(Worker, SaysThatThereIsNoText) {
    Pipeline run(with_test_plugins({"words"}));
    for (const std::string& bytes : {""s, "\xEF\xBB\xBF"s, " \n\t\r\n"s}) {
        const nlohmann::json record = run.record(bytes);
        EXPECT_EQ(record["document"]["status"], "complete");
        EXPECT_THAT(codes(record), ElementsAre("text.empty"));
        EXPECT_THAT(record["entities"]["words"], IsEmpty());
    }
}

TEST(Worker, FailsADocumentOverTheLimitAndNotOneUnderIt) {
    Options options = with_test_plugins({"words"});
    options.limits.max_bytes = 100;
    Pipeline run(options);
    EXPECT_EQ(run.record(std::string(99, 'a'))["document"]["status"], "complete");
    EXPECT_EQ(run.record(std::string(100, 'a'))["document"]["status"], "complete");
    const nlohmann::json over = run.record(std::string(101, 'a'));
    EXPECT_EQ(over["document"]["status"], "failed");
    EXPECT_THAT(codes(over), ElementsAre("limit.bytes"));
    EXPECT_EQ(over["document"]["bytes"], nullptr);
    EXPECT_EQ(over["id"], nullptr);
    EXPECT_EQ(over["diagnostics"][0]["message"], "The document has more bytes than the limit of 100; raise it with --max-bytes.");
}

TEST(Worker, MakesAPartialRecordOfWhatIsOverTheLimitOfMentions) {
    Options options = with_test_plugins({"words"});
    options.limits.max_mentions = 2;
    Pipeline run(options);
    EXPECT_EQ(run.record("Alpha Beta")["document"]["status"], "complete");
    const nlohmann::json over = run.record("Alpha Beta Gamma");
    EXPECT_EQ(over["document"]["status"], "partial");
    EXPECT_EQ(over["document"]["incomplete"], nlohmann::json({"words"}));
    EXPECT_EQ(over["entities"]["words"].size(), 2u);
    EXPECT_THAT(codes(over), ElementsAre("limit.mentions"));
}

TEST(Worker, KeepsTheOthersPartWhenAPluginFails) {
    Pipeline run(with_test_plugins({"thrower", "words", "flood", "wrecker"}));
    const nlohmann::json record = run.record("Alpha extract exception");
    EXPECT_EQ(record["document"]["status"], "partial");
    EXPECT_EQ(record["document"]["incomplete"], nlohmann::json({"bombs", "drops"}));
    EXPECT_THAT(record["entities"]["bombs"], IsEmpty());
    EXPECT_THAT(codes(record), testing::IsSupersetOf({"plugin.failed", "limit.mentions", "plugin.invalid-output", "plugin.more-invalid-output"}));
}

TEST(Worker, FailsADocumentWhoseBytesCouldNotBeHad) {
    Pipeline run(with_test_plugins({"words"}));
    run.write("Alpha");
    const Result& result = run.worker().fail("gone.txt", "document.unreadable", "The file cannot be read: No such file or directory.");
    EXPECT_EQ(result.document.status, Status::failed);
    std::string out;
    run.worker().write(out);
    const nlohmann::json record = nlohmann::json::parse(out);
    EXPECT_EQ(record["document"]["source"], "gone.txt");
    EXPECT_EQ(record["id"], nullptr);
    EXPECT_EQ(record["document"]["length"], nullptr);
    EXPECT_THAT(record["entities"]["words"], IsEmpty());
    EXPECT_THAT(codes(record), ElementsAre("document.unreadable"));
    EXPECT_EQ(record["diagnostics"][0]["severity"], "error");
}

// Each record of the run says what the run lacks.
TEST(Worker, CarriesWhatIsWrongWithTheRun) {
    const plugin::TemporaryFolder folder;
    folder.copy_plugin("nothing", "nothing");
    Options options = with_test_plugins({"words"});
    options.search.directories = {folder.path()};
    Pipeline run(options);
    for (int i = 0; i < 2; ++i) {
        const nlohmann::json record = run.record("alpha");
        EXPECT_EQ(record["diagnostics"][0]["code"], "plugin.unloadable");
        EXPECT_EQ(record["diagnostics"][0]["plugin"], "nothing");
        EXPECT_EQ(record["document"]["status"], "partial") << "not everything was looked for";
    }
}

TEST(Worker, DoesNotDependOnWhatItReadBefore) {
    Pipeline used(with_test_plugins({"words", "thrower", "wrecker"}));
    used.write(std::string(3u << 20, 'A') + " Alpha extract exception");
    used.write("%PDF-");
    used.write("Alpha Beta relate number");
    Pipeline fresh(with_test_plugins({"words", "thrower", "wrecker"}));
    EXPECT_EQ(used.write("Alpha Beta\0 Gamma\r\n"s), fresh.write("Alpha Beta\0 Gamma\r\n"s));
}

}  // namespace
}  // namespace dateline::pipeline
