/// Stands between the host and the plugin that is checked: shows the host otherwise than it is, and watches what the plugin does.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/check/pages.h"
#include "core/plugin/loaded.h"

namespace dateline::check {

/// How the host shows itself. What is not set is as it is.
struct View {
    bool copied = false;                  ///< what a call is given lies in Pages
    Pages::Edge edge = Pages::Edge::none;
    bool read_only = false;
    bool forgotten = false;               ///< after the call nothing of it can be touched
    std::uint32_t larger = 0;             ///< bytes of garbage after each struct and array element, and garbage in what is reserved: a newer host
    bool knows_no_names = false;          ///< all that `load` looks up is DATELINE_NONE
    bool takes_nothing = false;           ///< whatever is submitted is refused
    std::uint64_t stop_after = UINT64_MAX;  ///< submissions, after which should_stop() says so; they are refused then
    std::uint32_t threads = 1;            ///< that are at work: each waits a little for the others before it goes into the plugin
    std::uint64_t hidden_after = UINT64_MAX;  ///< bytes of a document that probe cannot see
};

/// What the plugin did in one thread since it was last cleared.
struct Watch {
    std::vector<std::string> exceptions;  ///< that left its functions, sentences
    std::vector<std::string> odd;         ///< what no host can make sense of, sentences
    std::map<std::uint32_t, std::uint64_t> submitted;  ///< candidates by type
    std::uint64_t submissions = 0;        ///< of all kinds
    std::uint64_t bare_candidates = 0;    ///< without evidence and confidence
    std::uint64_t uses_of_refused = 0;    ///< of DATELINE_NONE as a handle
    std::uint32_t pauses = 0;             ///< made for other threads
    bool failed = false, gave_reason = false;  ///< the last call
    std::uint32_t sure = 0;               ///< what probe last said
    double seconds = 0;                   ///< of processor time, in extract, relate, read and probe
    double longest_probe = 0;
};

/// From now on the plugin in this folder is shown `view` by this process; to be called before it is loaded. Views may change between calls.
void watch_plugin(const std::filesystem::path& folder, const View& view);
void show(const View& view);

/// Of the calling thread.
Watch& watch();

/// The plugin that is watched; null until it has been loaded. Its functions are the shim's, and these the library's own.
plugin::Plugin* watched_plugin();

}  // namespace dateline::check
