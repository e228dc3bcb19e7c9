#include "core/learn/weigher.h"

#include <algorithm>
#include <limits>

#include "core/learn/feature_list.h"
#include "core/learn/features.h"
#include "core/learn/keys.h"
#include "core/learn/scales.h"

namespace dateline::learn {
namespace {

constexpr std::int32_t unknown = std::numeric_limits<std::int32_t>::min();

}  // namespace

bool is_hopeless(const Candidate& candidate, const Proposals& proposals, std::span<const EvidenceDeclaration> declared) {
    constexpr std::int32_t least = -300;
    std::int32_t sum = 0;
    for (std::uint32_t i = candidate.evidence.first; i < candidate.evidence.first + candidate.evidence.count; ++i) {
        sum += declared[proposals.evidence[i].id].weight;
    }
    return sum < least;
}

Weigher::Weigher(const Weights& weights, const Types& types, std::span<const EvidenceDeclaration> declared)
    : weights_(weights), declared_(declared), bases_(types.types.size()), shared_(types.types.size()), look_(types) {
    for (std::size_t type = 0; type < types.types.size(); ++type) {
        if (!knows(weights, types.types[type].name)) continue;
        for (std::size_t index = 0; index < templates().size(); ++index) {
            bases_[type].push_back(feature_base(types.types[type].name, index));
        }
        const std::uint64_t again = feature_key(types.types[type].name, static_cast<std::size_t>(T::again), no_parts);
        looks_again_ = looks_again_ || weights.find(again) != 0;
    }
}

void Weigher::weigh(const Document& document, Proposals& proposals) {
    if (weights_.empty()) return;
    page_.open(document, proposals, weights_);
    for (std::size_t type = 0; type < bases_.size(); ++type) {
        if (!bases_[type].empty()) shared_[type].assign(document.analysis.tokens.size(), {unknown, unknown, unknown, unknown});
    }
    for (Candidate& candidate : proposals.candidates) {
        if (bases_[candidate.type].empty()) continue;
        candidate.weighed = true;
        candidate.learned = is_hopeless(candidate, proposals, declared_) ? hopeless : learned(candidate);
    }
}

// Most candidates share tokens with rivals of their type, and most features are of one token and those beside it.
std::int32_t Weigher::learned(const Candidate& candidate) {
    const text::Analysis& analysis = page_.document().analysis;
    const std::uint32_t first = candidate.first_token, end = first + candidate.token_count;
    if (analysis.tokens[first].sentence != analysis.tokens[end - 1].sentence) return look_up<of_all>(candidate);
    std::vector<Shared>& shared = shared_[candidate.type];
    std::int32_t sum = look_up<of_whole>(candidate) + once<of_first>(shared[first].first, candidate) + once<of_last>(shared[end - 1].last, candidate);
    if (candidate.token_count > 1) sum += once<of_longer>(shared[end - 1].longer, candidate);
    Candidate one;
    one.type = candidate.type;
    one.token_count = 1;
    for (one.first_token = first; one.first_token < std::min(end, first + most_tokens); ++one.first_token) {
        sum += once<of_each>(shared[one.first_token].each, one);
    }
    return sum;
}

template <std::uint32_t shares>
std::int32_t Weigher::once(std::int32_t& sum, const Candidate& candidate) {
    if (sum == unknown) sum = look_up<shares>(candidate);
    return sum;
}

// First all keys, then all weights, so that memory has time to come.
template <std::uint32_t shares>
std::int32_t Weigher::look_up(const Candidate& candidate) {
    const std::vector<std::uint64_t>& bases = bases_[candidate.type];
    keys_.clear();
    const auto say = [&](T what, std::span<const Part> parts) {
        keys_.push_back(text::hash_step(bases[static_cast<std::size_t>(what)], codes_of(parts)));
        weights_.prefetch(keys_.back());
    };
    FeatureList<decltype(say), shares>(page_, candidate, say).walk();
    std::int32_t sum = 0;
    for (const std::uint64_t key : keys_) sum += weights_.find(key);
    return sum;
}

bool Weigher::weigh_again(const Document& document, Proposals& proposals) {
    if (!looks_again_) return false;
    look_.open(document, proposals);
    for (Candidate& candidate : proposals.candidates) {
        const std::vector<std::uint64_t>& bases = bases_[candidate.type];
        if (bases.empty() || candidate.learned == hopeless) continue;
        candidate.second_look = 0;
        look_.features(candidate, [&](T what, std::span<const Part> parts) {
            candidate.second_look += weights_.find(text::hash_step(bases[static_cast<std::size_t>(what)], codes_of(parts)));
        });
    }
    return true;
}

}  // namespace dateline::learn
