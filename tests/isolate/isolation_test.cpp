#include "core/isolate/isolation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/pipeline/batch.h"
#include "core/plugin/sanitized.h"
#include "tests/pipeline/run.h"

namespace dateline::isolate {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Texts as documents, in worker processes with the plugins "words" and "chaos".
class Isolated : public testing::Test {
protected:
    Isolated() : folder_(fs::path(testing::TempDir()) / ("dateline-isolate-" + std::to_string(getpid()))) { fs::create_directories(folder_); }
    ~Isolated() override { fs::remove_all(folder_); }

    std::vector<nlohmann::json> records(const std::vector<std::string>& texts, Options options = {}, std::uint32_t workers = 1) {
        std::vector<pipeline::Input> inputs;
        for (const std::string& text : texts) {
            inputs.push_back({(folder_ / (std::to_string(inputs.size()) + ".txt")).string(), {}});
            std::ofstream(inputs.back().path) << text;
        }
        const pipeline::Engine engine(pipeline::with_test_plugins({"words", "chaos", "markup"}));
        const pipeline::Format format = [](const pipeline::Worker& worker, const pipeline::Result&, std::string_view, std::string& out) { worker.write(out); };
        Isolation isolation(engine, format, std::move(options));
        pipeline::Batch batch;
        batch.workers = workers;
        batch.prepare = pipeline::reading(engine);
        batch.performer = [&] { return isolation.performer(); };
        std::vector<nlohmann::json> all;
        batch.take = [&](const pipeline::Input&, const pipeline::Finished& finished) {
            all.push_back(nlohmann::json::parse(finished.output));
            for (const pipeline::Outcome& inner : finished.inner) all.push_back(nlohmann::json::parse(inner.output));
            return true;
        };
        pipeline::run(inputs, batch);
        missing_ = isolation.missing();
        return all;
    }

    static std::string message(const nlohmann::json& record) {
        std::string messages;
        for (const nlohmann::json& diagnostic : record["diagnostics"]) messages += diagnostic["code"].get<std::string>() + " " + diagnostic["message"].get<std::string>() + "\n";
        return messages;
    }

    fs::path folder_;
    std::vector<std::string> missing_;
};

TEST_F(Isolated, GivesTheRecordsOfTheSameProcess) {
    std::vector<std::string> texts;
    for (std::uint32_t seed = 0; seed < 40; ++seed) texts.push_back(pipeline::random_bytes(seed, seed % 4 == 0));
    const std::vector<nlohmann::json> isolated = records(texts, {}, 3);
    pipeline::Pipeline here(pipeline::with_test_plugins({"words", "chaos", "markup"}));
    ASSERT_EQ(isolated.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(isolated[i], nlohmann::json::parse(here.write(texts[i], (folder_ / (std::to_string(i) + ".txt")).string())));
}

TEST_F(Isolated, ACrashCostsItsPartOfOneOfTheDocumentsInsideAnother) {
    const auto all = records({"#!box;a;one;b;two CHAOS-SEGV;c;#!box,d,three CHAOS-ABORT,e,four;f;five", "six"});
    std::vector<std::string> found;
    for (const nlohmann::json& record : all) found.push_back(record["document"]["source"].get<std::string>().substr(folder_.string().size() + 1) + " " + record["document"]["status"].get<std::string>());
    EXPECT_THAT(found, testing::ElementsAre("0.txt complete", "0.txt!/a complete", "0.txt!/b partial", "0.txt!/c complete", "0.txt!/c!/d partial", "0.txt!/c!/e complete",
                                            "0.txt!/f complete", "1.txt complete"));
    EXPECT_EQ(all[4]["document"]["parent"], all[3]["id"]);
}

TEST_F(Isolated, ACrashCostsThePluginsPartOfItsDocument) {
    const auto all = records({"one", "two CHAOS-SEGV", "three"});
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0]["document"]["status"], "complete");
    EXPECT_EQ(all[1]["document"]["status"], "partial");
    EXPECT_EQ(all[1]["document"]["incomplete"], nlohmann::json({"orders"}));
    EXPECT_THAT(message(all[1]), HasSubstr("plugin.failed The plugin 'chaos' failed: it "));
    if (!sanitized) {
        EXPECT_THAT(message(all[1]), HasSubstr("it crashed (SIGSEGV)."));
    }
    EXPECT_EQ(all[2]["document"]["status"], "complete");
}

TEST_F(Isolated, SoDoAbortAndExit) {
    const auto all = records({"CHAOS-ABORT", "CHAOS-EXIT", "three"}, {}, 2);
    EXPECT_THAT(message(all[0]), HasSubstr("The plugin 'chaos' failed: it crashed (SIGABRT)."));
    EXPECT_THAT(message(all[1]), HasSubstr("The plugin 'chaos' failed: it ended its process (exit code "));
    EXPECT_EQ(all[2]["document"]["status"], "complete");
}

TEST_F(Isolated, AHangEndsAtItsLimit) {
    Options options;
    options.seconds = 1;
    const auto begin = std::chrono::steady_clock::now();
    const auto all = records({"one", "CHAOS-HANG", "three"}, options);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
    EXPECT_THAT(message(all[1]), HasSubstr("The plugin 'chaos' failed: it took longer than 1 s."));
    EXPECT_EQ(all[2]["document"]["status"], "complete");
}

TEST_F(Isolated, MemoryHasALimit) {
    if (sanitized) GTEST_SKIP() << "a sanitizer needs the address space";
    Options options;
    options.memory = 256u << 20;
    const auto all = records({"CHAOS-GROW", "two"}, options);
    EXPECT_THAT(message(all[0]), HasSubstr("The plugin 'chaos' failed: it crashed (SIGABRT)."));
    EXPECT_EQ(all[1]["document"]["status"], "complete");
}

TEST_F(Isolated, ALeakHurtsNoLaterDocument) {
    if (sanitized) GTEST_SKIP() << "a sanitizer needs the address space";
    Options options;
    options.memory = 256u << 20;
    for (const nlohmann::json& record : records(std::vector<std::string>(100, "CHAOS-LEAK"), options)) EXPECT_EQ(record["document"]["status"], "complete") << message(record);
}

TEST_F(Isolated, MayOpenAndStartNothing) {
    const auto all = records({"CHAOS-OPEN CHAOS-WRITE CHAOS-CONNECT CHAOS-START"});
    if (!missing_.empty()) GTEST_SKIP() << missing_.front();
    EXPECT_EQ(all[0]["document"]["status"], "complete") << message(all[0]);
}

TEST_F(Isolated, LosesNoDocumentAmongMany) {
    std::vector<std::string> texts;
    for (int i = 0; i < 200; ++i) texts.push_back(i % 10 == 3 ? "CHAOS-ABORT" : i % 50 == 7 ? "CHAOS-FLOOD CHAOS-LIE" : std::string(static_cast<std::size_t>(i % 7) * 30000, 'x'));
    const auto all = records(texts, {}, 3);
    ASSERT_EQ(all.size(), texts.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i]["document"]["source"], (folder_ / (std::to_string(i) + ".txt")).string());
        EXPECT_EQ(all[i]["document"]["bytes"], texts[i].size());
    }
}

TEST_F(Isolated, AFileThatCannotBeReadIsTold) {
    const pipeline::Engine engine(pipeline::with_test_plugins({"words"}));
    const pipeline::Format format = [](const pipeline::Worker& worker, const pipeline::Result&, std::string_view, std::string& out) { worker.write(out); };
    Isolation isolation(engine, format, {});
    const auto performer = isolation.performer();
    pipeline::Task task;
    pipeline::reading(engine)({.path = (folder_ / "missing.txt").string()}, task);
    performer->begin(std::move(task));
    pipeline::Finished finished;
    performer->finish(finished);
    EXPECT_EQ(finished.status, Status::failed);
    EXPECT_THAT(finished.output, HasSubstr("document.unreadable"));
}

TEST_F(Isolated, GivesPlacesBack) {
    const pipeline::Engine engine(pipeline::with_test_plugins({}));
    const pipeline::Format format = [](const pipeline::Worker&, const pipeline::Result&, std::string_view, std::string&) {};
    Isolation isolation(engine, format, {});
    for (int i = 0; i < 5000; ++i) EXPECT_NO_THROW(isolation.performer());
}

TEST_F(Isolated, GivesUpWhenTheRunIsStopped) {
    Options options;
    options.stop = [] { return true; };
    const pipeline::Engine engine(pipeline::with_test_plugins({"chaos"}));
    const pipeline::Format format = [](const pipeline::Worker& worker, const pipeline::Result&, std::string_view, std::string& out) { worker.write(out); };
    Isolation isolation(engine, format, options);
    pipeline::Task task;
    task.bytes = "CHAOS-HANG";
    const auto performer = isolation.performer();
    performer->begin(std::move(task));
    pipeline::Finished finished;
    performer->finish(finished);
    EXPECT_EQ(finished.status, Status::failed);
}

}  // namespace
}  // namespace dateline::isolate
