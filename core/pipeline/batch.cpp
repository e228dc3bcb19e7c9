#include "core/pipeline/batch.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <queue>
#include <thread>

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

    // The same for one who has documents to finish, and so must not wait.
    bool claim_at_once(std::size_t& index) {
        const std::lock_guard lock(mutex_);
        if (ended() || claimed_ >= std::min(inputs_.size(), turn_ + slots_.size())) {
            return false;
        }
        index = claimed_++;
        return true;
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

// One thread's work.
void perform(const std::vector<Input>& inputs, const Batch& batch, Queue& queue) {
    try {
        const std::unique_ptr<Performer> performer = batch.performer();
        std::queue<std::size_t> begun;
        Finished finished;
        for (std::size_t index = 0; !begun.empty() || queue.claim(index);) {
            if (begun.empty()) {
                performer->begin(inputs[index]);
                begun.push(index);
            }
            while (performer->wants_more() && queue.claim_at_once(index)) {
                performer->begin(inputs[index]);
                begun.push(index);
            }
            performer->finish(finished);
            queue.finish(begun.front(), finished);
            begun.pop();
        }
    } catch (...) {
        queue.fail(std::current_exception());
    }
}

}  // namespace

void run(const std::vector<Input>& inputs, const Batch& batch) {
    const std::size_t workers = std::max<std::size_t>(1, std::min<std::size_t>(batch.workers, inputs.size()));
    Queue queue(inputs, batch, workers * 8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t number = 1; number < workers; ++number) {
            threads.emplace_back([&] { perform(inputs, batch, queue); });
        }
        perform(inputs, batch, queue);
    }
    queue.rethrow();
}

}  // namespace dateline::pipeline
