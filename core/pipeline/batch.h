/// Many documents over cores, what they give in the order of the inputs.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/pipeline/performer.h"

namespace dateline::pipeline {

/// Gives the next input; false when there is none any more. Called by any thread, never by two at a time, and may wait.
using Source = std::function<bool(Input& input)>;

struct Batch {
    /// Threads. 1: the calling thread does all.
    std::uint32_t workers = 1;
    /// Makes tasks of inputs.
    Prepare prepare;
    /// Makes what does a thread's tasks; called in that thread.
    std::function<std::unique_ptr<Performer>()> performer;
    /// Takes the documents one after another, never two at a time, from any thread; what they gave may be moved away. False ends the run.
    std::function<bool(const Input& input, Finished& finished)> take;
    /// take() gets them in the order of the inputs; otherwise as they are done.
    bool in_order = true;
    /// How many documents workers may be ahead of the one whose turn it is; 0: eight each. Fewer when what they gave is large.
    std::size_t window = 0;
    /// When it becomes true, no further document is begun and take is not called again. May be null.
    const std::atomic<bool>* stop = nullptr;
    /// Becomes true when the run ends before its inputs do, because something was thrown or take() said so: a source that waits shall wait no longer. May be null.
    std::atomic<bool>* ended = nullptr;
};

/// Prepares, performs and hands over all documents. Memory does not grow with their number: a worker that is far ahead of the one whose turn it is waits.
/// Throws what the functions throw, after all threads have ended.
void run_from(const Source& source, const Batch& batch);

/// The same for what is listed; never with more threads than there are documents.
void run(const std::vector<Input>& inputs, const Batch& batch);

}  // namespace dateline::pipeline
