#include "core/learn/weigher.h"

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
    : weights_(weights), declared_(declared), bases_(types.types.size()), look_(types) {
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
    for (Candidate& candidate : proposals.candidates) {
        const std::vector<std::uint64_t>& bases = bases_[candidate.type];
        if (bases.empty()) continue;
        candidate.weighed = true;
        if (is_hopeless(candidate, proposals, declared_)) {
            candidate.learned = hopeless;
            continue;
        }
        std::int32_t sum = 0;
        const auto say = [&](T what, std::span<const Part> parts) {
            sum += weights_.find(text::hash_step(bases[static_cast<std::size_t>(what)], codes_of(parts)));
        };
        FeatureList<decltype(say)>(page_, candidate, say).walk();
        candidate.learned = sum;
    }
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
