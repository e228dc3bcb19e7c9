/// Takes documents into a store: reads what is new, has it processed, writes it.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/pipeline/performer.h"
#include "core/store/lookup.h"
#include "core/store/writer.h"

namespace dateline::ingest {

/// What became of one document, told when the store has it for good.
struct Event {
    std::string source, name;  ///< as given; as the store calls it
    store::Outcome outcome = store::Outcome::added;
    std::string status, cause;  ///< of the attempt, see store::Rows; `cause` when it failed, is partial or unreadable
    bool is_inside = false;     ///< another document, whose event came before
    bool failed() const { return status == "failed" || status == "quarantined" || status == "unreadable"; }
};

struct Options {
    std::uint32_t workers = 1;
    std::function<std::unique_ptr<pipeline::Performer>()> performer;  ///< as pipeline::Batch::performer; what they write is row_format()'s
    bool partial = false;                     ///< with `retry`: also what is partial, from its file
    bool retry = false;                       ///< tries again what failed, from its file or, when that is gone, from the bytes that were kept
    std::size_t batch = 128;                  ///< documents that are written at most in one transaction
    const std::atomic<bool>* stop = nullptr;  ///< as pipeline::Batch::stop
    std::function<void(const Event&)> tell;   ///< one at a time, from any thread
    store::Waiting waiting;                   ///< not while it tells; may be empty
};

/// The name of a document in the store: the absolute path without links being followed; `-:ID` for standard input, ID being that of the record.
std::string name_of(const std::string& path, std::string_view sha256);

/// What performers write for an intake.
pipeline::Format row_format(const pipeline::Engine& engine);

class Intake {
public:
    /// Makes the store when it is not there. Throws store::Error.
    Intake(const pipeline::Engine& engine, const std::string& store, Options options);

    /// Takes in what is listed, where a folder without a problem is one that had failed, and is forgotten, since what is in it is listed now; when it returns or throws, what was told is in the store. May be called again. Throws store::Error: the store
    /// cannot be written, what was told before is in it, and nothing more can be taken.
    void take(const std::vector<pipeline::Input>& inputs);

private:
    using Clock = std::chrono::steady_clock;
    // An input and the documents inside it, packed.
    struct Pending {
        std::string source;
        std::vector<pipeline::Outcome> documents;
    };

    void prepare(const pipeline::Input& input, pipeline::Task& task);
    void refuse(const pipeline::Input& input, const std::string& problem, pipeline::Task& task);
    bool is_known(const pipeline::Input& input, std::string_view bytes, std::string& out);
    void take_one(const pipeline::Input& input, pipeline::Finished& finished);
    void write_pending();
    void write(const Pending& pending, std::vector<Event>& events);

    const pipeline::Engine& engine_;
    Options options_;
    store::Writer writer_;
    store::Lookup lookup_;
    std::vector<Pending> pending_;  // to be written in one transaction: the store is locked for others only as long as that takes
    std::size_t pending_bytes_ = 0;
    Clock::time_point written_ = Clock::now();
    store::Rows rows_;  // of the document that is being written
};

}  // namespace dateline::ingest
