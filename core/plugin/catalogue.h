/// Finding plugins: what is there, where, and why something is hidden or refused. Loads no code.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/plugin/manifest.h"

namespace dateline::plugin {

struct Found {
    Manifest manifest;                       ///< id is the folder's name when the manifest could not be read
    std::filesystem::path folder;
    enum class Origin { option, environment, built_in } origin = Origin::built_in;
    enum class State { usable, hidden, refused } state = State::usable;
    std::string reason;                      ///< why it is hidden or refused, a sentence; empty otherwise
};

struct Search {
    std::vector<std::filesystem::path> named;        ///< --plugin FOLDER
    std::vector<std::filesystem::path> directories;  ///< DATELINE_PLUGIN_PATH
    std::filesystem::path built_in;                  ///< dateline/plugins beside libdateline
};

/// dateline/plugins beside libdateline, or where the program that this is linked into has it.
std::filesystem::path built_in_folder();

/// The search that the environment and libdateline's own place give.
Search default_search();

/// All plugins in the order of the search, then by folder name; the first of an id wins, others are hidden. Refused by name: an unreadable or
/// unknown manifest, another interface, a second owner of a type, collection or id prefix, a need that is not there, a circle of needs and after.
/// Usable extractors come in running order (needs and after; ties by id), before the rest.
std::vector<Found> find_plugins(const Search& search);

/// Where a plugin without a library has its lists and rules, in its folder.
inline constexpr auto data_folder = "data";

/// The types of the usable plugins, as a run with them has them.
Types types_of(const std::vector<Found>& found);

}  // namespace dateline::plugin
