#include "core/learn/scales.h"

#include "core/learn/keys.h"

namespace dateline::learn {

bool knows(const Weights& weights, std::string_view type) {
    return weights.find(known_key(type)) != 0;
}

std::vector<std::int32_t> evidence_weights(const Weights& weights, std::span<const EvidenceDeclaration> declared) {
    std::vector<std::int32_t> all;
    for (const EvidenceDeclaration& evidence : declared) {
        const std::int32_t learned = weights.find(evidence_key(evidence.plugin, evidence.name));
        all.push_back(learned == 0 ? evidence.weight : learned == learned_zero ? 0 : learned);
    }
    return all;
}

judge::Scale scale(const Weights& weights, std::string_view name) {
    const std::int32_t slope = weights.find(slope_key(name));
    return slope == 0 ? judge::Scale{} : judge::Scale{slope, weights.find(offset_key(name))};
}

std::vector<judge::Scale> type_scales(const Weights& weights, const Types& types) {
    std::vector<judge::Scale> all;
    for (const TypeDeclaration& type : types.types) all.push_back(scale(weights, type.name));
    return all;
}

std::vector<judge::Scale> fact_scales(const Weights& weights, const Types& types) {
    std::vector<judge::Scale> all;
    for (const FactDeclaration& fact : types.facts) all.push_back(scale(weights, types.types[fact.type].name + "." + fact.name));
    return all;
}

}  // namespace dateline::learn
