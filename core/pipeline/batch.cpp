#include "core/pipeline/batch.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "core/pipeline/file.h"

namespace dateline::pipeline {
namespace {

constexpr std::size_t most_held = std::size_t{64} << 20;

// Finished documents that wait for their turn: a ring as long as workers may run ahead.
class Queue {
public:
    Queue(const Source& source, const Batch& batch, std::size_t window) : source_(source), batch_(batch), slots_(window) {}

    // The next document to do, or none. Waits while it is too far ahead of the one whose turn it is. The source may wait too; what is done is handed over meanwhile.
    bool claim(std::size_t& index, Input& input) {
        const std::lock_guard one_at_a_time(source_mutex_);
        {
            std::unique_lock lock(mutex_);
            room_.wait(lock, [&] { return ended() || has_room(); });
            if (ended()) {
                room_.notify_all();  // a stop that came from outside has told nobody yet
                return false;
            }
        }
        dry_ = dry_ || !source_(input);
        index = claimed_;
        claimed_ += dry_ ? 0 : 1;
        return !dry_;
    }

    // Swaps the document into its slot (the caller gets memory of an earlier one for it) and hands over all whose turn has come,
    // unless another thread is about that already.
    void finish(std::size_t index, Input& input, Finished& finished) {
        std::unique_lock lock(mutex_);
        Slot& slot = slots_[batch_.in_order ? index % slots_.size() : free_slot()];
        std::swap(slot.input, input);
        std::swap(slot.finished, finished);
        slot.full = true;
        held_ += slot.finished.output.size();
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
        Input input;
        Finished finished;
    };

    bool ended() const { return ended_ || (batch_.stop != nullptr && batch_.stop->load(std::memory_order_relaxed)); }

    bool has_room() const { return claimed_ < turn_ + slots_.size() && (held_ <= most_held || claimed_ == turn_); }

    // Out of order, turns go by the order in which documents are done. There is room: no more are claimed than there are slots.
    std::size_t free_slot() { return finished_++ % slots_.size(); }

    void hand_over(std::unique_lock<std::mutex>& lock) {
        while (!ended() && slots_[turn_ % slots_.size()].full) {
            Slot& slot = slots_[turn_ % slots_.size()];
            lock.unlock();
            const bool goes_on = take(slot);
            lock.lock();
            slot.full = false;
            held_ -= slot.finished.output.size();
            ++turn_;
            ended_ = ended_ || !goes_on;
            room_.notify_all();
        }
        if (ended()) {
            room_.notify_all();
        }
    }

    bool take(const Slot& slot) {
        try {
            return batch_.take(slot.input, slot.finished);
        } catch (...) {
            fail(std::current_exception());
            return false;
        }
    }

    const Source& source_;
    const Batch& batch_;
    std::vector<Slot> slots_;
    std::mutex source_mutex_;  // taken before the other
    std::mutex mutex_;
    std::condition_variable room_;
    std::size_t claimed_ = 0, finished_ = 0, turn_ = 0;
    std::size_t held_ = 0;  // bytes in full slots
    bool dry_ = false, handing_over_ = false, ended_ = false;
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

class Runner {
public:
    Runner(const Engine& engine, const Batch& batch, Queue& queue) : engine_(engine), batch_(batch), queue_(queue) {}

    // One thread's work.
    void operator()() {
        try {
            Worker worker(engine_);
            std::string bytes;
            Input input;
            Finished finished;
            for (std::size_t index = 0; queue_.claim(index, input);) {
                work(worker, input, bytes, finished);
                queue_.finish(index, input, finished);
            }
        } catch (...) {
            queue_.fail(std::current_exception());
        }
    }

private:
    void work(Worker& worker, const Input& input, std::string& bytes, Finished& finished) const {
        finished.output.clear();
        finished.status = Status::complete;
        const Result* result = batch_.work ? batch_.work(worker, input, bytes, finished.output) : &read_and_process(engine_, worker, input, bytes);
        if (result == nullptr) {
            return;
        }
        batch_.format(worker, *result, finished.output);
        finished.status = result->document.status;
        if (finished.status != Status::complete) {
            finished.cause = cause_of(result->document);
        }
    }

    const Engine& engine_;
    const Batch& batch_;
    Queue& queue_;
};

}  // namespace

const std::string& cause_of(const Document& document) {
    static const std::string unknown = "no reason is known";
    const auto found = std::find_if(document.diagnostics.begin(), document.diagnostics.end(),
                                    [&](const Diagnostic& diagnostic) { return is_cause(diagnostic, document.status); });
    return found == document.diagnostics.end() ? unknown : found->message;
}

std::string read_input(const Engine& engine, const Input& input, std::string& bytes) {
    if (!input.problem.empty()) {
        return "cannot be listed: " + input.problem;
    }
    try {
        return read_document(input.path, engine.options().limits.max_bytes, bytes);
    } catch (const std::bad_alloc&) {
        return "does not fit into memory";
    }
}

const Result& read_and_process(const Engine& engine, Worker& worker, const Input& input, std::string& bytes) {
    const std::string problem = read_input(engine, input, bytes);
    return problem.empty() ? worker.process(bytes, input.path) : worker.fail(input.path, "document.unreadable", "The file " + problem + ".");
}

void run_from(const Engine& engine, const Source& source, const Batch& batch) {
    const std::size_t workers = std::max<std::size_t>(1, batch.workers);
    Queue queue(source, batch, batch.window > 0 ? batch.window : workers * 8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t number = 1; number < workers; ++number) {
            threads.emplace_back(Runner(engine, batch, queue));
        }
        Runner(engine, batch, queue)();
    }
    queue.rethrow();
}

void run(const Engine& engine, const std::vector<Input>& inputs, const Batch& batch) {
    std::size_t next = 0;
    const Source source = [&](Input& input) {
        if (next == inputs.size()) {
            return false;
        }
        input = inputs[next++];
        return true;
    };
    Batch bounded = batch;
    bounded.workers = static_cast<std::uint32_t>(std::min<std::size_t>(batch.workers, inputs.size()));
    run_from(engine, source, bounded);
}

}  // namespace dateline::pipeline
