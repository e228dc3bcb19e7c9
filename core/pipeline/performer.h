/// Who does the work on the documents of one thread: this process, or another one (isolate/).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/pipeline/inputs.h"
#include "core/pipeline/pipeline.h"

namespace dateline::pipeline {

/// What one document gave.
struct Outcome {
    std::string output;          ///< as Format wrote it
    Status status = Status::complete;
    std::string cause;           ///< why it failed or is partial: the first message of that kind
    std::string source;          ///< of a document inside another: what its record names
};

/// What one input gave.
struct Finished : Outcome {
    std::vector<Outcome> inner;  ///< the documents inside it, in order
};

/// Appends what is wanted of the worker's last result. Called by several threads at a time.
using Format = std::function<void(const Worker& worker, const Result& result, std::string& out)>;

/// Fills in all of `outcome`, whose memory is reused, from the worker's last result.
void finish(const Worker& worker, const Result& result, const Format& format, Outcome& outcome);

/// Reads the input's bytes; otherwise the problem in a sentence about it: "The file cannot be read: no such file.".
std::string read_input(const Input& input, std::uint64_t most_bytes, std::string& bytes);

/// One thread at a time.
class Performer {
public:
    virtual ~Performer() = default;
    /// Takes in an input, which must live until its finish().
    virtual void begin(const Input& input) = 0;
    /// Does the oldest one that was begun.
    virtual void finish(Finished& finished) = 0;
    /// Whether it would gain from another begin() before the next finish().
    virtual bool wants_more() const { return false; }
};

/// In this thread, with a worker of its own.
std::unique_ptr<Performer> perform_here(const Engine& engine, const Format& format);

}  // namespace dateline::pipeline
