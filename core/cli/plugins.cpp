#include "core/cli/plugins.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/cli/output.h"
#include "core/cli/plugins_check.h"
#include "core/cli/plugins_new.h"
#include "core/cli/plugins_test.h"
#include "core/cli/run_options.h"
#include "core/text/nearest.h"

namespace dateline::cli {
namespace {

using plugin::Found;
using plugin::Manifest;

constexpr std::string_view kind_of(const Manifest& manifest) {
    return manifest.kind == Manifest::Kind::reader ? "reader" : "extractor";
}

constexpr std::string_view state_of(const Found& found) {
    switch (found.state) {
        case Found::State::hidden: return "hidden";
        case Found::State::refused: return "refused";
        case Found::State::usable: break;
    }
    return "usable";
}

constexpr std::string_view origin_of(const Found& found) {
    switch (found.origin) {
        case Found::Origin::option: return "--plugin";
        case Found::Origin::environment: return "DATELINE_PLUGIN_PATH";
        case Found::Origin::built_in: break;
    }
    return "built in";
}

std::vector<std::string> produced(const Manifest& manifest) {
    std::vector<std::string> types;
    for (const plugin::ProducedType& one : manifest.produces) {
        types.push_back(one.type.silent() ? one.type.name + " (not written)" : one.type.name);
    }
    return types;
}

void append_list(std::string_view what, const std::vector<std::string>& words, std::string& out) {
    if (words.empty()) {
        return;
    }
    out.append("    ").append(what);
    for (std::size_t i = 0; i < words.size(); ++i) {
        out.append(i == 0 ? " " : ", ").append(words[i]);
    }
    out += '\n';
}

void append_plugin(const Found& found, std::string& out) {
    const Manifest& manifest = found.manifest;
    out.append(manifest.id).append(" ").append(manifest.version);
    if (found.state == Found::State::usable) {
        out.append("  ").append(kind_of(manifest)).append("\n");
    } else {
        out.append("  ").append(state_of(found)).append(": ").append(found.reason).append("\n");
    }
    out.append("    in ").append(found.folder.string()).append(" (").append(origin_of(found)).append(")\n");
    if (!manifest.description.empty()) {
        out.append("    ").append(manifest.description).append("\n");
    }
    append_list("reads", manifest.media_types, out);
    append_list("produces", produced(manifest), out);
    append_list("contributes to", manifest.contributes, out);
    append_list("needs", manifest.needs, out);
    append_list("runs after", manifest.after, out);
    append_list("knows", manifest.languages, out);
    for (const plugin::SettingDeclaration& setting : manifest.settings) {
        out.append("    setting ").append(manifest.id).append(".").append(setting.name).append("=").append(setting.value).append(": ").append(setting.description).append("\n");
    }
}

nlohmann::ordered_json json_of(const Found& found) {
    const Manifest& manifest = found.manifest;
    nlohmann::ordered_json types = nlohmann::ordered_json::array();
    for (const plugin::ProducedType& one : manifest.produces) {
        nlohmann::ordered_json collection = nullptr;
        if (!one.type.silent()) {
            collection = one.type.collection;
        }
        types.push_back({{"type", one.type.name}, {"collection", collection}});
    }
    nlohmann::ordered_json settings = nlohmann::ordered_json::array();
    for (const plugin::SettingDeclaration& setting : manifest.settings) {
        settings.push_back({{"name", setting.name}, {"default", setting.value}, {"description", setting.description}});
    }
    nlohmann::ordered_json reason = nullptr;
    if (!found.reason.empty()) {
        reason = found.reason;
    }
    return {{"id", manifest.id},           {"version", manifest.version},         {"description", manifest.description},
            {"kind", kind_of(manifest)},   {"state", state_of(found)},            {"reason", reason},
            {"folder", found.folder.string()}, {"origin", origin_of(found)},      {"produces", types},
            {"contributes", manifest.contributes}, {"needs", manifest.needs},     {"after", manifest.after},
            {"languages", manifest.languages}, {"media_types", manifest.media_types}, {"settings", settings}};
}

int list(const Arguments& arguments) {
    const plugin::Search search = plugin_search(arguments);
    const std::vector<Found> all = plugin::find_plugins(search);
    if (arguments.has("json")) {
        nlohmann::ordered_json array = nlohmann::ordered_json::array();
        for (const Found& found : all) {
            array.push_back(json_of(found));
        }
        return print(array.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
    }
    std::string out;
    for (const Found& found : all) {
        append_plugin(found, out);
    }
    return print(all.empty() ? "There are no plugins. They are looked for in " + search.built_in.string() + ", DATELINE_PLUGIN_PATH and --plugin.\n" : out);
}

using Words = std::vector<std::string>;

int check(const Words& words, const Arguments& arguments) {
    if (arguments.has("list")) {
        return list_checks(arguments);
    }
    if (words.empty() || !std::filesystem::is_directory(words.front())) {
        throw UsageError("plugins check takes the FOLDER that holds the plugin's plugin.json and library");
    }
    return check_plugin(words.front(), {words.begin() + 1, words.end()}, arguments);
}

int create(const Words& words, const Arguments& arguments) {
    if (words.size() != 1 || !arguments.has("type")) {
        throw UsageError("plugins new takes the NAME of the plugin, and the type of what it finds: dateline plugins new tickets --type ticket --language c++");
    }
    return new_plugin(words.front(), arguments);
}

int test(const Words& words, const Arguments& arguments) {
    if (words.size() != 1 || !std::filesystem::is_directory(words.front())) {
        throw UsageError("plugins test takes the FOLDER that holds the plugin's plugin.json and its examples in tests/");
    }
    return test_plugin(words.front(), arguments);
}

struct Verb {
    std::string_view name;
    int (*run)(const Words& words, const Arguments& arguments);  // what stands after the verb
};

constexpr std::array verbs = {Verb{"check", check}, Verb{"new", create}, Verb{"test", test}};

}  // namespace

int plugins_command(const Words& words) {
    const Arguments arguments = parse(*find_command("plugins"), words);
    const Words& operands = arguments.operands;
    if (operands.empty()) {
        return list(arguments);
    }
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const Verb& one) { return one.name == operands.front(); });
    if (verb == verbs.end()) {
        std::vector<std::string_view> names;
        std::transform(verbs.begin(), verbs.end(), std::back_inserter(names), [](const Verb& one) { return one.name; });
        throw UsageError("plugins has no command '" + operands.front() + "'" + text::did_you_mean(operands.front(), names));
    }
    return verb->run({operands.begin() + 1, operands.end()}, arguments);
}

}  // namespace dateline::cli
