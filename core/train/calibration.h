/// What margins are worth: logistic regression of "was right" on the margin (Platt, "Probabilistic Outputs for Support Vector Machines", 1999).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/judge/judge.h"

namespace dateline::train {

/// A verdict on an article that was held out.
struct Seen {
    std::string name;            ///< of its type or fact, or "alias"
    std::int32_t margin = 0;     ///< hundredths of a logit
    bool right = false;
};

/// The scale that makes what was seen most probable, near the one `before` where little was seen; that one itself for fewer than 20 verdicts.
judge::Scale scale_of(const std::vector<const Seen*>& seen, judge::Scale before = {});

}  // namespace dateline::train
