#include "core/explain/lookup.h"

#include <algorithm>

#include "core/explain/reasons.h"
#include "core/lexicon/match.h"
#include "core/plugin/catalogue.h"

namespace dateline::explain {
namespace {

struct Place {
    std::uint32_t first, end;

    bool overlaps(std::uint32_t first_token, std::uint32_t count) const { return first_token < end && first < first_token + count; }
};

std::string quoted(const Document& document, std::uint32_t first_token, std::uint32_t count) {
    const std::vector<dateline_token>& tokens = document.analysis.tokens;
    const std::uint32_t begin = tokens[first_token].begin;
    return "“" + shortened(std::string_view(document.text).substr(begin, tokens[first_token + count - 1].end - begin)) + "”";
}

void look(const lexicon::Lexicon& lexicon, const Document& document, Place place, Sight& sight) {
    lexicon::Matches found;
    std::uint64_t gave_up = 0;
    lexicon::find_entries(lexicon, document.text, document.analysis, found);
    for (const dateline_hit& hit : found.hits) {
        if (place.overlaps(hit.first_token, hit.token_count)) {
            const std::string_view value(hit.value.data, hit.value.length);
            sight.lists.push_back(std::string(lexicon.list(hit.list).name) + ": " + quoted(document, hit.first_token, hit.token_count) +
                                  (value.empty() ? "" : " = " + std::string(value)));
        }
    }
    lexicon::match_rules(lexicon, document.text, document.analysis, found, gave_up);
    for (const dateline_match& match : found.matches) {
        if (place.overlaps(match.outer_first, match.outer_count)) {
            sight.rules.push_back(std::string(lexicon.rule(match.rule)) + ": " + quoted(document, match.outer_first, match.outer_count));
        }
    }
}

}  // namespace

Lookup::Lookup(const pipeline::Engine& engine) {
    const std::vector<plugin::Found> found = plugin::find_plugins(engine.options().search);
    for (std::size_t i = 0; i < engine.plugins().size(); ++i) {
        const plugin::Manifest& manifest = engine.plugins().manifest(i);
        if (manifest.kind != plugin::Manifest::Kind::extractor) {
            continue;
        }
        extractors_.push_back({manifest.id, nullptr});
        const auto place = std::find_if(found.begin(), found.end(), [&](const plugin::Found& one) {
            return one.state == plugin::Found::State::usable && one.manifest.id == manifest.id;
        });
        if (place != found.end() && !manifest.lexicon.empty()) {
            extractors_.back().lexicon = lexicon::Lexicon::open(place->folder / manifest.lexicon);
        }
    }
}

std::vector<Sight> Lookup::at(const Document& document, std::uint32_t first_token, std::uint32_t end_token) const {
    std::vector<Sight> sights;
    for (const Extractor& extractor : extractors_) {
        Sight& sight = sights.emplace_back();
        sight.plugin = extractor.id;
        if (extractor.lexicon != nullptr) {
            look(*extractor.lexicon, document, {first_token, end_token}, sight);
        }
    }
    return sights;
}

}  // namespace dateline::explain
