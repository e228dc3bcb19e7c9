#include <dlfcn.h>

#include <chrono>
#include <cstring>

#include "core/check/symbols.h"
#include "core/check/test.h"
#include "core/plugin/loaded.h"

namespace dateline::check {
namespace {

constexpr double longest_load = 0.1;  // seconds

std::filesystem::path library_of(const Subject& subject) { return std::filesystem::absolute(subject.folder() / subject.found.manifest.library); }

// Null, and a sentence, when it cannot be.
void* load_library(Trial& trial) {
    void* library = dlopen(library_of(trial.subject).c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        const char* error = dlerror();
        trial.report.wrong(error == nullptr ? "the system gives no reason" : error);
    }
    return library;
}

dateline_plugin_entry* entry_of(Trial& trial) {
    void* library = load_library(trial);
    void* entry = library == nullptr ? nullptr : dlsym(library, plugin::entry_name);
    if (library != nullptr && entry == nullptr) {
        trial.report.wrong(std::string("it does not export ") + plugin::entry_name + "; end it with DATELINE_EXTRACTOR or DATELINE_READER, or define the function");
    }
    return reinterpret_cast<dateline_plugin_entry*>(entry);
}

void can_be_loaded(Trial& trial) {
    const auto begin = std::chrono::steady_clock::now();
    if (load_library(trial) != nullptr) {
        trial.report.measure("load_seconds", std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
}

void exports_its_entry(Trial& trial) { entry_of(trial); }

void defines_no_others_symbols(Trial& trial) {
    void* library = load_library(trial);
    for (const Symbol& symbol : exported_symbols(library_of(trial.subject))) {
        const void* others = dlsym(RTLD_DEFAULT, symbol.name.c_str());
        if (!symbol.weak && library != nullptr && others != nullptr && others != dlsym(library, symbol.name.c_str())) {
            trial.report.wrong("it exports '" + symbol.name + "', which the program or one of its libraries has too, so that the plugin calls theirs; make it static or hidden");
        }
    }
}

void exports_nothing_else(Trial& trial) {
    std::string others;
    std::size_t count = 0;
    for (const Symbol& symbol : exported_symbols(library_of(trial.subject))) {
        if (!symbol.weak && symbol.name != plugin::entry_name) {
            others += ++count > 5 ? "" : (count == 1 ? "" : ", ") + symbol.name;
        }
    }
    if (count > 0) {
        trial.report.wrong("it exports " + others + (count > 5 ? " and more" : "") + " besides; make them static, or compile with -fvisibility=hidden");
    }
}

void entry_is_pure(Trial& trial) {
    dateline_plugin_entry* entry = entry_of(trial);
    const dateline_plugin* first = entry == nullptr ? nullptr : entry();
    if (first == nullptr) {
        return;
    }
    std::string before(reinterpret_cast<const char*>(first), first->struct_size);
    const dateline_plugin* second = entry();
    if (second != first) {
        trial.report.wrong("the entry function returns another descriptor when it is called again");
    } else if (before != std::string_view(reinterpret_cast<const char*>(second), first->struct_size)) {
        trial.report.wrong("the descriptor is another when the entry function is called again");
    }
}

void is_as_its_manifest_says(Trial& trial) {
    const std::vector<plugin::Found> all = plugin::find_plugins(trial.subject.options.search);
    const Types types = plugin::types_of(all);
    const plugin::Log log = plugin::log_to_standard_error;
    const std::unique_ptr<plugin::Plugin> plugin = plugin::make_plugin(trial.subject.found, types, log);
    plugin::open_plugin(*plugin);  // what it throws is the finding
}

template <class Struct>
void judge_size(Trial& trial, const Struct* table, const char* name) {
    if (table != nullptr && table->struct_size > sizeof(Struct) + 4096) {
        trial.report.wrong(std::string(name) + " has the struct_size " + std::to_string(table->struct_size) + ", and the interface's has " +
                           std::to_string(sizeof(Struct)) + "; write sizeof");
    }
}

void descriptor_makes_sense(Trial& trial) {
    dateline_plugin_entry* entry = entry_of(trial);
    const dateline_plugin* descriptor = entry == nullptr ? nullptr : entry();
    if (descriptor == nullptr) {
        return;
    }
    judge_size(trial, descriptor, "the descriptor");
    judge_size(trial, descriptor->extractor, "the extractor's table");
    judge_size(trial, descriptor->reader, "the reader's table");
    if (descriptor->extractor != nullptr && descriptor->reader != nullptr) {
        trial.report.wrong("it has both tables, of an extractor and of a reader; the one that its manifest does not name stays null");
    }
    if (descriptor->create == nullptr && descriptor->destroy != nullptr) {
        trial.report.wrong("it has destroy and no create, so that destroy is never called");
    }
    if (DATELINE_HAS(descriptor, dateline_plugin, get_extension) && descriptor->get_extension != nullptr) {
        constexpr std::string_view unknown = "dateline.no-such-thing/1";
        if (descriptor->get_extension({unknown.data(), unknown.size()}) != nullptr) {
            trial.report.wrong("get_extension gives something for the id '" + std::string(unknown) + "', which nobody has defined");
        }
    }
}

void loads_quickly(Trial& trial) {
    const auto begin = std::chrono::steady_clock::now();
    dateline_plugin_entry* entry = entry_of(trial);
    if (entry != nullptr) {
        entry();
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (seconds > longest_load) {
        trial.report.wrong("loading its library and calling its entry function takes " + std::to_string(seconds) + " seconds; open data in load, or make it smaller");
    }
}

constexpr Test table[] = {
    {.name = "library-can-be-loaded", .asks = "the library loads with RTLD_NOW and RTLD_LOCAL, all that it calls is there (docs/PLUGINS.md, In five minutes)",
     .run = can_be_loaded, .gate = Gate::when_passed, .under_valgrind = true},
    {.name = "library-exports-its-entry", .asks = "the library exports one C function, its entry (plugin.h, top)",
     .run = exports_its_entry, .gate = Gate::when_passed, .under_valgrind = true},
    {.name = "library-defines-no-others-symbols", .asks = "no exported name is also one of the program's or its libraries' (plugin.h, top: it exports one function)",
     .run = defines_no_others_symbols},
    {.name = "library-exports-nothing-else", .asks = "the library exports its entry and nothing else (plugin.h, top)",
     .run = exports_nothing_else, .severity = Severity::note},
    {.name = "library-loads-quickly", .asks = "loading costs a tenth of a second at most: the entry is cheap (plugin.h, dateline_plugin_entry)",
     .run = loads_quickly, .severity = Severity::note, .measures_time = true},
    {.name = "entry-is-pure", .asks = "the entry function returns the same constant each time (plugin.h, dateline_plugin_entry)", .run = entry_is_pure},
    {.name = "library-is-as-its-manifest-says", .asks = "library and manifest agree on id, version, interface and kind, and the lexicon can be opened (plugin.h, dateline_plugin)",
     .run = is_as_its_manifest_says, .gate = Gate::when_passed, .under_valgrind = true},
    {.name = "descriptor-makes-sense", .asks = "struct sizes are those of structs, and functions fit together (plugin.h, dateline_plugin)",
     .run = descriptor_makes_sense},
};

}  // namespace

std::span<const Test> library_tests() { return table; }

}  // namespace dateline::check
