/// Many documents over cores, what they give in the order of the inputs.
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

/// Gives the next input; false when there is none any more. Called by any thread, never by two at a time, and may wait.
using Source = std::function<bool(Input& input)>;

struct Batch {
    /// Threads. 1: the calling thread does all.
    std::uint32_t workers = 1;
    /// Appends what is wanted of the worker's last result. Called by several threads at a time.
    std::function<void(const Worker& worker, const Result& result, std::string& out)> format;
    /// Does a document otherwise than to read it and to have it processed; null: so. Its result is what `format` gets; null: `out` holds already what is wanted.
    /// `bytes` is memory of the thread for the document. Called by several threads at a time.
    std::function<const Result*(Worker& worker, const Input& input, std::string& bytes, std::string& out)> work = nullptr;
    /// Takes the documents one after another, never two at a time, from any thread. False ends the run.
    std::function<bool(const Input& input, const Finished& finished)> take;
    /// take() gets them in the order of the inputs; otherwise as they are done.
    bool in_order = true;
    /// How many documents workers may be ahead of the one whose turn it is; 0: eight each. Fewer when what they gave is large.
    std::size_t window = 0;
    /// When it becomes true, no further document is begun and take is not called again. May be null.
    const std::atomic<bool>* stop = nullptr;
};

/// Reads, processes and hands over all documents. Memory does not grow with their number: a worker that is far ahead of the one whose turn it is waits.
/// Throws what the functions throw, after all threads have ended.
void run_from(const Engine& engine, const Source& source, const Batch& batch);

/// The same for what is listed; never with more threads than there are documents.
void run(const Engine& engine, const std::vector<Input>& inputs, const Batch& batch);

/// Has the input's bytes read and processed; what cannot be read is a failed document.
const Result& read_and_process(const Engine& engine, Worker& worker, const Input& input, std::string& bytes);

/// Why a document failed or is partial: the first message of that kind. Precondition: it is not complete.
const std::string& cause_of(const Document& document);

/// The problem with an input's bytes in a sentence for people, empty when all went well.
std::string read_input(const Engine& engine, const Input& input, std::string& bytes);

}  // namespace dateline::pipeline
