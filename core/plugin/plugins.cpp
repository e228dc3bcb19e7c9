#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/plugin/host.h"
#include "core/plugin/loaded.h"

namespace dateline::plugin {
namespace {

constexpr std::array<EvidenceDeclaration, Plugins::own_evidence_count> own_evidence = {{
    {"user", "always", "is marked always by the user's list", 3000},
    {"user", "never", "is marked never by the user's list", -9000},
    {"user", "hint", "stands on the user's list", 250},
    {"given", "confidence", "the plugin gives a confidence of its own", 0},
}};

}  // namespace

struct Plugins::State {
    Log log;
    Types types;
    std::vector<std::unique_ptr<Plugin>> plugins;
    std::vector<EvidenceDeclaration> evidence{own_evidence.begin(), own_evidence.end()};
    std::vector<std::int32_t> weights;
    std::vector<Diagnostic> diagnostics;
    std::vector<std::string> broken;   // of built-in plugins
    std::vector<std::string> missing;  // collections of plugins that could not be loaded
    std::map<std::string, bool> loaded;

    void leave_out(const Found& found, const std::string& reason);
    void load(const Found& found, Loading loading);
    void add_evidence(Plugin& plugin);
};

void Plugins::State::leave_out(const Found& found, const std::string& reason) {
    if (found.origin == Found::Origin::option) {
        throw LoadError(reason);
    }
    Diagnostic diagnostic;
    diagnostic.code = "plugin.unloadable";
    diagnostic.plugin = found.manifest.id;
    diagnostic.message = reason;
    diagnostics.push_back(std::move(diagnostic));
    if (found.origin == Found::Origin::built_in) {
        broken.push_back(reason);
    }
    for (const std::string& collection : collections_of(found.manifest, types)) {
        if (std::find(missing.begin(), missing.end(), collection) == missing.end()) {
            missing.push_back(collection);
        }
    }
}

void Plugins::State::load(const Found& found, Loading loading) {
    for (const std::string& need : found.manifest.needs) {
        if (!loaded[need]) {
            throw LoadError("the plugin '" + found.manifest.id + "' needs the plugin '" + need + "', which could not be loaded");
        }
    }
    std::unique_ptr<Plugin> plugin = make_plugin(found, types, log);
    plugin->index = static_cast<std::uint32_t>(plugins.size());
    if (const bool can_wait = !plugin->manifest.signatures.empty() && !plugin->is_named; !can_wait || loading == Loading::at_once) {
        if (const std::string& problem = load_plugin(*plugin); !problem.empty()) {
            throw LoadError(problem);
        }
    }
    add_evidence(*plugin);
    loaded[found.manifest.id] = true;
    plugins.push_back(std::move(plugin));
}

void Plugins::State::add_evidence(Plugin& plugin) {
    plugin.first_evidence = static_cast<std::uint32_t>(evidence.size());
    for (std::uint32_t i = 0; i < plugin.evidence_count; ++i) {
        const lexicon::EvidenceInfo info = plugin.lexicon->evidence(i);
        evidence.push_back({plugin.manifest.id, info.name, info.sentence, info.weight});
    }
}

Plugins::Plugins(const std::vector<Found>& found, Log log, Loading loading) : state_(std::make_unique<State>()) {
    state_->log = std::move(log);
    state_->types = types_of(found);
    for (const Found& one : found) {
        if (one.state == Found::State::hidden) {
            continue;
        }
        try {
            if (one.state == Found::State::refused) {
                throw LoadError("the plugin '" + one.manifest.id + "' in " + one.folder.string() + " cannot be used: " + one.reason);
            }
            state_->load(one, loading);
        } catch (const LoadError& error) {
            state_->leave_out(one, error.what());
        }
    }
    for (const EvidenceDeclaration& evidence : state_->evidence) {
        state_->weights.push_back(evidence.weight);
    }
}

Plugins::~Plugins() = default;

const Types& Plugins::types() const { return state_->types; }

std::span<const EvidenceDeclaration> Plugins::evidence() const { return state_->evidence; }

std::span<const std::int32_t> Plugins::weights() const { return state_->weights; }

std::span<const Diagnostic> Plugins::diagnostics() const { return state_->diagnostics; }

std::span<const std::string> Plugins::broken() const { return state_->broken; }

std::span<const std::string> Plugins::missing_collections() const { return state_->missing; }

std::size_t Plugins::size() const { return state_->plugins.size(); }

const std::filesystem::path& Plugins::folder(std::size_t index) const { return state_->plugins[index]->folder; }

const Manifest& Plugins::manifest(std::size_t index) const { return state_->plugins[index]->manifest; }

const lexicon::Lexicon* Plugins::lexicon(std::size_t index) const { return state_->plugins[index]->lexicon.get(); }

std::span<const std::uint32_t> Plugins::rule_types(std::size_t index) const { return state_->plugins[index]->rule_types; }

const rules::RuleSet* Plugins::rules(std::size_t index) const { return state_->plugins[index]->rules.get(); }

Plugin& Plugins::plugin(std::size_t index) const { return *state_->plugins[index]; }

}  // namespace dateline::plugin
