/// Bytes and options in, record bytes out; no shared mutable state.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/judge/judge.h"
#include "core/learn/weights.h"
#include "core/mention/candidate.h"
#include "core/plugin/host.h"
#include "core/plugin/settings.h"
#include "core/record/record.h"
#include "core/resolve/resolve.h"

namespace dateline::pipeline {

struct Options {
    plugin::Search search;
    plugin::Loading loading = plugin::Loading::when_wanted;
    std::vector<plugin::GivenSetting> settings;   ///< what users set for plugins
    std::vector<std::filesystem::path> lexicons;  ///< user lists: entry, type, always | never | hint
    std::filesystem::path weights;                ///< learned weights, compiled; empty: none, and plugins' own weights count
    plugin::Limits limits;
    record::Options record;
    plugin::Log log = plugin::log_to_standard_error;
};

/// The compiled file in a folder of learned weights, and the folder of those that come with the built-in plugins.
inline constexpr std::string_view weights_file = "weights";
inline std::filesystem::path shipped_weights(const plugin::Search& search) { return search.built_in.parent_path() / "weights"; }

/// What every worker shares: loaded plugins, learned weights, user lists, the generator's line. Immutable once made.
class Engine {
public:
    /// Throws plugin::LoadError, or std::runtime_error for weights or a user list that cannot be used.
    explicit Engine(const Options& options);
    ~Engine();
    const Options& options() const;
    const plugin::Plugins& plugins() const;
    const learn::Weights& learned() const;
    /// The weights of the plugins' evidences: the learned ones where there are some, else those that the plugins give.
    judge::Weights evidence_weights() const;
    /// What margins are worth.
    judge::Scales scales() const;
    const record::Generator& generator() const;

private:
    friend class Worker;
    struct State;
    std::unique_ptr<State> state_;
};

/// All that is known of one document: the record is written from it, and explain reads it.
struct Result {
    Document document;
    Proposals proposals;
    resolve::Resolution resolution;
};

/// What is known of a document beside its bytes. Text is borrowed.
struct Origin {
    std::string_view source;           ///< what the record names
    std::string_view media_type = {};  ///< when it is known without looking
    std::optional<std::string_view> input_id = {};  ///< of a line of JSON Lines input that has one
    std::string_view charset = {};     ///< when it is known without looking
    std::string_view parent = {};      ///< id of the document that it is inside of
    bool is_text = false;              ///< the bytes are text in UTF-8, whatever they look like
};

/// One worker: its instances and its memory, reused from document to document. One thread at a time.
class Worker {
public:
    explicit Worker(const Engine& engine);
    ~Worker();

    /// Reads, analyses, extracts, judges and resolves one document. Bytes need to live for the call only. `absent` plugins take no part. The result is
    /// valid until the next call. Never throws for what the document is; std::bad_alloc becomes a failed document.
    const Result& process(std::string_view bytes, const Origin& origin, std::span<const plugin::Absent> absent = {});
    const Result& process(std::string_view bytes, std::string_view source) { return process(bytes, Origin{source}); }
    /// A document whose bytes could not be had (no such file, no permission): failed, with this code and message.
    const Result& fail(const Origin& origin, std::string_view code, std::string_view message);
    const Result& fail(std::string_view source, std::string_view code, std::string_view message) { return fail(Origin{source}, code, message); }
    /// As process(), but nothing is extracted: for the text, and for the documents inside.
    const Result& read(std::string_view bytes, const Origin& origin);

    /// Whether there are documents inside the last one given, at any depth, that have not been done.
    bool has_next() const;
    /// process(), fail() and read() for the next of them: each before those inside it, and these before the one after it. Precondition: has_next().
    const Result& process_next(std::span<const plugin::Absent> absent = {});
    const Result& fail_next(std::string_view code, std::string_view message);
    const Result& read_next();
    /// The next one is not done, nor what may be inside it. Precondition: has_next().
    void skip_next();
    /// What its record would name, until the next call. Precondition: has_next().
    std::string_view next_source() const;
    /// The bytes of the last one, until the next call.
    std::string_view inner_bytes() const;

    /// Whether some plugin can do no more in this process, and might in another.
    bool is_lost() const;

    /// Appends the record of the last result.
    void write(std::string& out) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::pipeline
