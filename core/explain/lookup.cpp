#include "core/explain/lookup.h"

#include <algorithm>

#include "core/explain/reasons.h"
#include "core/plugin/mentions.h"

namespace dateline::explain {
namespace {

// No entry and no match is longer (docs/DATA.md).
constexpr std::uint32_t most_tokens = 64;

// The first of those that may reach `token`; they stand in the order of their first tokens.
template <class Found>
auto first_near(const std::vector<Found>& found, std::uint32_t token) {
    return std::lower_bound(found.begin(), found.end(), token, [](const Found& one, std::uint32_t at) { return one.first_token + most_tokens < at; });
}

std::string quoted(const Document& document, std::uint32_t first_token, std::uint32_t count) {
    const std::vector<dateline_token>& tokens = document.analysis.tokens;
    const std::uint32_t begin = tokens[first_token].begin;
    return "“" + shortened(std::string_view(document.text).substr(begin, tokens[first_token + count - 1].end - begin)) + "”";
}

}  // namespace

Lookup::Lookup(const pipeline::Engine& engine, const Document& document, const Proposals& proposals) : document_(document) {
    plugin::Mentions mentions;
    mentions.take_accepted(proposals);
    const plugin::Plugins& plugins = engine.plugins();
    for (std::size_t i = 0; i < plugins.size(); ++i) {
        const plugin::Manifest& manifest = plugins.manifest(i);
        if (manifest.kind != plugin::Manifest::Kind::extractor) {
            continue;
        }
        Extractor& extractor = extractors_.emplace_back();
        extractor.id = manifest.id;
        extractor.lexicon = plugins.lexicon(i);
        extractor.rules = plugins.rules(i);
        if (extractor.lexicon != nullptr) {
            std::uint64_t gave_up = 0;
            lexicon::find_entries(*extractor.lexicon, document.text, document.analysis, extractor.found, lexicon::Hits::all);
            lexicon::match_rules(*extractor.lexicon, document.text, document.analysis, extractor.found, gave_up);
            lexicon::match_typed_rules(*extractor.lexicon, document.text, document.analysis, mentions.list(), plugins.rule_types(i), extractor.found, gave_up);
        }
    }
}

const Lookup::Extractor* Lookup::find(std::string_view plugin) const {
    const auto found = std::find_if(extractors_.begin(), extractors_.end(), [&](const Extractor& one) { return one.id == plugin && one.lexicon != nullptr; });
    return found == extractors_.end() ? nullptr : &*found;
}

void Lookup::remove_matched(std::string_view plugin, std::vector<std::string>& rules) const {
    if (const Extractor* extractor = find(plugin)) {
        for (const dateline_match& match : extractor->found.matches) {
            std::erase(rules, extractor->lexicon->rule(match.rule));
        }
    }
}

std::vector<std::string> Lookup::why_unset(std::string_view plugin, std::uint32_t begin, std::uint32_t end, std::uint32_t type, std::string_view attribute) const {
    std::vector<std::string> all;
    const Extractor* extractor = find(plugin);
    if (extractor == nullptr || extractor->rules == nullptr) {
        return all;
    }
    std::string others;
    const std::vector<dateline_token>& tokens = document_.analysis.tokens;
    for (const dateline_match& match : extractor->found.matches) {
        const rules::Action& action = extractor->rules->actions[match.rule];
        const bool is_there = tokens[match.first_token].begin == begin && tokens[match.first_token + match.token_count - 1].end == end;
        if (!is_there || action.kind != rules::Action::Kind::mention || action.type != type) {
            continue;
        }
        const auto value = std::find_if(action.values.begin(), action.values.end(), [&](const rules::ActionValue& one) { return one.declared->name == attribute; });
        if (value == action.values.end()) {
            others.append(others.empty() ? "" : ", ").append(action.rule);
        } else if (std::string reason = why_empty(*extractor, match, *value); !reason.empty()) {
            all.push_back(action.rule + " gives it by " + reason + ", which took no part");
        }
    }
    if (!others.empty()) {
        all.push_back(others + " matched too, without giving it");
    }
    return all;
}

// The first capture of its template that took no part in the match: “c”.
std::string Lookup::why_empty(const Extractor& extractor, const dateline_match& match, const rules::ActionValue& value) const {
    const auto first = extractor.found.captures.begin() + match.first_capture;
    for (const lexicon::ValuePart& part : value.parts) {
        const auto is_it = [&](const dateline_capture& capture) { return capture.name == part.capture; };
        if (part.capture != DATELINE_NONE && std::none_of(first, first + match.capture_count, is_it)) {
            return "the capture “" + std::string(extractor.lexicon->capture(part.capture)) + "”";
        }
    }
    return {};
}

void Lookup::look(const Extractor& extractor, std::uint32_t first_token, std::uint32_t end_token, Sight& sight) const {
    const auto overlaps = [&](std::uint32_t first, std::uint32_t count) { return first < end_token && first_token < first + count; };
    const std::vector<dateline_hit>& hits = extractor.found.hits;
    for (auto hit = first_near(hits, first_token); hit != hits.end() && hit->first_token < end_token; ++hit) {
        if (overlaps(hit->first_token, hit->token_count)) {
            const std::string_view value(hit->value.data, hit->value.length);
            sight.lists.push_back(std::string(extractor.lexicon->list(hit->list).name) + ": " + quoted(document_, hit->first_token, hit->token_count) +
                                  (value.empty() ? "" : " = " + std::string(value)));
        }
    }
    const std::vector<dateline_match>& matches = extractor.found.matches;
    for (auto match = first_near(matches, first_token); match != matches.end() && match->first_token < end_token + most_tokens; ++match) {
        if (overlaps(match->outer_first, match->outer_count)) {
            sight.rules.push_back(std::string(extractor.lexicon->rule(match->rule)) + ": " + quoted(document_, match->outer_first, match->outer_count));
        }
    }
}

std::vector<Sight> Lookup::at(std::uint32_t first_token, std::uint32_t end_token) const {
    std::vector<Sight> sights;
    for (const Extractor& extractor : extractors_) {
        Sight& sight = sights.emplace_back();
        sight.plugin = extractor.id;
        look(extractor, first_token, end_token, sight);
    }
    return sights;
}

}  // namespace dateline::explain
