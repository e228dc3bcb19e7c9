/// The two folders of a plugin in the making: the one that its author writes, and the one that can be loaded.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::cli {

struct PluginFolder {
    std::string id;
    std::filesystem::path source;  ///< with plugin.json and what the author has written
    std::filesystem::path built;   ///< with plugin.json and all that it names
};

/// The plugin whose source is in `source`: built in one of `others` that has its id, or in `source` itself, or where CMake builds it, SOURCE/build/ID; of these two the
/// newer. Throws UsageError when the manifest cannot be used, and when it is built nowhere: with what to do.
PluginFolder plugin_folder(const std::filesystem::path& source, const std::vector<std::filesystem::path>& others);

/// The same, where what is wrong shall be found out later: `source` itself when the manifest cannot be used, or when it is built nowhere.
std::filesystem::path built_folder(const std::filesystem::path& source);

/// That the plugin was built before what is written in its folder, a sentence; empty when it was not.
std::string out_of_date(const PluginFolder& plugin);

}  // namespace dateline::cli
