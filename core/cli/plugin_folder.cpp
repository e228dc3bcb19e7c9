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

// The first file of a folder, by name, that was written after `built`; empty when none was.
fs::path newer_file(const fs::path& folder, const std::vector<std::string_view>& extensions, const fs::path& built) {
    std::error_code error;
    const fs::file_time_type built_at = fs::last_write_time(built, error);
    std::vector<fs::path> newer;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        const bool is_source = std::find(extensions.begin(), extensions.end(), entry->path().extension().native()) != extensions.end();
        if (is_source && fs::last_write_time(entry->path(), ignored) > built_at) {
            newer.push_back(entry->path());
        }
    }
    return newer.empty() ? fs::path() : *std::min_element(newer.begin(), newer.end());
}

}  // namespace

std::string out_of_date(const PluginFolder& plugin) {
    const plugin::Manifest manifest = look_at(plugin.built).manifest;
    const auto told = [&](const fs::path& folder, const std::vector<std::string_view>& extensions, const std::string& file) -> std::string {
        const fs::path newer = file.empty() ? fs::path() : newer_file(folder, extensions, plugin.built / file);
        return newer.empty() ? "" : newer.string() + " was changed after " + (plugin.built / file).string() + " was built; build the plugin again";
    };
    const std::string data = told(plugin.source / plugin::data_folder, {".tsv", ".rules"}, manifest.lexicon);
    return !data.empty() ? data : told(plugin.source, {".c", ".cpp", ".cc", ".cxx", ".h", ".hpp"}, manifest.library);
}

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
