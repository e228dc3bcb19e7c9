/// dateline/dateline.hpp: dateline as a library for C++20 programs, over the C functions of dateline/dateline.h, which say more on each.
///
///     const dateline::Engine engine;                           // loads plugins, weights and lists
///     dateline::Worker worker(engine);
///     worker.process_file("release.txt");
///     do {
///         std::cout << worker.record();                        // JSON, docs/RECORD.md
///     } while (worker.next());                                 // the documents inside it, if there are some
///
/// Threads. Any number may use an engine at a time; a worker serves one at a time, so make one for each thread.
/// Memory. The objects own what they made. Views (std::string_view) are the worker's, until its next process, process_file or next, or its end.
/// Errors. dateline::Error, with a sentence, when something was asked wrongly, cannot be loaded, or does not fit into memory. A document that cannot
/// be read is no error: its record says that it failed.
#ifndef DATELINE_DATELINE_HPP
#define DATELINE_DATELINE_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/dateline.h"
#include "dateline/error.hpp"

namespace dateline {

/// The library's version, "0.1.0".
inline std::string_view version() { return dateline_version(); }

/// The same as the options of `dateline extract`; see dateline_options for each.
struct Options {
    std::vector<std::string> plugins = {};   ///< folders of plugins that must be there
    std::string plugin_directory = {};       ///< empty: dateline/plugins beside the library
    std::string model = {};                  ///< folder of learned weights; empty: those of the library
    std::vector<std::string> lexicons = {};  ///< files with names of the user's own
    std::vector<std::string> settings = {};  ///< what plugins let users configure: "PLUGIN.NAME=VALUE"
    std::uint64_t max_bytes = 0;             ///< of a document; 0: 8 MiB
    std::uint32_t max_mentions = 0;          ///< that a plugin may submit for a document; 0: 20000
    std::uint32_t max_nesting = 0;           ///< of documents inside documents; 0: 16
    dateline_offset_unit offset_unit = DATELINE_CODE_POINTS;
    bool with_text = false;    ///< the text is in each record
    bool with_source = false;  ///< each mention tells its place in the document as it was received
    bool pretty = false;       ///< records are indented, for people
    /// Takes what plugins say for people, a line; called by several threads at a time. Empty: dropped. What it throws is lost.
    std::function<void(std::string_view line)> log = {};
};

/// A plugin that is there.
struct PluginInfo {
    std::string id, version, description, folder;
    bool is_reader = false;  ///< reads a format; otherwise finds something in texts
};

/// A type of entities that records have.
struct TypeInfo {
    std::string name;        ///< "person"
    std::string collection;  ///< "people": the array in record.entities
    bool is_named = false;   ///< its entities have a name and aliases
};

namespace detail {

[[noreturn]] inline void fail() { throw Error(dateline_last_error()); }

/// What a function gave, unless that is 0 or null.
template <class Value>
Value checked(Value value) {
    if (!value) fail();
    return value;
}

inline std::vector<const char*> strings(const std::vector<std::string>& list) {
    std::vector<const char*> pointers;
    for (const std::string& one : list) pointers.push_back(one.c_str());
    pointers.push_back(nullptr);
    return pointers;
}

inline const char* or_null(const std::string& text) { return text.empty() ? nullptr : text.c_str(); }

}  // namespace detail

/// Plugins, weights and lists, loaded once. Read-only; movable, not copied: hand it on by reference.
class Engine {
public:
    /// Throws Error when something that an option names cannot be used.
    explicit Engine(const Options& options = {}) : log_(std::make_shared<Log>(options.log)) {
        const std::vector<const char*> plugins = detail::strings(options.plugins), lexicons = detail::strings(options.lexicons),
                                       settings = detail::strings(options.settings);
        dateline_options raw{};
        raw.struct_size = sizeof raw;
        if (options.with_text) raw.flags |= DATELINE_WITH_TEXT;
        if (options.with_source) raw.flags |= DATELINE_WITH_SOURCE;
        if (options.pretty) raw.flags |= DATELINE_PRETTY;
        raw.plugins = plugins.data();
        raw.plugin_directory = detail::or_null(options.plugin_directory);
        raw.model = detail::or_null(options.model);
        raw.lexicons = lexicons.data();
        raw.settings = settings.data();
        raw.max_bytes = options.max_bytes;
        raw.max_mentions = options.max_mentions;
        raw.max_nesting = options.max_nesting;
        raw.offset_unit = options.offset_unit;
        raw.log = options.log ? &Engine::log : nullptr;
        raw.log_context = log_.get();
        raw_.reset(detail::checked(dateline_engine_new(&raw)));
    }

    /// The JSON Schema (2020-12) of the records. `strict` forbids fields that it does not know, which consumers must allow. Valid as long as the
    /// engine.
    std::string_view schema(bool strict = false) const { return detail::checked(dateline_engine_schema(raw(), strict)); }

    /// In the order in which they run, readers last.
    std::vector<PluginInfo> plugins() const {
        std::vector<PluginInfo> list;
        for (std::size_t i = 0, count = dateline_engine_plugin_count(raw()); i < count; ++i) {
            dateline_plugin_info info{};
            info.struct_size = sizeof info;
            detail::checked(dateline_engine_plugin(raw(), i, &info));
            list.push_back({info.id, info.version, info.description, info.folder, info.is_reader != 0});
        }
        return list;
    }

    /// In the order of the record.
    std::vector<TypeInfo> types() const {
        std::vector<TypeInfo> list;
        for (std::size_t i = 0, count = dateline_engine_type_count(raw()); i < count; ++i) {
            dateline_type_info info{};
            info.struct_size = sizeof info;
            detail::checked(dateline_engine_type(raw(), i, &info));
            list.push_back({info.name, info.collection, info.is_named != 0});
        }
        return list;
    }

    const dateline_engine* raw() const { return raw_.get(); }

private:
    friend class Worker;
    using Log = std::function<void(std::string_view)>;

    static void log(void* context, const char* line) noexcept {
        try {
            (*static_cast<const Log*>(context))(line);
        } catch (...) {
        }
    }

    struct Free {
        void operator()(dateline_engine* engine) const { dateline_engine_free(engine); }
    };
    std::shared_ptr<Log> log_;  // at an address of its own, as long as a worker needs it
    std::unique_ptr<dateline_engine, Free> raw_;
};

/// What is known of a document beside its bytes; empty is unknown.
struct Origin {
    std::string name = {};        ///< path or address: the record's document.source
    std::string media_type = {};  ///< "text/html"
    std::string charset = {};     ///< "utf-8"
};

/// One document at a time. Movable, not copied. It keeps what it needs of the engine.
class Worker {
public:
    explicit Worker(const Engine& engine) : log_(engine.log_), raw_(detail::checked(dateline_worker_new(engine.raw()))) {}

    /// Reads one document and finds what it states. Throws Error when there is no memory.
    void process(std::string_view bytes, const Origin& origin = {}) {
        dateline_origin raw{};
        raw.struct_size = sizeof raw;
        raw.name = detail::or_null(origin.name);
        raw.media_type = detail::or_null(origin.media_type);
        raw.charset = detail::or_null(origin.charset);
        detail::checked(dateline_worker_process(raw_.get(), bytes.data(), bytes.size(), &raw));
    }

    /// The same for a file. One that cannot be read is a failed document.
    void process_file(const std::string& path) { detail::checked(dateline_worker_process_file(raw_.get(), path.c_str())); }

    /// Goes on to the next document inside the one that was given, at any depth. False when there is none any more.
    bool next() {
        if (dateline_worker_next(raw_.get())) return true;
        if (*dateline_last_error() != '\0') detail::fail();
        return false;
    }

    /// Of the document that was processed last. They throw Error when there is none.
    ///
    /// The record as JSON with a line feed at its end, byte for byte as `dateline extract` writes it.
    std::string_view record() const { return view(dateline_worker_record); }
    /// The text that offsets of the record count in; empty for a document that failed.
    std::string_view text() const { return view(dateline_worker_text); }
    /// Complete, partial, or unreadable (failed).
    dateline_completeness completeness() const { return dateline_worker_completeness(raw_.get()); }
    /// Why it is not complete, in a sentence; empty when it is.
    std::string_view cause() const { return detail::checked(dateline_worker_cause(raw_.get())); }

    dateline_worker* raw() const { return raw_.get(); }

private:
    std::string_view view(const char* (*function)(dateline_worker*, std::size_t*)) const {
        std::size_t size = 0;
        const char* bytes = detail::checked(function(raw_.get(), &size));
        return {bytes, size};
    }

    struct Free {
        void operator()(dateline_worker* worker) const { dateline_worker_free(worker); }
    };
    std::shared_ptr<std::function<void(std::string_view)>> log_;
    std::unique_ptr<dateline_worker, Free> raw_;
};

}  // namespace dateline

#endif
