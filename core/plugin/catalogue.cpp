#include "core/plugin/catalogue.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "core/plugin/order.h"
#include "dateline/plugin.h"

namespace dateline::plugin {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_manifest = 1u << 20;
constexpr auto manifest_name = "plugin.json";

std::string read_file(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    std::ifstream stream;
    if (fs::is_regular_file(file, error)) {
        stream.open(file, std::ios::binary);
    }
    if (error || !stream.is_open()) {
        throw ManifestError(file.string() + ": there is no such file, or it cannot be read; a plugin's folder holds its manifest under this name");
    }
    if (size > largest_manifest) {
        throw ManifestError(file.string() + ": it is larger than 1 MiB, which no manifest is");
    }
    return {std::istreambuf_iterator<char>(stream), {}};
}

void refuse(Found& found, std::string reason) {
    found.state = Found::State::refused;
    found.reason = std::move(reason);
}

void check_interface(Found& found) {
    const std::uint32_t major = found.manifest.interface_major, minor = found.manifest.interface_minor;
    if (major != DATELINE_INTERFACE_MAJOR || minor > DATELINE_INTERFACE_MINOR) {
        refuse(found, "the plugin '" + found.manifest.id + "' is made for version " + std::to_string(major) + "." + std::to_string(minor) +
                          " of the plugin interface, and this dateline has version " + std::to_string(DATELINE_INTERFACE_MAJOR) + "." +
                          std::to_string(DATELINE_INTERFACE_MINOR) + "; " +
                          (major < DATELINE_INTERFACE_MAJOR ? "build the plugin anew against this one's plugin.h" : "update dateline"));
    }
}

void check_file(Found& found, const std::string& name, std::string_view what) {
    std::error_code ignored;
    if (found.state == Found::State::usable && !name.empty() && !fs::exists(found.folder / name, ignored)) {
        const fs::path by_cmake = found.folder / "build" / found.manifest.id;
        refuse(found, "its " + std::string(what) + " '" + (found.folder / name).string() + "' is not there; " +
                          (fs::exists(by_cmake / name, ignored) ? "it is in " + by_cmake.string() + ": name that folder" : "build it, or correct the manifest"));
    }
}

Found look_at(const fs::path& folder, Found::Origin origin) {
    Found found;
    found.folder = folder;
    found.origin = origin;
    try {
        found.manifest = parse_manifest(read_file(folder / manifest_name), folder / manifest_name);
    } catch (const ManifestError& error) {
        found.manifest = {};
        found.manifest.id = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
        refuse(found, error.what());
        return found;
    }
    check_interface(found);
    check_file(found, found.manifest.library, "library");
    check_file(found, found.manifest.lexicon, "lexicon");
    if (found.manifest.library.empty() && found.manifest.command.empty() && !fs::is_directory(folder / data_folder)) {
        refuse(found, "its manifest names no library, and '" + (folder / data_folder).string() + "', where a plugin without one has its rules, is not there; add one of them");
    }
    return found;
}

void look_into(const fs::path& directory, Found::Origin origin, std::vector<Found>& all) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (fs::exists(entry->path() / manifest_name, ignored)) {
            folders.push_back(entry->path());
        }
    }
    std::sort(folders.begin(), folders.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    for (const fs::path& folder : folders) {
        all.push_back(look_at(folder, origin));
    }
}

void hide_later_ones(std::vector<Found>& all) {
    std::map<std::string, const Found*> first;
    for (Found& found : all) {
        if (found.state != Found::State::usable) {
            continue;
        }
        const auto [other, is_first] = first.emplace(found.manifest.id, &found);
        if (!is_first) {
            found.state = Found::State::hidden;
            found.reason = "'" + found.manifest.id + "' is taken from " + other->second->folder.string();
        }
    }
}

// What belongs to one plugin only: the first in the search has it.
class Owners {
public:
    void check(Found& found) {
        for (const ProducedType& produced : found.manifest.produces) {
            const TypeDeclaration& type = produced.type;
            for (const auto& [what, name] : names_of(type)) {
                const auto owner = owners_.find({what, name});
                if (owner != owners_.end()) {
                    refuse(found, std::string(what) + " '" + name + "' belongs to the plugin '" + owner->second + "' already; choose another");
                    return;
                }
            }
        }
        for (const ProducedType& produced : found.manifest.produces) {
            for (const auto& key : names_of(produced.type)) {
                owners_.emplace(key, found.manifest.id);
            }
        }
    }

private:
    using Key = std::pair<std::string_view, std::string>;

    static std::vector<Key> names_of(const TypeDeclaration& type) {
        std::vector<Key> names{{"the type", type.name}};
        if (!type.silent()) {
            names.emplace_back("the collection", type.collection);
            names.emplace_back("the id prefix", type.id_prefix);
        }
        return names;
    }

    std::map<Key, std::string> owners_;
};

}  // namespace

std::vector<Found> find_plugins(const Search& search) {
    std::vector<Found> all;
    for (const fs::path& folder : search.named) {
        all.push_back(look_at(folder, Found::Origin::option));
    }
    for (const fs::path& directory : search.directories) {
        look_into(directory, Found::Origin::environment, all);
    }
    if (!search.built_in.empty()) {
        look_into(search.built_in, Found::Origin::built_in, all);
    }
    hide_later_ones(all);
    // The built-in ones come first: what is added may replace one by having its id, and not by accident.
    Owners owners;
    for (const bool built_in : {true, false}) {
        for (Found& found : all) {
            if (found.state == Found::State::usable && (found.origin == Found::Origin::built_in) == built_in) {
                owners.check(found);
            }
        }
    }
    put_in_order(all);
    return all;
}

}  // namespace dateline::plugin
