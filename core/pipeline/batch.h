/// Many documents over cores, their records in the order of the inputs.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/pipeline/inputs.h"
#include "core/pipeline/pipeline.h"

namespace dateline::pipeline {

/// What one document gave.
struct Finished {
    std::string output;          ///< as Batch::format wrote it
    Status status = Status::complete;
    std::string cause;           ///< why it failed or is partial: the first message of that kind
};

struct Batch {
    /// Threads; never more than there are documents. 1: the calling thread does all.
    std::uint32_t workers = 1;
    /// Appends what is wanted of the worker's last result. Called by several threads at a time.
    std::function<void(const Worker& worker, const Result& result, std::string& out)> format;
    /// Takes the documents one after another in the order of the inputs, never two at a time, from any thread. False ends the run.
    std::function<bool(const Input& input, const Finished& finished)> take;
    /// When it becomes true, no further document is begun and take is not called again. May be null.
    const std::atomic<bool>* stop = nullptr;
};

/// Reads, processes and hands over all documents. Memory does not grow with their number: a worker that is far ahead of the one whose turn it is waits.
/// Throws what `take` throws, after all threads have ended.
void run(const Engine& engine, const std::vector<Input>& inputs, const Batch& batch);

}  // namespace dateline::pipeline
