/// What a rule cannot do without, so that most rules need not be tried.
#pragma once

#include <span>
#include <vector>

#include "core/lexicon/format.h"

namespace dateline::lexicon {

/// Of each rule, in order: what every way through its program goes over. Linear in the instructions.
std::vector<Needs> needs_of(const Lexicon::Tables& tables);

}  // namespace dateline::lexicon
