/// Scores into the confidences that a record prints.
#pragma once

#include <cstdint>

namespace dateline {

/// Hundredths (1..99) for a score in hundredths of a logit: a table look-up, so the same everywhere.
int confidence_of(std::int32_t score);

/// The score whose confidence is nearest to the given one (hundredths): for plugins that give a confidence themselves.
std::int32_t score_of(int confidence);

}  // namespace dateline
