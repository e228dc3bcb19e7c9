/// Who does the work on the documents of one thread: this process, or another one (isolate/).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/pipeline/inputs.h"
#include "core/pipeline/pipeline.h"

namespace dateline::pipeline {

/// A document on its way to a worker.
struct Task {
    std::string source, media_type, parent;    ///< as in Origin
    std::optional<std::string> input_id;
    bool is_text = false;                      ///< as in Origin
    std::string bytes;
    std::string code, message;                 ///< of one that has failed already; empty otherwise
    bool done = false;                         ///< nothing is left to do: `output` is what it gives
    std::string output;

    Origin origin() const { return {source, media_type, input_id, {}, parent, is_text}; }
    void fail(std::string_view why_code, std::string_view why) { code = why_code, message = why; }
};

/// What earlier tries taught of a document: who takes no part in it, or that it fails.
struct Lesson {
    std::vector<plugin::Absent> absent;
    std::string code, message;                 ///< empty unless it fails
};

/// What one document gave.
struct Outcome {
    std::string output;  ///< as Format wrote it
    Status status = Status::complete;
    std::string cause;   ///< why it failed or is partial: the first message of that kind
    std::string source;  ///< what its record names
    bool is_container = false;
};

/// What one task gave.
struct Finished : Outcome {
    std::vector<Outcome> inner;  ///< the documents inside it, at any depth, each before those inside it

    std::size_t size() const;    ///< bytes of all output
};

/// Makes an empty task of an input. Called by several threads at a time.
using Prepare = std::function<void(const Input& input, Task& task)>;
/// Appends what is wanted of the worker's last result; `bytes` are the document's. Called by several threads at a time.
using Format = std::function<void(const Worker& worker, const Result& result, std::string_view bytes, std::string& out)>;

/// Reads the input's file. The problem in a sentence for people, empty when all went well.
std::string read_input(const Engine& engine, const Input& input, std::string& bytes);

/// The file's bytes are the task; what cannot be read has failed.
Prepare reading(const Engine& engine);

/// Why a document failed or is partial: the first message of that kind. Precondition: it is not complete.
const std::string& cause_of(const Document& document);

/// Does a task's own document. Fills in all of `outcome`, whose memory is reused.
void perform(Worker& worker, const Task& task, const Lesson& lesson, const Format& format, Outcome& outcome);
/// Does the next one inside it. Precondition: worker.has_next().
void perform_next(Worker& worker, const Lesson& lesson, const Format& format, Outcome& outcome);

/// One thread at a time.
class Performer {
public:
    virtual ~Performer() = default;
    /// Takes in a task that is not done.
    virtual void begin(Task task) = 0;
    /// Does the oldest one that was begun.
    virtual void finish(Finished& finished) = 0;
    /// Whether it would gain from another begin() before the next finish().
    virtual bool wants_more() const { return false; }
};

/// In this thread, with a worker of its own.
std::unique_ptr<Performer> perform_here(const Engine& engine, const Format& format);

}  // namespace dateline::pipeline
