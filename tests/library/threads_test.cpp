// Many threads, one engine or more.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "tests/library/sample.h"

namespace dateline {
namespace {

void in_threads(const auto& work) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back(work, i);
    for (std::thread& thread : threads) thread.join();
}

std::string record_of(Worker& worker) {
    worker.process(article);
    return std::string(worker.record());
}

TEST(Threads, ShareAnEngine) {
    const Engine engine;
    Worker worker(engine);
    const std::string expected = record_of(worker);
    in_threads([&](int) {
        Worker own(engine);
        for (int i = 0; i < 10; ++i) EXPECT_EQ(record_of(own), expected);
        EXPECT_FALSE(engine.schema().empty());
    });
}

// A reader with signatures is loaded when the first document comes that has them, whichever thread that is in.
TEST(Threads, LoadReadersAtTheSameTime) {
    const Engine engine;
    in_threads([&](int) {
        Worker worker(engine);
        worker.process(archive());
        EXPECT_TRUE(worker.next());
    });
}

TEST(Threads, MakeEnginesAtTheSameTime) {
    std::vector<std::string> records(4);
    in_threads([&](int i) {
        Worker worker{Engine()};
        records[static_cast<std::size_t>(i)] = record_of(worker);
    });
    for (const std::string& record : records) EXPECT_EQ(record, records[0]);
}

TEST(Threads, HaveEachItsOwnError) {
    EXPECT_EQ(dateline_worker_new(nullptr), nullptr);
    std::thread([] {
        EXPECT_STREQ(dateline_last_error(), "");
        EXPECT_EQ(dateline_engine_schema(nullptr, 0), nullptr);
    }).join();
    EXPECT_STREQ(dateline_last_error(), "dateline_worker_new: the engine is null");
}

}  // namespace
}  // namespace dateline
