/// A plugin in memory: what host.h hides from the rest of core.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/mention/type.h"
#include "core/plugin/catalogue.h"
#include "core/plugin/host.h"
#include "core/process/program.h"
#include "core/rules/action.h"

namespace dateline::plugin {

struct Plugin {
    Plugin() = default;
    ~Plugin();                                         ///< calls its unload when it has been started
    Plugin(const Plugin&) = delete;                    // `host` points at it
    Plugin& operator=(const Plugin&) = delete;

    Manifest manifest;
    std::filesystem::path folder;
    bool is_named = false;                             ///< by an option
    std::uint32_t index = 0;                           ///< in the run
    const Types* types = nullptr;                      ///< the run's
    const Log* log = nullptr;                          ///< the run's
    std::vector<bool> may_submit;                      ///< by type: it produces it or contributes to it
    std::vector<std::string> collections;              ///< what is incomplete without it, sorted

    // What load_plugin() fills in.
    std::once_flag loaded;
    std::string problem;                               ///< why it could not be loaded; empty when it could
    dateline_plugin descriptor{};                      ///< our copy; what an older plugin does not have is null
    dateline_extractor extractor{};
    dateline_reader reader{};
    std::shared_ptr<const rules::RuleSet> rules;       ///< of one that is rules
    process::Program program;                          ///< of one that is a program
    std::shared_ptr<const lexicon::Lexicon> lexicon;   ///< null without one
    std::vector<std::uint32_t> rule_types;             ///< the run's ids of the types that its rules name
    std::uint32_t first_evidence = 0, evidence_count = 0;  ///< its evidences among those of the run
    dateline_host host{};                              ///< given to load; its context is this struct
    void* shared = nullptr;
    bool started = false;
};

/// The types that a plugin produces or contributes to, those without an owner left out; and the collections they are written in, sorted.
std::vector<std::uint32_t> submitted_types(const Manifest& manifest, const Types& types);
std::vector<std::string> collections_of(const Manifest& manifest, const Types& types);

/// What is known of a plugin by its manifest; its library is not loaded.
std::unique_ptr<Plugin> make_plugin(const Found& found, const Types& types, const Log& log);

/// Loads the library, checks what it says against the manifest, opens the lexicon and starts the plugin: once, whichever thread comes first. Without
/// a library compiles its data, and the host's own extractor runs its rules or has its program run.
/// Why that failed, a sentence; empty when it can be used. The library stays loaded until the process ends, also after an error.
const std::string& load_plugin(Plugin& plugin);

/// The function that a library exports.
inline constexpr auto entry_name = "dateline_plugin_v1";

/// Opens library and lexicon, and checks what the library says against the manifest. None of its functions but the entry has run then. Throws LoadError.
void open_plugin(Plugin& plugin);

/// Called with each plugin whose library has been opened, before it is started: for core/check, which puts functions of its own between. Null in a run.
inline void (*when_opened)(Plugin& plugin) = nullptr;

/// Fills in `host` and calls the plugin's load. Throws LoadError with what it said.
void start_plugin(Plugin& plugin);

/// What the plugin has said with set_error in this thread since the last call, as a sentence; the given one when it has said nothing.
std::string take_error(std::string_view otherwise);

/// Gives the run's log what a plugin says.
void log_line(const Plugin& plugin, dateline_string message);

/// "the plugin 'money' in FOLDER".
std::string name_of(const Plugin& plugin);

}  // namespace dateline::plugin
