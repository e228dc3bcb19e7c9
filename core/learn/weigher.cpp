#include "core/learn/weigher.h"

#include "core/learn/feature_list.h"
#include "core/learn/features.h"
#include "core/learn/keys.h"
#include "core/learn/scales.h"

namespace dateline::learn {

Weigher::Weigher(const Weights& weights, const Types& types) : weights_(weights), bases_(types.types.size()) {
    for (std::size_t type = 0; type < types.types.size(); ++type) {
        if (!knows(weights, types.types[type].name)) continue;
        for (std::size_t index = 0; index < templates().size(); ++index) {
            bases_[type].push_back(feature_base(types.types[type].name, index));
        }
    }
}

void Weigher::weigh(const Document& document, Proposals& proposals) {
    if (weights_.empty()) return;
    page_.open(document, proposals, weights_);
    for (Candidate& candidate : proposals.candidates) {
        const std::vector<std::uint64_t>& bases = bases_[candidate.type];
        if (bases.empty()) continue;
        std::int32_t sum = 0;
        const auto say = [&](T what, std::span<const Part> parts) {
            sum += weights_.find(text::hash_step(bases[static_cast<std::size_t>(what)], codes_of(parts)));
        };
        FeatureList<decltype(say)>(page_, candidate, say).walk();
        candidate.learned = sum;
        candidate.weighed = true;
    }
}

}  // namespace dateline::learn
