#include "core/pipeline/batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <set>
#include <stdexcept>
#include <thread>

#include "tests/pipeline/run.h"

namespace dateline::pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

// A folder of random articles, gone at the end.
class Batches : public testing::Test {
protected:
    void SetUp() override {
        std::string name = fs::temp_directory_path() / "dateline-batch-XXXXXX";
        folder_ = mkdtemp(name.data());
        for (std::uint32_t i = 0; i < 120; ++i) {
            const fs::path file = folder_ / (std::to_string(1000 + i) + ".txt");
            std::ofstream(file, std::ios::binary) << random_bytes(i, i % 3 == 0) << (i % 7 == 0 ? " extract exception" : "");
            inputs_.push_back({file.string(), {}});
        }
        inputs_.insert(inputs_.begin() + 40, {(folder_ / "missing.txt").string(), {}});
        inputs_.insert(inputs_.begin() + 80, {folder_.string(), "Permission denied"});
    }
    void TearDown() override { fs::remove_all(folder_); }

    Batch writing(std::uint32_t workers, std::string& records) {
        Batch batch;
        batch.workers = workers;
        batch.prepare = reading(engine_);
        batch.performer = [&] { return perform_here(engine_, format_); };
        batch.take = [&records](const Input&, const Finished& finished) {
            records += finished.output;
            return true;
        };
        return batch;
    }

    fs::path folder_;
    const Format format_ = [](const Worker& worker, const Result&, std::string_view, std::string& out) { worker.write(out); };
    std::vector<Input> inputs_;
    Engine engine_{with_test_plugins({"words", "thrower", "wrecker"})};
};

TEST_F(Batches, GiveTheSameRecordsWithAnyNumberOfWorkers) {
    std::string one, two, eight;
    run(inputs_, writing(1, one));
    run(inputs_, writing(2, two));
    run(inputs_, writing(8, eight));
    EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 122);
    EXPECT_EQ(one, two);
    EXPECT_EQ(one, eight);
}

TEST_F(Batches, GoOnAfterADocumentThatCannotBeRead) {
    std::string records;
    std::vector<Finished> all;
    Batch batch = writing(2, records);
    batch.take = [&](const Input&, const Finished& finished) {
        all.push_back(finished);
        return true;
    };
    run(inputs_, batch);
    ASSERT_EQ(all.size(), 122u);
    EXPECT_EQ(all[40].status, Status::failed);
    EXPECT_THAT(all[40].cause, HasSubstr("No such file or directory"));
    EXPECT_THAT(all[80].cause, HasSubstr("Permission denied"));
    EXPECT_EQ(all[0].status, Status::partial);
    EXPECT_THAT(all[0].cause, HasSubstr("The plugin 'thrower' failed"));
}

TEST_F(Batches, EndWhenTheyAreTold) {
    for (const std::uint32_t workers : {1u, 4u}) {
        std::string records;
        int taken = 0;
        Batch batch = writing(workers, records);
        batch.take = [&](const Input&, const Finished&) { return ++taken < 5; };
        run(inputs_, batch);
        EXPECT_EQ(taken, 5);
        std::atomic<bool> stop = true;
        batch.stop = &stop;
        run(inputs_, batch);
        EXPECT_EQ(taken, 5);
    }
}

TEST_F(Batches, TakeWhatAStreamGives) {
    std::string listed, streamed;
    run(inputs_, writing(4, listed));
    std::size_t next = 0;
    run_from(
        [&](Input& input) {
            if (next < inputs_.size()) {
                input = inputs_[next];
            }
            return next++ < inputs_.size();
        },
        writing(4, streamed));
    EXPECT_EQ(streamed, listed);
    EXPECT_EQ(next, inputs_.size() + 1) << "a stream that has ended is not asked again";
}

TEST_F(Batches, TellASourceThatWaitsThatTheyHaveEnded) {
    std::string unused;
    std::atomic<bool> ended = false;
    Batch batch = writing(2, unused);
    batch.ended = &ended;
    batch.take = [](const Input&, const Finished&) -> bool { throw std::runtime_error("no room"); };
    bool given = false;
    const auto source = [&](Input& input) {
        input = inputs_[0];
        if (!given) return given = true;
        while (!ended) std::this_thread::yield();
        return false;
    };
    EXPECT_THROW(run_from(source, batch), std::runtime_error);
}

TEST_F(Batches, OutOfOrderGiveEachDocumentOnce) {
    std::string unused;
    std::multiset<std::string> given, taken;
    for (const Input& input : inputs_) {
        given.insert(input.path);
    }
    Batch batch = writing(6, unused);
    batch.in_order = false;
    batch.take = [&](const Input& input, const Finished&) {
        taken.insert(input.path);
        return true;
    };
    run(inputs_, batch);
    EXPECT_EQ(taken, given);
}

TEST_F(Batches, HandOverWhatPreparingHasDone) {
    std::string records;
    Batch batch = writing(3, records);
    batch.prepare = [](const Input&, Task& task) {
        task.output = "x";
        task.done = true;
    };
    run(inputs_, batch);
    EXPECT_EQ(records, std::string(inputs_.size(), 'x'));
}

TEST_F(Batches, PassOnWhatIsThrown) {
    std::string records;
    Batch batch = writing(4, records);
    batch.take = [](const Input&, const Finished&) -> bool { throw std::runtime_error("no room"); };
    EXPECT_THROW(run(inputs_, batch), std::runtime_error);
    run({}, batch);
}

}  // namespace
}  // namespace dateline::pipeline
