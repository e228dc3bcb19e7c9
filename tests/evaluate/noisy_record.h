/// Records to score: what the gold says, with errors strewn in.
#pragma once

#include <cstdint>
#include <string>

#include "core/evaluate/gold.h"

namespace dateline::evaluate {

/// A record as of a mediocre extractor: mentions are missed, moved, invented; values, names and facts are mixed up. The same seed gives the same record;
/// with seed 0 nothing is wrong.
std::string noisy_record(const Gold& gold, std::uint32_t seed);

}  // namespace dateline::evaluate
