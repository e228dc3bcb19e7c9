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
    const fs::path by_cmake = source / "build" / manifest.id;
    const bool here = is_there(source, manifest), there = is_there(by_cmake, manifest);
    if (!here && !there) {
        const std::string build = shell_word((source / "build").string());
        throw UsageError("the plugin's library is neither " + (source / manifest.library).string() + " nor " + (by_cmake / manifest.library).string() +
                         "; build it (cmake -S " + shell_word(source.string()) + " -B " + build + " && cmake --build " + build + "), or name the folder with --plugin");
    }
    const bool take_own = here && (!there || age(source, manifest) >= age(by_cmake, manifest));
    return {manifest.id, source, take_own ? source : by_cmake};
}

}  // namespace dateline::cli
