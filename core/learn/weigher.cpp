#include "core/learn/weigher.h"

#include <algorithm>
#include <utility>

#include "core/learn/feature_list.h"
#include "core/learn/features.h"
#include "core/learn/keys.h"
#include "core/learn/scales.h"

namespace dateline::learn {

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
    asked_ = 0;
    for (std::size_t type = 0; type < bases_.size(); ++type) {
        if (!bases_[type].empty() && shared_[type].size() < document.analysis.tokens.size()) shared_[type].resize(document.analysis.tokens.size());
    }
    for (Candidate& candidate : proposals.candidates) {
        if (bases_[candidate.type].empty()) continue;
        candidate.weighed = true;
        candidate.learned = is_hopeless(candidate, proposals, declared_) ? hopeless : 0;
        if (candidate.learned != hopeless) ask(candidate);
    }
    take_all();
    for (Candidate& candidate : proposals.candidates) {
        if (candidate.weighed && candidate.learned != hopeless) candidate.learned += shared(candidate);
    }
    forget(proposals);
}

bool Weigher::shares(const Candidate& candidate) const {
    const std::vector<dateline_token>& tokens = page_.document().analysis.tokens;
    return tokens[candidate.first_token].sentence == tokens[candidate.first_token + candidate.token_count - 1].sentence;
}

// Most candidates share tokens with rivals of their type, and most features are of one token and those beside it.
void Weigher::ask(Candidate& candidate) {
    if (!shares(candidate)) return look_up<of_all>(candidate, candidate.learned);
    const std::uint32_t first = candidate.first_token, end = first + candidate.token_count;
    std::vector<Shared>& shared = shared_[candidate.type];
    look_up<of_whole>(candidate, candidate.learned);
    once<of_first>(shared[first].first, candidate);
    once<of_last>(shared[end - 1].last, candidate);
    if (candidate.token_count > 1) once<of_longer>(shared[end - 1].longer, candidate);
    Candidate one;
    one.type = candidate.type;
    one.token_count = 1;
    for (one.first_token = first; one.first_token < std::min(end, first + most_tokens); ++one.first_token) {
        once<of_each>(shared[one.first_token].each, one);
    }
}

std::int32_t Weigher::shared(const Candidate& candidate) const {
    if (!shares(candidate)) return 0;
    const std::uint32_t first = candidate.first_token, end = first + candidate.token_count;
    const std::vector<Shared>& shared = shared_[candidate.type];
    std::int32_t sum = shared[first].first.value + shared[end - 1].last.value;
    if (candidate.token_count > 1) sum += shared[end - 1].longer.value;
    for (std::uint32_t token = first; token < std::min(end, first + most_tokens); ++token) sum += shared[token].each.value;
    return sum;
}

// Few tokens are any candidate's, so these are cleared, not all.
void Weigher::forget(const Proposals& proposals) {
    for (const Candidate& candidate : proposals.candidates) {
        if (!candidate.weighed || candidate.learned == hopeless) continue;
        for (std::uint32_t i = 0; i < candidate.token_count; ++i) shared_[candidate.type][candidate.first_token + i] = {};
    }
}

template <std::uint32_t shares>
void Weigher::once(Sum& sum, const Candidate& candidate) {
    if (std::exchange(sum.asked, true)) return;
    look_up<shares>(candidate, sum.value);
}

template <std::uint32_t shares>
void Weigher::look_up(const Candidate& candidate, std::int32_t& sum) {
    const std::vector<std::uint64_t>& bases = bases_[candidate.type];
    const auto say = [&](T what, std::span<const Part> parts) { ask(text::hash_step(bases[static_cast<std::size_t>(what)], codes_of(parts)), sum); };
    FeatureList<decltype(say), shares>(page_, candidate, say).walk();
}

bool Weigher::weigh_again(const Document& document, Proposals& proposals) {
    if (!looks_again_) return false;
    look_.open(document, proposals);
    asked_ = 0;
    for (Candidate& candidate : proposals.candidates) {
        const std::vector<std::uint64_t>& bases = bases_[candidate.type];
        if (bases.empty() || candidate.learned == hopeless) continue;
        candidate.second_look = 0;
        look_.features(candidate, [&](T what, std::span<const Part> parts) {
            ask(text::hash_step(bases[static_cast<std::size_t>(what)], codes_of(parts)), candidate.second_look);
        });
    }
    take_all();
    return true;
}

void Weigher::ask(std::uint64_t key, std::int32_t& sum) {
    if (asked_ == questions_.size()) take_all();
    weights_.prefetch(key);
    questions_[asked_++] = {key, &sum};
}

void Weigher::take_all() {
    for (const Question& question : std::span(questions_).first(asked_)) *question.sum += weights_.find(question.key);
    asked_ = 0;
}

}  // namespace dateline::learn
