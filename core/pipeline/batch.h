/// Many documents over cores, their records in the order of the inputs.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/pipeline/performer.h"

namespace dateline::pipeline {

struct Batch {
    /// Threads; never more than there are documents. 1: the calling thread does all.
    std::uint32_t workers = 1;
    /// Makes what does a thread's work; called in that thread.
    std::function<std::unique_ptr<Performer>()> performer;
    /// Takes the documents one after another in the order of the inputs, never two at a time, from any thread. False ends the run.
    std::function<bool(const Input& input, const Finished& finished)> take;
    /// When it becomes true, no further document is begun and take is not called again. May be null.
    const std::atomic<bool>* stop = nullptr;
};

/// Reads, processes and hands over all documents. Memory does not grow with their number: a worker that is far ahead of the one whose turn it is
/// waits. Throws what `take` throws, after all threads have ended.
void run(const std::vector<Input>& inputs, const Batch& batch);

}  // namespace dateline::pipeline
