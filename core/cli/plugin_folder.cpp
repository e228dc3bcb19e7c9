#include "core/cli/plugin_folder.h"

#include <algorithm>

#include "core/cli/own_place.h"
#include "core/cli/parse.h"
#include "core/plugin/catalogue.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

plugin::Found look_at(const fs::path& folder) {
    plugin::Search search;
    search.named = {folder};
    return plugin::find_plugins(search).front();
}

bool is_there(const fs::path& folder, const plugin::Manifest& manifest) {
    std::error_code ignored;
    return (manifest.library.empty() || fs::exists(folder / manifest.library, ignored)) && fs::exists(folder / "plugin.json", ignored);
}

fs::file_time_type age(const fs::path& folder, const plugin::Manifest& manifest) {
    std::error_code ignored;
    return fs::last_write_time(folder / manifest.library, ignored);
}

fs::path cmake_folder(const fs::path& source, const plugin::Manifest& manifest) { return source / "build" / manifest.id; }

// `source` when it is in neither.
const fs::path& newer(const fs::path& source, const fs::path& by_cmake, const plugin::Manifest& manifest) {
    const bool here = is_there(source, manifest), there = is_there(by_cmake, manifest);
    return there && (!here || age(by_cmake, manifest) > age(source, manifest)) ? by_cmake : source;
}

}  // namespace

PluginFolder plugin_folder(const fs::path& source, const std::vector<fs::path>& others) {
    const plugin::Found found = look_at(source);
    if (found.manifest.version.empty()) {
        throw UsageError(found.reason);
    }
    const plugin::Manifest& manifest = found.manifest;
    for (const fs::path& other : others) {
        if (look_at(other).manifest.id == manifest.id) {
            return {manifest.id, source, other};
        }
    }
    const fs::path by_cmake = cmake_folder(source, manifest);
    if (!is_there(source, manifest) && !is_there(by_cmake, manifest)) {
        const std::string build = shell_word((source / "build").string());
        throw UsageError("the plugin's library is neither " + (source / manifest.library).string() + " nor " + (by_cmake / manifest.library).string() +
                         "; build it (cmake -S " + shell_word(source.string()) + " -B " + build + " && cmake --build " + build + "), or name the folder with --plugin");
    }
    return {manifest.id, source, newer(source, by_cmake, manifest)};
}

fs::path built_folder(const fs::path& source) {
    const plugin::Manifest manifest = look_at(source).manifest;
    return manifest.version.empty() ? source : newer(source, cmake_folder(source, manifest), manifest);
}

}  // namespace dateline::cli
