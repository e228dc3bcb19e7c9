#include <algorithm>
#include <utility>

#include "core/document/profile.h"
#include "core/lexicon/match.h"
#include "core/plugin/call.h"
#include "core/plugin/host.h"
#include "core/plugin/inside.h"
#include "core/plugin/instance.h"
#include "core/plugin/mentions.h"
#include "core/plugin/metadata.h"
#include "core/plugin/peer.h"
#include "core/plugin/readers.h"

namespace dateline::plugin {
namespace {

struct Extractor {
    explicit Extractor(const Plugin& plugin) : instance(plugin) {}

    Instance instance;
    lexicon::Matches found;  // in the document
    bool looked = false;     // `found` is of this document
    bool told = false;       // which rules were given up in it
    bool left_out = false;   // takes no further part in this document

    const Plugin& plugin() const { return instance.plugin(); }
};

// Of so many tokens, each counted once for every plugin, what plugins have found is not kept from one stage to the next: it is found again, which takes
// time, where all together would need several times the memory that one does.
constexpr std::size_t most_kept_tokens = std::size_t{1} << 24;

bool waits_for_others(const Manifest& manifest) { return !manifest.needs.empty() || !manifest.after.empty(); }

// "en" is spoken in en-GB too. A text in an unknown language is tried.
bool speaks(const Manifest& manifest, std::string_view language) {
    const auto covers = [&](std::string_view known) {
        return language.starts_with(known) && (language.size() == known.size() || language[known.size()] == '-');
    };
    return manifest.languages.empty() || language.empty() || std::any_of(manifest.languages.begin(), manifest.languages.end(), covers);
}

std::string listed(const std::vector<std::string>& words) {
    std::string result;
    for (const std::string& word : words) {
        result += (result.empty() ? "" : ", ") + word;
    }
    return result;
}

std::string sentence(std::string text) { return text.empty() || text.ends_with('.') || text.ends_with('?') ? text : text + '.'; }

}  // namespace

struct Instances::State {
    std::vector<Extractor> extractors;  // in running order
    std::vector<std::string> missing;   // collections that every document leaves unfinished
    Readers readers;
    Call call;
    Mentions mentions;
    std::vector<dateline_metadata> metadata;
    dateline_document view{};  // what is the same for all plugins

    void start(const Document& document);
    void leave_out_foreigners(Document& document);
    void leave_out(std::span<const Absent> absent, Document& document);
    void run(Extractor& extractor, Call::Stage stage, Document& document, Proposals& proposals, const Limits& limits);
    void judge(const Outcome& outcome, Extractor& extractor, Document& document);
    void fail(Extractor& extractor, Document& document, std::string_view code, std::string message);
    void look(Extractor& extractor, Call::Stage stage, Document& document);
    dateline_document view_of(const Extractor& extractor, const Document& document) const;
};

void Instances::State::start(const Document& document) {
    const text::Analysis& analysis = document.analysis;
    view = {};
    view.struct_size = sizeof view;
    view.text = borrow(document.text);
    view.folded = borrow(analysis.folded);
    view.title = borrow(document.title.value);
    view.language = borrow(document.language.value);
    view.blocks = analysis.blocks.data();
    view.block_count = analysis.blocks.size();
    view.block_size = sizeof(dateline_block);
    view.sentences = analysis.sentences.data();
    view.sentence_count = analysis.sentences.size();
    view.sentence_size = sizeof(dateline_sentence);
    view.tokens = analysis.tokens.data();
    view.token_count = analysis.tokens.size();
    view.token_size = sizeof(dateline_token);
    view.hit_size = sizeof(dateline_hit);
    view.match_size = sizeof(dateline_match);
    view.capture_size = sizeof(dateline_capture);
    view.mention_size = sizeof(dateline_mention);
    view.token_list_size = sizeof(std::uint64_t);
    list_metadata(document, metadata);
    view.metadata = metadata.data();
    view.metadata_count = metadata.size();
    view.metadata_size = sizeof(dateline_metadata);
}

dateline_document Instances::State::view_of(const Extractor& extractor, const Document& document) const {
    dateline_document result = view;
    result.published = borrow(document.published.value);
    result.mentions = mentions.list().data();
    result.mention_count = mentions.list().size();
    if (extractor.plugin().lexicon != nullptr) {
        const lexicon::Matches& found = extractor.found;
        result.token_lists = found.token_lists.data();
        result.hits = found.hits.data();
        result.hit_count = found.hits.size();
        result.matches = found.matches.data();
        result.match_count = found.matches.size();
        result.captures = found.captures.data();
        result.capture_count = found.captures.size();
    }
    return result;
}

void Instances::State::leave_out_foreigners(Document& document) {
    for (Extractor& extractor : extractors) {
        extractor.looked = extractor.told = false;
        const Manifest& manifest = extractor.plugin().manifest;
        extractor.left_out = !speaks(manifest, document.language.value);
        if (extractor.left_out) {
            add_diagnostic(
                document, extractor.plugin(), "language.unsupported",
                "The plugin '" + manifest.id + "' knows " + listed(manifest.languages) + " only; this text is in '" + document.language.value + "'.");
            leave_unfinished(document, extractor.plugin().collections);
        }
    }
}

void Instances::State::leave_out(std::span<const Absent> absent, Document& document) {
    for (Extractor& extractor : extractors) {
        const Plugin& plugin = extractor.plugin();
        const auto found = std::find_if(absent.begin(), absent.end(), [&](const Absent& one) { return one.plugin == plugin.index; });
        if (found != absent.end() && !extractor.left_out) {
            fail(extractor, document, "plugin.failed", "The plugin '" + plugin.manifest.id + "' failed: " + found->reason);
        }
    }
}

void Instances::State::look(Extractor& extractor, Call::Stage stage, Document& document) {
    const Plugin& plugin = extractor.plugin();
    if (plugin.lexicon == nullptr) {
        return;
    }
    std::uint64_t gave_up = 0;
    if (!std::exchange(extractor.looked, true)) {
        {
            const Timed timed("lists", plugin.manifest.id);
            lexicon::find_entries(*plugin.lexicon, document.text, document.analysis, extractor.found);
        }
        const Timed timed("rules", plugin.manifest.id);
        std::uint64_t again = 0;
        lexicon::match_rules(*plugin.lexicon, document.text, document.analysis, extractor.found, std::exchange(extractor.told, true) ? again : gave_up);
    }
    if (stage == Call::Stage::relate && !plugin.rule_types.empty()) {
        const Timed timed("rules", plugin.manifest.id);
        lexicon::match_typed_rules(*plugin.lexicon, document.text, document.analysis, mentions.list(), plugin.rule_types, extractor.found, gave_up);
    }
    if (gave_up > 0) {
        add_diagnostic(document, plugin, "plugin.rule-limit",
                       "Rules of the plugin '" + plugin.manifest.id + "' took more than their share of work, " + std::to_string(gave_up) +
                           " times, and were given up there.");
        leave_unfinished(document, plugin.collections);
    }
}

void Instances::State::run(Extractor& extractor, Call::Stage stage, Document& document, Proposals& proposals, const Limits& limits) {
    const Plugin& plugin = extractor.plugin();
    const auto function = stage == Call::Stage::extract ? plugin.extractor.extract : plugin.extractor.relate;
    if (function == nullptr || extractor.left_out) {
        return;
    }
    if (!extractor.instance.error().empty()) {
        fail(extractor, document, "plugin.failed", "The plugin '" + plugin.manifest.id + "' failed: " + extractor.instance.error());
        return;
    }
    look(extractor, stage, document);
    const dateline_document shown = view_of(extractor, document);
    const Inside inside(plugin, document.source.c_str());
    const Timed timed(stage == Call::Stage::extract ? "extract" : "relate", plugin.manifest.id);
    call.begin(plugin, stage, document, proposals, limits);
    judge(plugin::call(function, extractor.instance.state(), &shown, call.output()), extractor, document);
    if (document.analysis.tokens.size() * extractors.size() > most_kept_tokens) {
        extractor.found = {};
        extractor.looked = false;
    }
}

void Instances::State::judge(const Outcome& outcome, Extractor& extractor, Document& document) {
    const std::string& id = extractor.plugin().manifest.id;
    if (outcome.status == DATELINE_OK || (outcome.status == DATELINE_STOPPED && call.limit_reached())) {
        call.keep();
        return;
    }
    call.take_back();
    if (outcome.status == DATELINE_STOPPED) {
        fail(extractor, document, "plugin.stopped", "The plugin '" + id + "' stopped before it was done");
        return;
    }
    const std::string& cause = outcome.error.empty() ? call.error() : outcome.error;
    fail(extractor, document, "plugin.failed", "The plugin '" + id + "' failed: " + (cause.empty() ? "it gives no reason" : cause));
    extractor.instance.renew();
}

void Instances::State::fail(Extractor& extractor, Document& document, std::string_view code, std::string message) {
    extractor.left_out = true;
    add_diagnostic(document, extractor.plugin(), code, sentence(std::move(message)));
    leave_unfinished(document, extractor.plugin().collections);
}

Instances::Instances(const Plugins& plugins) : state_(std::make_unique<State>()) {
    for (std::size_t i = 0; i < plugins.size(); ++i) {
        if (plugins.manifest(i).kind == Manifest::Kind::reader) {
            state_->readers.add(plugins.plugin(i));
        } else {
            state_->extractors.emplace_back(plugins.plugin(i));
        }
    }
    state_->missing = {plugins.missing_collections().begin(), plugins.missing_collections().end()};
}

Instances::~Instances() = default;

bool Instances::read(std::string_view bytes, std::string_view name, std::string_view media_type, std::string_view charset, Document& document,
                     const Limits& limits) {
    bytes = bytes.data() == nullptr ? std::string_view("") : bytes;  // C functions of readers want no null
    return state_->readers.read({sizeof(dateline_input), 0, borrow(bytes), borrow(name), borrow(media_type), borrow(charset)}, document, limits);
}

void Instances::extract(Document& document, Proposals& proposals, const Limits& limits, std::span<const Absent> absent) {
    State& state = *state_;
    if (!state.missing.empty()) {
        leave_unfinished(document, state.missing);
    }
    state.start(document);
    state.mentions.clear();
    state.leave_out_foreigners(document);
    state.leave_out(absent, document);
    for (Extractor& extractor : state.extractors) {
        if (waits_for_others(extractor.plugin().manifest)) {
            state.mentions.add_new(proposals);
        }
        state.run(extractor, Call::Stage::extract, document, proposals, limits);
    }
}

bool Instances::is_lost() const {
    return std::any_of(state_->extractors.begin(), state_->extractors.end(), [](const Extractor& one) { return one.instance.is_lost(); });
}

void Instances::relate(Document& document, Proposals& proposals, const Limits& limits) {
    State& state = *state_;
    state.start(document);
    state.mentions.take_accepted(proposals);
    for (Extractor& extractor : state.extractors) {
        state.run(extractor, Call::Stage::relate, document, proposals, limits);
    }
}

}  // namespace dateline::plugin
