#include "core/pipeline/batch.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace dateline::pipeline {
namespace {

constexpr std::size_t most_held = std::size_t{64} << 20;

// Finished documents that wait for their turn: a ring as long as workers may run ahead.
class Queue {
public:
    Queue(const Source& source, bool source_waits, const Batch& batch, std::size_t window)
        : source_(source), source_waits_(source_waits), batch_(batch), slots_(window) {}

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
        return take_next(index, input);
    }

    // The same for one who has documents to finish, and so must not wait.
    bool claim_at_once(std::size_t& index, Input& input) {
        if (source_waits_ || !source_mutex_.try_lock()) {
            return false;
        }
        const std::lock_guard adopted(source_mutex_, std::adopt_lock);
        {
            const std::lock_guard lock(mutex_);
            if (ended() || !has_room()) {
                return false;
            }
        }
        return take_next(index, input);
    }

    // Swaps the document into its slot (the caller gets memory of an earlier one for it) and hands over all whose turn has come,
    // unless another thread is about that already.
    void finish(std::size_t index, Input& input, Finished& finished) {
        std::unique_lock lock(mutex_);
        Slot& slot = slots_[batch_.in_order ? index % slots_.size() : free_slot()];
        std::swap(slot.input, input);
        std::swap(slot.finished, finished);
        slot.full = true;
        held_ += slot.finished.size();
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
        end();
        room_.notify_all();
    }

private:
    struct Slot {
        bool full = false;
        Input input;
        Finished finished;
    };

    // Precondition: the source is this thread's.
    bool take_next(std::size_t& index, Input& input) {
        dry_ = dry_ || !source_(input);
        index = claimed_;
        claimed_ += dry_ ? 0 : 1;
        return !dry_;
    }

    void end() {
        ended_ = true;
        if (batch_.ended != nullptr) {
            batch_.ended->store(true, std::memory_order_relaxed);
        }
    }

    bool ended() const { return ended_ || (batch_.stop != nullptr && batch_.stop->load(std::memory_order_relaxed)); }

    bool has_room() const { return claimed_ < turn_ + slots_.size() && (held_ <= most_held || claimed_ == turn_); }

    // Out of order, turns go by the order in which documents are done. There is room: no more are claimed than there are slots.
    std::size_t free_slot() { return finished_++ % slots_.size(); }

    void hand_over(std::unique_lock<std::mutex>& lock) {
        while (!ended() && slots_[turn_ % slots_.size()].full) {
            Slot& slot = slots_[turn_ % slots_.size()];
            const std::size_t size = slot.finished.size();
            lock.unlock();
            const bool goes_on = take(slot);
            lock.lock();
            slot.full = false;
            held_ -= size;
            ++turn_;
            if (!goes_on) {
                end();
            }
            room_.notify_all();
        }
        if (ended()) {
            room_.notify_all();
        }
    }

    bool take(Slot& slot) {
        try {
            return batch_.take(slot.input, slot.finished);
        } catch (...) {
            fail(std::current_exception());
            return false;
        }
    }

    const Source& source_;
    bool source_waits_;
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

// One thread's work.
class Runner {
public:
    Runner(const Batch& batch, Queue& queue, std::size_t most_begun) : batch_(batch), queue_(queue), most_begun_(most_begun), performer_(batch.performer()) {}

    void operator()() {
        while (!begun_.empty() || claim(true)) {
            while (begun_.size() < most_begun_ && performer_->wants_more() && !begun_.back().done && claim(false)) {}
            finish();
        }
    }

private:
    struct Begun {
        std::size_t index;
        Input input;
        bool done;
        std::string output;
    };

    bool claim(bool may_wait) {
        Begun next{};
        if (!(may_wait ? queue_.claim(next.index, next.input) : queue_.claim_at_once(next.index, next.input))) {
            return false;
        }
        Task task;
        batch_.prepare(next.input, task);
        next.done = task.done;
        if (task.done) {
            next.output = std::move(task.output);
        } else {
            performer_->begin(std::move(task));
        }
        begun_.push_back(std::move(next));
        return true;
    }

    void finish() {
        Begun& first = begun_.front();
        if (first.done) {
            finished_ = {};
            finished_.output = std::move(first.output);
        } else {
            performer_->finish(finished_);
        }
        queue_.finish(first.index, first.input, finished_);
        begun_.pop_front();
    }

    const Batch& batch_;
    Queue& queue_;
    std::size_t most_begun_;
    std::unique_ptr<Performer> performer_;
    std::deque<Begun> begun_;
    Finished finished_;
};

void run_thread(const Batch& batch, Queue& queue, std::size_t most_begun) {
    try {
        Runner(batch, queue, most_begun)();
    } catch (...) {
        queue.fail(std::current_exception());
    }
}

void run_queue(const Source& source, bool source_waits, const Batch& batch, std::size_t workers) {
    const std::size_t window = batch.window > 0 ? batch.window : workers * 8;
    const std::size_t most_begun = std::max<std::size_t>(2, window / (2 * workers));  // half the window is left to those who come late
    Queue queue(source, source_waits, batch, window);
    {
        std::vector<std::jthread> threads;
        for (std::size_t number = 1; number < workers; ++number) {
            threads.emplace_back([&] { run_thread(batch, queue, most_begun); });
        }
        run_thread(batch, queue, most_begun);
    }
    queue.rethrow();
}

}  // namespace

void run_from(const Source& source, const Batch& batch) {
    run_queue(source, true, batch, std::max<std::size_t>(1, batch.workers));
}

void run(const std::vector<Input>& inputs, const Batch& batch) {
    std::size_t next = 0;
    const Source source = [&](Input& input) {
        if (next == inputs.size()) {
            return false;
        }
        input = inputs[next++];
        return true;
    };
    run_queue(source, false, batch, std::max<std::size_t>(1, std::min<std::size_t>(batch.workers, inputs.size())));
}

}  // namespace dateline::pipeline
