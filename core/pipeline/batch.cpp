#include "core/pipeline/batch.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "core/pipeline/file.h"

namespace dateline::pipeline {
namespace {

// Finished documents that wait for their turn: a ring as long as workers may run ahead.
class Queue {
public:
    Queue(const std::vector<Input>& inputs, const Batch& batch, std::size_t window) : inputs_(inputs), batch_(batch), slots_(window) {}

    // The next document to do, or none. Waits while it is too far ahead of the one whose turn it is.
    bool claim(std::size_t& index) {
        std::unique_lock lock(mutex_);
        index = claimed_++;
        room_.wait(lock, [&] { return ended() || index < turn_ + slots_.size(); });
        if (ended()) {
            room_.notify_all();  // a stop that came from outside has told nobody yet
            return false;
        }
        return index < inputs_.size();
    }

    // Swaps the document into its slot (the caller gets memory of an earlier one for it) and hands over all whose turn has come,
    // unless another thread is about that already.
    void finish(std::size_t index, Finished& finished) {
        std::unique_lock lock(mutex_);
        Slot& slot = slots_[index % slots_.size()];
        std::swap(slot.finished, finished);
        slot.full = true;
        if (!handing_over_) {
            handing_over_ = true;
            hand_over(lock);
            handing_over_ = false;
        }
    }

    void rethrow() const {
        if (exception_) {
            std::rethrow_exception(exception_);
        }
    }

    // Ends the run for all threads.
    void fail(std::exception_ptr exception) {
        const std::lock_guard lock(mutex_);
        exception_ = exception_ ? exception_ : std::move(exception);
        ended_ = true;
        room_.notify_all();
    }

private:
    struct Slot {
        bool full = false;
        Finished finished;
    };

    bool ended() const { return ended_ || (batch_.stop != nullptr && batch_.stop->load(std::memory_order_relaxed)); }

    void hand_over(std::unique_lock<std::mutex>& lock) {
        while (!ended() && slots_[turn_ % slots_.size()].full) {
            Slot& slot = slots_[turn_ % slots_.size()];
            lock.unlock();
            const bool goes_on = take(slot.finished);
            lock.lock();
            slot.full = false;
            ++turn_;
            ended_ = ended_ || !goes_on;
            room_.notify_all();
        }
        if (ended()) {
            room_.notify_all();
        }
    }

    bool take(const Finished& finished) {
        try {
            return batch_.take(inputs_[turn_], finished);
        } catch (...) {
            fail(std::current_exception());
            return false;
        }
    }

    const std::vector<Input>& inputs_;
    const Batch& batch_;
    std::vector<Slot> slots_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::size_t claimed_ = 0, turn_ = 0;
    bool handing_over_ = false, ended_ = false;
    std::exception_ptr exception_;
};

// What was dropped or repaired leaves a document complete.
bool is_cause(const Diagnostic& diagnostic, Status status) {
    if (status == Status::failed) {
        return diagnostic.severity == DATELINE_ERROR;
    }
    const std::string_view code = diagnostic.code;
    return code.starts_with("limit.") || code == "language.unsupported" || code == "plugin.failed" || code == "plugin.stopped" ||
           code == "plugin.rule-limit" || code == "plugin.unloadable";
}

const std::string& cause_of(const Document& document) {
    static const std::string unknown = "no reason is known";
    const auto found = std::find_if(document.diagnostics.begin(), document.diagnostics.end(),
                                    [&](const Diagnostic& diagnostic) { return is_cause(diagnostic, document.status); });
    return found == document.diagnostics.end() ? unknown : found->message;
}

class Runner {
public:
    Runner(const Engine& engine, const std::vector<Input>& inputs, const Batch& batch, Queue& queue)
        : engine_(engine), inputs_(inputs), batch_(batch), queue_(queue) {}

    // One thread's work.
    void operator()() {
        try {
            Worker worker(engine_);
            std::string bytes;
            Finished finished;
            for (std::size_t index = 0; queue_.claim(index);) {
                read(worker, inputs_[index], bytes, finished);
                queue_.finish(index, finished);
            }
        } catch (...) {
            queue_.fail(std::current_exception());
        }
    }

private:
    void read(Worker& worker, const Input& input, std::string& bytes, Finished& finished) const {
        const std::string problem = input.problem.empty() ? read_bytes(input, bytes) : "cannot be listed: " + input.problem;
        const Result& result = problem.empty() ? worker.process(bytes, input.path)
                                               : worker.fail(input.path, "document.unreadable", "The file " + problem + ".");
        finished.output.clear();
        batch_.format(worker, result, finished.output);
        finished.status = result.document.status;
        if (finished.status != Status::complete) {
            finished.cause = cause_of(result.document);
        }
    }

    std::string read_bytes(const Input& input, std::string& bytes) const {
        try {
            return read_document(input.path, engine_.options().limits.max_bytes, bytes);
        } catch (const std::bad_alloc&) {
            return "does not fit into memory";
        }
    }

    const Engine& engine_;
    const std::vector<Input>& inputs_;
    const Batch& batch_;
    Queue& queue_;
};

}  // namespace

void run(const Engine& engine, const std::vector<Input>& inputs, const Batch& batch) {
    const std::size_t workers = std::max<std::size_t>(1, std::min<std::size_t>(batch.workers, inputs.size()));
    Queue queue(inputs, batch, workers * 8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t number = 1; number < workers; ++number) {
            threads.emplace_back(Runner(engine, inputs, batch, queue));
        }
        Runner(engine, inputs, batch, queue)();
    }
    queue.rethrow();
}

}  // namespace dateline::pipeline
