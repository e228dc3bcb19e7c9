#include <dlfcn.h>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <optional>

#include "core/lexicon/build.h"
#include "core/plugin/host.h"
#include "core/plugin/inside.h"
#include "core/plugin/loaded.h"
#include "core/plugin/peer.h"
#include "core/process/extractor.h"
#include "core/rules/extractor.h"
#include "core/rules/load.h"

namespace dateline::plugin {
namespace {

// What a plugin cannot do without: all but the fields that an older one may lack.
constexpr std::size_t least_descriptor = offsetof(dateline_plugin, get_extension);
constexpr std::size_t least_extractor = offsetof(dateline_extractor, relate);
constexpr std::size_t least_reader = sizeof(dateline_reader);

[[noreturn]] void fail(const Plugin& plugin, std::string_view what) {
    throw LoadError(name_of(plugin) + " cannot be loaded: " + std::string(what));
}

dateline_plugin_entry* find_entry(const Plugin& plugin) {
    const std::filesystem::path file = std::filesystem::absolute(plugin.folder / plugin.manifest.library);
    void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        const char* error = dlerror();
        fail(plugin, error == nullptr ? "the system gives no reason" : error);
    }
    void* entry = dlsym(library, entry_name);
    if (entry == nullptr && dlsym(library, "dateline_plugin_v0") != nullptr) {
        fail(plugin, "its library is built for the interface as it was before version 1; build it anew against this dateline's plugin.h");
    }
    if (entry == nullptr) {
        fail(plugin, "its library '" + plugin.manifest.library + "' does not export " + entry_name +
                         ", so it is no plugin of this interface; end it with DATELINE_EXTRACTOR or DATELINE_READER, or define the function");
    }
    return reinterpret_cast<dateline_plugin_entry*>(entry);
}

void check_identity(const Plugin& plugin) {
    const dateline_plugin& descriptor = plugin.descriptor;
    if (descriptor.interface_minor < plugin.manifest.interface_minor) {
        const std::string major = std::to_string(DATELINE_INTERFACE_MAJOR) + ".";
        fail(plugin, "its manifest asks for version " + major + std::to_string(plugin.manifest.interface_minor) +
                         " of the plugin interface, and its library is built with the plugin.h of " + major + std::to_string(descriptor.interface_minor) +
                         "; build it anew, or write what it needs into the manifest");
    }
    const auto compare = [&](std::string_view what, dateline_string own, const std::string& declared) {
        if (message_of(own) != declared) {
            fail(plugin, "its manifest says that its " + std::string(what) + " is '" + declared + "', and its library says '" +
                             std::string(message_of(own)) + "'; make them agree");
        }
    };
    compare("id", descriptor.id, plugin.manifest.id);
    compare("version", descriptor.version, plugin.manifest.version);
}

void take_kind(Plugin& plugin) {
    const bool is_reader = plugin.manifest.kind == Manifest::Kind::reader;
    const bool taken = is_reader ? take(plugin.descriptor.reader, least_reader, plugin.reader)
                                 : take(plugin.descriptor.extractor, least_extractor, plugin.extractor);
    if (!taken) {
        fail(plugin, std::string("its manifest says that it is ") + (is_reader ? "a reader" : "an extractor") +
                         ", and its library has no table of functions for that");
    }
    if (is_reader && (plugin.reader.probe == nullptr || plugin.reader.read == nullptr)) {
        fail(plugin, "a reader must have both functions, probe and read");
    }
    if (!is_reader && plugin.extractor.extract == nullptr && plugin.extractor.relate == nullptr) {
        fail(plugin, "an extractor must have one function at least, extract or relate");
    }
}

void take_lexicon(Plugin& plugin, std::shared_ptr<const lexicon::Lexicon> lexicon) {
    plugin.lexicon = std::move(lexicon);
    plugin.evidence_count = plugin.lexicon->evidence_count();
    for (const std::string_view name : plugin.lexicon->type_names()) {
        plugin.rule_types.push_back(plugin.types->find(name));
    }
}

void open_lexicon(Plugin& plugin) {
    if (plugin.manifest.lexicon.empty()) {
        return;
    }
    try {
        take_lexicon(plugin, lexicon::Lexicon::open(plugin.folder / plugin.manifest.lexicon));
    } catch (const std::exception& error) {
        fail(plugin, error.what());
    }
}

void open_rules(Plugin& plugin) {
    try {
        plugin.rules = rules::load(plugin.folder / data_folder, {plugin.manifest.id, *plugin.types, plugin.may_submit});
    } catch (const std::exception& error) {
        fail(plugin, error.what());
    }
    take_lexicon(plugin, plugin.rules->lexicon);
    plugin.shared = const_cast<rules::RuleSet*>(plugin.rules.get());  // which is how the interface hands it on; nobody changes it
    plugin.descriptor.create = &rules::create;
    plugin.descriptor.destroy = &rules::destroy;
    plugin.extractor = rules::extractor();
}

void open_program(Plugin& plugin) {
    if (std::filesystem::is_directory(plugin.folder / data_folder)) {
        try {
            take_lexicon(plugin, lexicon::Lexicon::from_bytes(lexicon::build(plugin.folder / data_folder)));
        } catch (const std::exception& error) {
            fail(plugin, error.what());
        }
    }
    process::Program& program = plugin.program;
    program.id = plugin.manifest.id;
    program.version = plugin.manifest.version;
    program.command = plugin.manifest.command;
    program.folder = std::filesystem::absolute(plugin.folder);
    program.limit = std::chrono::seconds(plugin.manifest.max_seconds);
    program.types = plugin.types;
    program.lexicon = plugin.lexicon;
    for (const SettingDeclaration& setting : plugin.manifest.settings) program.settings.emplace_back(setting.name, setting.value);
    program.log = [&plugin](std::string_view line) { log_line(plugin, borrow(line)); };
    plugin.shared = &program;
    plugin.descriptor.create = &process::create;
    plugin.descriptor.destroy = &process::destroy;
    plugin.extractor = process::extractor();
}

void allow_types(Plugin& plugin) {
    plugin.may_submit.resize(plugin.types->types.size());
    for (const std::uint32_t type : submitted_types(plugin.manifest, *plugin.types)) {
        plugin.may_submit[type] = true;
    }
    plugin.collections = collections_of(plugin.manifest, *plugin.types);
}

}  // namespace

void open_plugin(Plugin& plugin) {
    if (!plugin.manifest.command.empty()) {
        return open_program(plugin);
    }
    if (plugin.manifest.library.empty()) {
        return open_rules(plugin);
    }
    dateline_plugin_entry* entry = find_entry(plugin);
    const dateline_plugin* given = nullptr;
    try {
        given = entry();
    } catch (...) {
        fail(plugin, std::string("an exception left ") + entry_name);
    }
    if (!take(given, least_descriptor, plugin.descriptor)) {
        fail(plugin, std::string(entry_name) + " gives no descriptor, or one that is smaller than this interface knows");
    }
    check_identity(plugin);
    take_kind(plugin);
    open_lexicon(plugin);
}

std::vector<std::uint32_t> submitted_types(const Manifest& manifest, const Types& types) {
    std::vector<std::uint32_t> result;
    const auto add = [&](const std::string& name) {
        const std::uint32_t type = types.find(name);
        if (type != DATELINE_NONE) {
            result.push_back(type);
        }
    };
    for (const ProducedType& produced : manifest.produces) {
        add(produced.type.name);
    }
    std::for_each(manifest.contributes.begin(), manifest.contributes.end(), add);
    return result;
}

std::vector<std::string> collections_of(const Manifest& manifest, const Types& types) {
    std::vector<std::string> collections;
    for (const std::uint32_t type : submitted_types(manifest, types)) {
        if (!types.types[type].silent()) {
            collections.push_back(types.types[type].collection);
        }
    }
    std::sort(collections.begin(), collections.end());
    return collections;
}

std::string name_of(const Plugin& plugin) {
    return "the plugin '" + plugin.manifest.id + "' in " + plugin.folder.string();
}

std::unique_ptr<Plugin> make_plugin(const Found& found, const Types& types, const Log& log) {
    auto plugin = std::make_unique<Plugin>();
    plugin->manifest = found.manifest;
    plugin->folder = found.folder;
    plugin->is_named = found.origin == Found::Origin::option;
    plugin->types = &types;
    plugin->log = &log;
    allow_types(*plugin);
    return plugin;
}

const std::string& load_plugin(Plugin& plugin) {
    static std::mutex one_at_a_time;  // for a library that several engines of this process load
    std::call_once(plugin.loaded, [&plugin] {
        const std::lock_guard lock(one_at_a_time);
        const Inside inside(plugin, document_of_this_thread());
        try {
            open_plugin(plugin);
            if (when_opened != nullptr) {
                when_opened(plugin);
            }
            start_plugin(plugin);
        } catch (const LoadError& error) {
            plugin.problem = error.what();
        }
    });
    return plugin.problem;
}

}  // namespace dateline::plugin
