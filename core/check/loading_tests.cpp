#include <cstdlib>
#include <optional>

#include "core/check/session.h"
#include "core/check/test.h"

namespace dateline::check {
namespace {

void tell_exceptions(Trial& trial) {
    for (const std::string& exception : watch().exceptions) {
        trial.report.wrong(exception);
    }
}

void loads(Trial& trial) {
    static std::optional<Loaded> loaded;  // is not unloaded, which other tests are for
    loaded.emplace(trial.subject);        // what it throws is the finding
    static std::optional<Session> session;
    session.emplace(*loaded);
}

void makes_many_instances(Trial& trial) {
    static std::optional<Loaded> loaded;  // is not unloaded, which other tests are for
    plugin::Plugin& plugin = loaded.emplace(trial.subject).plugin();
    std::vector<void*> instances;
    for (int i = 0; plugin.descriptor.create != nullptr && i < 64; ++i) {
        void* instance = nullptr;
        watch() = {};
        if (plugin.descriptor.create(plugin.shared, &instance) != DATELINE_OK) {
            trial.report.wrong("create fails for instance " + std::to_string(i + 1) + " of 64 at a time" + (watch().gave_reason ? "" : ", and gives no reason"));
            tell_exceptions(trial);
            break;
        }
        for (const void* other : instances) {
            if (other == instance && instance != nullptr) {
                trial.report.wrong("create gives the same instance twice; each worker needs one of its own");
                return;
            }
        }
        instances.push_back(instance);
    }
    for (void* instance : instances) {
        if (plugin.descriptor.destroy != nullptr) {
            plugin.descriptor.destroy(instance);
        }
    }
    tell_exceptions(trial);
}

void copes_with_unknown_names(Trial& trial) {
    View view;
    view.knows_no_names = true;
    trial.report.doing("every look-up in load gives DATELINE_NONE");
    std::unique_ptr<Loaded> loaded;
    try {
        loaded = std::make_unique<Loaded>(trial.subject, view);
    } catch (const plugin::LoadError&) {
        if (!watch().gave_reason) {
            trial.report.wrong("load fails without having said why with set_error");
        }
        return;
    }
    Session session(*loaded);
    for (const Text& text : trial.subject.texts) {
        session.give(text);
        if (watch().submitted.contains(DATELINE_NONE)) {
            trial.report.wrong("it submits candidates of the type DATELINE_NONE; load must fail, or it must do without");
            return;
        }
    }
}

void ends_quietly(Trial& trial) {
    {
        const Loaded loaded(trial.subject);
        Session session(loaded);
        session.give(trial.subject.texts.front());
    }
    tell_exceptions(trial);
    trial.report.doing("the plugin has been unloaded, and the program ends");
    trial.report.end();
    std::exit(0);
}

void unloads_unused(Trial& trial) {
    { const Loaded loaded(trial.subject); }
    tell_exceptions(trial);
    trial.report.doing("the plugin has been unloaded without having had an instance");
}

constexpr Test table[] = {
    {.name = "loads", .asks = "load and create return DATELINE_OK (plugin.h, dateline_plugin)", .run = loads, .gate = Gate::when_passed, .needs_library = false,
     .under_valgrind = true},
    {.name = "makes-many-instances", .asks = "there may be many instances at a time, one a worker (plugin.h, Threads)", .run = makes_many_instances, .under_valgrind = true},
    {.name = "copes-with-unknown-names", .asks = "an unknown name gives DATELINE_NONE, and the plugin fails with a reason or does without (plugin.h, dateline_host)",
     .run = copes_with_unknown_names, .kind = Kind::extractors},
    {.name = "unloads-unused", .asks = "unload may be called when there has been no instance (plugin.h, dateline_plugin)", .run = unloads_unused, .under_valgrind = true},
    {.name = "ends-quietly", .asks = "after unload the program can end: nothing of the plugin goes on (plugin.h, Threads)", .run = ends_quietly, .under_valgrind = true},
};

}  // namespace

std::span<const Test> loading_tests() { return table; }

}  // namespace dateline::check
