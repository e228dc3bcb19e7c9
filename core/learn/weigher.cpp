#include "core/learn/weigher.h"

#include <algorithm>
#include <array>

#include "core/learn/feature_list.h"
#include "core/learn/features.h"
#include "core/learn/keys.h"
#include "core/learn/scales.h"

namespace dateline::learn {
namespace {

constexpr auto template_count = static_cast<std::size_t>(T::count_of_templates);

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
    : weights_(weights), declared_(declared), bases_(types.types.size()), few_(types.types.size()), look_(types), facts_(weights, types, declared) {
    for (std::size_t type = 0; type < types.types.size(); ++type) {
        if (!knows(weights, types.types[type].name)) continue;
        for (std::size_t index = 0; index < templates().size(); ++index) {
            bases_[type].push_back(feature_base(types.types[type].name, index));
        }
        few_[type].resize(most_few * template_count);
        for (Few& few : few_[type]) few.fill(unknown);
        const std::uint64_t again = feature_key(types.types[type].name, static_cast<std::size_t>(T::again), no_parts);
        looks_again_ = looks_again_ || weights.find(again) != 0;
    }
}

void Weigher::weigh(const Document& document, Proposals& proposals) {
    if (weights_.empty()) return;
    page_.open(document, proposals, weights_);
    asked_ = 0;
    for (Candidate& candidate : proposals.candidates) {
        if (bases_[candidate.type].empty()) continue;
        candidate.weighed = true;
        candidate.learned = is_hopeless(candidate, proposals, declared_) ? hopeless : 0;
        if (candidate.learned != hopeless) ask(candidate);
    }
    take_all();
}

// What words say by themselves is remembered, and features of few have places of their own; the others are looked up.
void Weigher::ask(Candidate& candidate) {
    const auto say = [&]<T what>(std::span<const Part> parts) {
        if constexpr (is_of_few(what)) {
            add_few(candidate.type, what, parts, candidate.learned);
        } else if constexpr (!is_of_one_word(what)) {
            ask(key(candidate.type, what, parts), candidate.learned);
        }
    };
    FeatureList list(page_, candidate, say);
    list.walk();
    list.words([&](Role role, const WordCodes& word) {
        candidate.learned += word_sums_.get(candidate.type, role, word, [&] { return topic_code(word.word, weights_); },
                                             [&](std::uint64_t topic) { return word_sum(candidate.type, role, word, topic); });
    });
}

std::uint64_t Weigher::key(std::uint32_t type, T what, std::span<const Part> parts) const {
    return text::hash_step(bases_[type][static_cast<std::size_t>(what)], codes_of(parts));
}

void Weigher::add_few(std::uint32_t type, T what, std::span<const Part> parts, std::int32_t& sum) {
    const std::uint32_t first = parts.empty() ? 0 : parts[0].index, second = parts.size() < 2 ? 0 : parts[1].index;
    if (first >= most_few || second >= most_few) return ask(key(type, what, parts), sum);
    std::int16_t& weight = few_[type][second * template_count + static_cast<std::size_t>(what)][first];
    if (weight == unknown) weight = static_cast<std::int16_t>(weights_.find(key(type, what, parts)));
    sum += weight;
}

std::int32_t Weigher::word_sum(std::uint32_t type, Role role, const WordCodes& word, std::uint64_t topic) const {
    const auto weight = [&](T what, std::uint64_t code) { return weights_.find(key(type, what, std::array{Part{code}})); };
    const WordTemplates& of = word_templates[static_cast<std::size_t>(role)];
    return weight(of.word, word.word) + weight(of.word_class, word.word_class) + weight(of.topic, topic) + (role == Role::inside ? weight(T::holds_shape, word.shape) : 0);
}

bool Weigher::weigh_again(const Document& document, Proposals& proposals) {
    if (!looks_again_) return false;
    look_.open(document, proposals);
    asked_ = 0;
    for (Candidate& candidate : proposals.candidates) {
        if (bases_[candidate.type].empty() || candidate.learned == hopeless) continue;
        candidate.second_look = 0;
        look_.features(candidate, [&](T what, std::span<const Part> parts) { add_few(candidate.type, what, parts, candidate.second_look); });
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
