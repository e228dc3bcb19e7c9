#include "core/pipeline/engine.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/document/digest.h"
#include "core/learn/scales.h"
#include "core/pipeline/version.h"

namespace dateline::pipeline {
namespace {

using Words = std::vector<std::pair<std::string, std::string>>;

Words extractors_of(const plugin::Plugins& plugins) {
    Words extractors;
    for (std::size_t i = 0; i < plugins.size(); ++i) {
        const plugin::Manifest& manifest = plugins.manifest(i);
        if (manifest.kind == plugin::Manifest::Kind::extractor) {
            extractors.emplace_back(manifest.id, manifest.version);
        }
    }
    std::sort(extractors.begin(), extractors.end());
    return extractors;
}

// All that a record depends on beside the document and the versions, as text.
std::string configuration_of(const Options& options, const plugin::Plugins& plugins, const learn::Weights& learned) {
    const plugin::Limits& limits = options.limits;
    std::string text = "max-bytes " + std::to_string(limits.max_bytes) + "\nmax-mentions " + std::to_string(limits.max_mentions) +
                       "\nmax-nesting " + std::to_string(limits.max_nesting) + "\noffset-unit " +
                       std::to_string(static_cast<int>(options.record.unit)) + "\ntext " + std::to_string(static_cast<int>(options.record.text)) +
                       "\nwith-source " + std::to_string(options.record.with_source) + "\n";
    for (std::size_t i = 0; i < plugins.size(); ++i) {
        const bool is_extractor = plugins.manifest(i).kind == plugin::Manifest::Kind::extractor;
        const lexicon::Lexicon* lexicon = is_extractor ? plugins.lexicon(i) : nullptr;  // a reader's may not be there yet
        text.append(plugins.manifest(i).id).append(" ").append(std::to_string(lexicon == nullptr ? 0 : lexicon->content())) += '\n';
        for (const plugin::SettingDeclaration& setting : plugins.manifest(i).settings) {
            text.append("set ").append(setting.name).append("=").append(setting.value) += '\n';
        }
    }
    text.append("weights ").append(std::to_string(learned.content())) += '\n';
    for (const std::filesystem::path& file : options.lexicons) {
        std::ifstream stream(file, std::ios::binary);
        text.append("lexicon ").append(sha256(std::string(std::istreambuf_iterator<char>(stream), {}))) += '\n';
    }
    return text;
}

std::vector<plugin::Found> found_plugins(const Options& options) {
    std::vector<plugin::Found> found = plugin::find_plugins(options.search);
    plugin::apply_settings(options.settings, found);
    return found;
}

std::unique_ptr<const lexicon::UserList> words_of(const Options& options, const Types& types) {
    if (options.lexicons.empty()) {
        return nullptr;
    }
    std::vector<std::string_view> names;
    for (const TypeDeclaration& type : types.types) {
        names.push_back(type.name);
    }
    return std::make_unique<const lexicon::UserList>(options.lexicons, names);
}

}  // namespace

Engine::State::State(const Options& given)
    : options(given),
      plugins(found_plugins(given), given.log, given.loading),
      learned(given.weights.empty() ? learn::Weights() : learn::Weights(given.weights)),
      evidence_weights(learn::evidence_weights(learned, plugins.evidence())),
      type_scales(learn::type_scales(learned, plugins.types())),
      fact_scales(learn::fact_scales(learned, plugins.types())),
      link_scale(learn::scale(learned, "alias")),
      words(words_of(given, plugins.types())) {
    generator.version = version();
    generator.extractors = extractors_of(plugins);
    generator.configuration = sha256(configuration_of(options, plugins, learned)).substr(0, 16);
}

Engine::Engine(const Options& options) : state_(std::make_unique<State>(options)) {}

Engine::~Engine() = default;

const Options& Engine::options() const {
    return state_->options;
}

const plugin::Plugins& Engine::plugins() const {
    return state_->plugins;
}

const learn::Weights& Engine::learned() const {
    return state_->learned;
}

judge::Weights Engine::evidence_weights() const {
    return state_->evidence_weights;
}

judge::Scales Engine::scales() const {
    return {state_->type_scales, state_->fact_scales, state_->link_scale};
}

const record::Generator& Engine::generator() const {
    return state_->generator;
}

}  // namespace dateline::pipeline
