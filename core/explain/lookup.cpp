#include "core/explain/lookup.h"

#include <algorithm>

#include "core/explain/reasons.h"

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

Lookup::Lookup(const pipeline::Engine& engine, const Document& document) : document_(document) {
    for (std::size_t i = 0; i < engine.plugins().size(); ++i) {
        const plugin::Manifest& manifest = engine.plugins().manifest(i);
        if (manifest.kind != plugin::Manifest::Kind::extractor) {
            continue;
        }
        Extractor& extractor = extractors_.emplace_back();
        extractor.id = manifest.id;
        extractor.lexicon = engine.plugins().lexicon(i);
        if (extractor.lexicon != nullptr) {
            std::uint64_t gave_up = 0;
            lexicon::find_entries(*extractor.lexicon, document.text, document.analysis, extractor.found);
            lexicon::match_rules(*extractor.lexicon, document.text, document.analysis, extractor.found, gave_up);
        }
    }
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
