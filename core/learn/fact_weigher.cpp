#include "core/learn/fact_weigher.h"

#include "core/learn/fact_features.h"
#include "core/learn/fact_list.h"
#include "core/learn/keys.h"
#include "core/learn/scales.h"

namespace dateline::learn {
namespace {

bool says_the_same(const Fact& one, const Fact& other) {
    return one.fact == other.fact && one.subject == other.subject && one.begin == other.begin && one.end == other.end && one.rule == other.rule;
}

}  // namespace

FactWeigher::FactWeigher(const Weights& weights, const Types& types, std::span<const EvidenceDeclaration> declared)
    : weights_(weights), bases_(types.facts.size()), facts_(types, declared) {
    for (std::uint32_t fact = 0; fact < types.facts.size(); ++fact) {
        const std::string name = fact_name(types, fact);
        if (!knows(weights, name)) continue;
        for (std::size_t index = 0; index < fact_templates().size(); ++index) bases_[fact].push_back(feature_base(name, index));
    }
}

void FactWeigher::weigh(const Page& page, Proposals& proposals) {
    if (weights_.empty() || proposals.facts.empty()) return;
    facts_.open(page, proposals);
    const Fact* last = nullptr;
    std::int32_t words = 0;  // what the words of the last fact said: plugins submit those that differ in a reference one behind the other
    for (Fact& fact : proposals.facts) {
        if (bases_[fact.fact].empty()) continue;
        const FactPlace place = facts_.place(fact);
        if (last == nullptr || !says_the_same(*last, fact)) words = sum(fact.fact, place, [](auto& list) { list.walk_words(); });
        fact.weighed = true;
        fact.learned = words + sum(fact.fact, place, [](auto& list) { list.walk_reference(); });
        last = &fact;
    }
}

template <class Walk>
std::int32_t FactWeigher::sum(std::uint32_t fact, const FactPlace& place, Walk walk) {
    keys_.clear();
    const auto ask = [&]<F what>(std::span<const Part> parts) {
        keys_.push_back(text::hash_step(bases_[fact][static_cast<std::size_t>(what)], codes_of(parts)));
        weights_.prefetch(keys_.back());
    };
    FactList list(facts_, place, ask);
    walk(list);
    std::int32_t sum = 0;
    for (const std::uint64_t key : keys_) sum += weights_.find(key);
    return sum;
}

}  // namespace dateline::learn
