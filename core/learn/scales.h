/// What learned weights say of plugins' evidences and of scores.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/judge/judge.h"
#include "core/learn/weights.h"
#include "core/mention/type.h"

namespace dateline::learn {

/// Whether the weights were learned for a type; only then do features count for its candidates.
bool knows(const Weights& weights, std::string_view type);

/// By Evidence::id: the learned weight of each, or the declared one where none was learned.
std::vector<std::int32_t> evidence_weights(const Weights& weights, std::span<const EvidenceDeclaration> declared);

/// The scale of a type, of a fact ("person.role") or of links ("alias"): the plain one where none was learned.
judge::Scale scale(const Weights& weights, std::string_view name);
std::vector<judge::Scale> type_scales(const Weights& weights, const Types& types);
std::vector<judge::Scale> fact_scales(const Weights& weights, const Types& types);

}  // namespace dateline::learn
