#include "core/cli/plugins_new.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "core/cli/output.h"
#include "core/cli/own_place.h"
#include "core/cli/run_options.h"
#include "core/cli/template_files.h"
#include "core/plugin/json_object.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

using Values = std::map<std::string_view, std::string>;  // by placeholder
using File = std::pair<fs::path, std::string>;           // in the plugin's folder, and what is in it

struct Language {
    std::string_view name;
    std::array<std::string_view, 4> folders;  // of the templates
    bool is_compiled;
    std::string_view meaning;                 // of its own file, for people
};

constexpr std::array languages = {Language{"c", {"any", "code", "compiled", "c"}, true, "makes candidates of the rules' matches"},
                                  Language{"c++", {"any", "code", "compiled", "c++"}, true, "makes candidates of the rules' matches"},
                                  Language{"python", {"any", "code", "python", ""}, false, "makes mentions of the rules' matches"},
                                  Language{"rules", {"any", "rules", "", ""}, false, ""}};

// What CMake means by a target of this name is something else.
constexpr std::array<std::string_view, 7> taken_targets = {"all", "clean", "edit_cache", "help", "install", "package", "test"};

const Language& language_of(const Arguments& arguments) {
    const std::string_view name = arguments.text("language", "rules");
    return *std::find_if(languages.begin(), languages.end(), [&](const Language& one) { return one.name == name; });
}

// "Award names" is "award-names".
std::string as_name(std::string_view text) {
    std::string name;
    for (const char c : text) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool good = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9' && !name.empty());
        if (good) {
            name += lower;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    return name.ends_with('-') ? name.substr(0, name.size() - 1) : name;
}

void check_name(std::string_view what, const std::string& name) {
    if (plugin::is_name(name) && name.find('_') == std::string::npos) {
        return;
    }
    const std::string guess = as_name(name);
    throw UsageError("the " + std::string(what) + " '" + name + "' must be of small letters, digits and '-', begin with a letter and have at most 64 of them" +
                     (plugin::is_name(guess) ? "; did you mean '" + guess + "'?" : ""));
}

// "award-names" is "AwardNames".
std::string as_class(std::string_view name) {
    std::string out;
    bool begins = true;
    for (const char c : name) {
        if (c != '-') {
            out += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
        begins = c == '-';
    }
    return out;
}

std::string as_collection(std::string name) {
    std::replace(name.begin(), name.end(), '-', '_');
    return name + "s";
}

// As many of the type's first letters as no other plugin has.
std::string free_prefix(std::string_view type, const std::set<std::string>& taken) {
    std::string letters;
    std::copy_if(type.begin(), type.end(), std::back_inserter(letters), [](char c) { return c >= 'a' && c <= 'z'; });
    for (std::size_t length = 1; length <= std::min<std::size_t>(letters.size(), 8); ++length) {
        if (!taken.contains(letters.substr(0, length))) {
            return letters.substr(0, length);
        }
    }
    return letters.substr(0, 8);
}

std::set<std::string> taken_prefixes(const std::vector<plugin::Found>& others) {
    std::set<std::string> taken;
    for (const plugin::Found& other : others) {
        for (const plugin::ProducedType& produced : other.manifest.produces) {
            taken.insert(produced.type.id_prefix);
        }
    }
    return taken;
}

void check_owners(const std::string& name, const std::string& type, const std::vector<plugin::Found>& others) {
    for (const plugin::Found& other : others) {
        if (other.manifest.id == name) {
            throw UsageError("there is a plugin '" + name + "' already, in " + other.folder.string() + "; choose another name");
        }
        for (const plugin::ProducedType& produced : other.manifest.produces) {
            if (produced.type.name == type || produced.type.collection == as_collection(type)) {
                throw UsageError("the type '" + produced.type.name + "' belongs to the plugin '" + other.manifest.id + "' already; choose another");
            }
        }
    }
}

// Where the headers lie, as CMake and the compiler must be told; nothing where they look by themselves.
void add_place_of_headers(Values& values) {
    const fs::path prefix = own_prefix();
    if (!fs::exists(prefix / "include" / "dateline" / "plugin.h")) {
        throw UsageError("dateline's headers are not in " + (prefix / "include").string() + ", where this program belongs; install them, or choose another --language");
    }
    const bool is_usual = is_usual_prefix(prefix);
    values["CMAKE_ARGUMENTS"] = is_usual ? "" : " " + shell_word("-DCMAKE_PREFIX_PATH=" + prefix.string());
    values["INCLUDE_ARGUMENTS"] = is_usual ? "" : " " + shell_word("-I" + (prefix / "include").string());
}

Values values_for(const std::string& name, const std::string& type, const Language& language, const std::vector<plugin::Found>& others) {
    Values values = {{"NAME", name},
                     {"TYPE", type},
                     {"CLASS", as_class(name)},
                     {"COLLECTION", as_collection(type)},
                     {"PREFIX", free_prefix(type, taken_prefixes(others))},
                     {"INTERFACE", std::to_string(DATELINE_INTERFACE_MAJOR) + "." + std::to_string(DATELINE_INTERFACE_MINOR)},
                     {"DATELINE", own_name()}};
    if (language.is_compiled) {
        add_place_of_headers(values);
    }
    return values;
}

// Each @NAME@ that has a value by it.
std::string filled(std::string_view text, const Values& values) {
    std::string out;
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@')) {
        const std::size_t end = text.find('@', at + 1);
        const auto value = end == std::string_view::npos ? values.end() : values.find(text.substr(at + 1, end - at - 1));
        out += text.substr(0, value == values.end() ? at + 1 : at);
        if (value != values.end()) {
            out += value->second;
        }
        text.remove_prefix(value == values.end() ? at + 1 : end + 1);
    }
    return out.append(text);
}

std::vector<File> files_of(const Language& language, const Values& values) {
    std::vector<File> files;
    for (const TemplateFile& file : template_files) {
        const std::size_t slash = file.name.find('/');
        const auto& folders = language.folders;
        if (std::find(folders.begin(), folders.end(), file.name.substr(0, slash)) != folders.end()) {
            std::string name(file.name.substr(slash + 1));
            if (const std::size_t at = name.find("NAME"); at != std::string::npos) {
                name.replace(at, 4, values.at("NAME"));
            }
            files.emplace_back(name, filled(file.content, values));
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void check_manifest(const std::vector<File>& files) {
    const auto manifest = std::find_if(files.begin(), files.end(), [](const File& file) { return file.first == "plugin.json"; });
    try {
        plugin::parse_manifest(manifest->second, "plugins new");
    } catch (const plugin::ManifestError& error) {
        throw UsageError(error.what());
    }
}

void write(const fs::path& folder, const std::vector<File>& files) {
    for (const auto& [name, content] : files) {
        fs::create_directories((folder / name).parent_path());
        std::ofstream stream(folder / name, std::ios::binary);
        stream << content;
        if (!stream.flush()) {
            throw std::runtime_error("the file " + (folder / name).string() + " cannot be written; look whether the disk is full");
        }
    }
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> meanings = {{
    {"plugin.json", "what it is and what it finds"},
    {".tsv", "a list of words"},
    {".rules", "what stands around them"},
    {"evidence.tsv", "the reasons, and their weights"},
    {".example", "texts with what is to be found in them"},
    {"README.md", "how to build and use it"},
    {"CMakeLists.txt", "how CMake builds it"},
    {"dateline_plugin.py", "speaks with dateline; not to be changed"},
    {".gitignore", "what is made, not written"},
}};

std::string_view meaning_of(const fs::path& file, const Language& language) {
    std::string_view meaning = language.meaning;
    for (const auto& [ending, said] : meanings) {
        if (file.string().ends_with(ending)) {
            meaning = said;
        }
    }
    return meaning;
}

std::string report(const fs::path& folder, const std::vector<File>& files, const Language& language, const Values& values) {
    std::string out = "Written to " + folder.string() + ":\n";
    for (const auto& [name, content] : files) {
        out += "    " + name.string() + std::string(name.string().size() < 28 ? 28 - name.string().size() : 1, ' ') + std::string(meaning_of(name, language)) + "\n";
    }
    const std::string &name = values.at("NAME"), &dateline = values.at("DATELINE");
    const std::string source = shell_word(folder.string()), build = shell_word((folder / "build").string()), built = shell_word((folder / "build" / name).string());
    out += "\nNext:\n";
    if (language.is_compiled) {
        out += "    cmake -S " + source + " -B " + build + values.at("CMAKE_ARGUMENTS") + " && cmake --build " + build + "\n";
    }
    out += "    " + dateline + " plugins test " + source + "\n";
    out += "    " + dateline + " plugins check " + (language.is_compiled ? built : source) + "\n";
    return out;
}

}  // namespace

int new_plugin(const std::string& name, const Arguments& arguments) {
    const std::string type(arguments.text("type"));
    check_name("name", name);
    check_name("type", type);
    if (std::find(taken_targets.begin(), taken_targets.end(), name) != taken_targets.end()) {
        throw UsageError("the name '" + name + "' has a meaning of its own for CMake; choose another");
    }
    const Language& language = language_of(arguments);
    const fs::path parent(arguments.text("folder")), folder = parent / name;
    if (!parent.empty() && !fs::is_directory(parent)) {
        throw UsageError("the --folder " + parent.string() + " is not there; make it, or name another one");
    }
    if (fs::exists(folder)) {
        throw UsageError("the folder " + folder.string() + " is there already; choose another name, or another --folder");
    }
    const std::vector<plugin::Found> others = plugin::find_plugins(plugin_search(arguments));
    check_owners(name, type, others);
    const Values values = values_for(name, type, language, others);
    const std::vector<File> files = files_of(language, values);
    check_manifest(files);
    write(folder, files);
    return print(report(folder, files, language, values));
}

}  // namespace dateline::cli
