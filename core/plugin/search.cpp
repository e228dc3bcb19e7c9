#include <dlfcn.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "core/plugin/catalogue.h"

namespace dateline::plugin {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> split_path(std::string_view list) {
    std::vector<fs::path> folders;
    while (!list.empty()) {
        const std::size_t colon = std::min(list.find(':'), list.size());
        if (colon > 0) {
            folders.emplace_back(list.substr(0, colon));
        }
        list.remove_prefix(std::min(colon + 1, list.size()));
    }
    return folders;
}

// The shared library that holds this code; empty when it is linked into the program, whose name as dladdr gives it may lack its folder.
fs::path own_library() {
    Dl_info info;
    if (dladdr(reinterpret_cast<const void*>(&default_search), &info) == 0 || info.dli_fname == nullptr) {
        return {};
    }
    const fs::path file(info.dli_fname);
    std::error_code ignored;
    const bool shared = file.filename().string().find(".so") != std::string::npos && file.has_parent_path();
    return shared ? fs::canonical(file, ignored) : fs::path();
}

}  // namespace

fs::path built_in_folder() {
    constexpr auto plugins = "dateline/plugins";
    const fs::path library = own_library();
    if (!library.empty()) {
        return library.parent_path() / plugins;
    }
    std::error_code ignored;
    const fs::path prefix = fs::read_symlink("/proc/self/exe", ignored).parent_path().parent_path();
    for (const char* libdir : {DATELINE_LIBDIR, "lib"}) {
        const fs::path folder = prefix / libdir / plugins;
        if (fs::is_directory(folder, ignored)) {
            return folder;
        }
    }
    return prefix / DATELINE_LIBDIR / plugins;
}

Search default_search() {
    Search search;
    if (const char* path = std::getenv("DATELINE_PLUGIN_PATH")) {
        search.directories = split_path(path);
    }
    search.built_in = built_in_folder();
    return search;
}

}  // namespace dateline::plugin
