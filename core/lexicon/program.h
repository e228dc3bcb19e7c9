/// A pattern as instructions.
#pragma once

#include <vector>

#include "core/lexicon/format.h"
#include "core/lexicon/pattern.h"

namespace dateline::lexicon {

struct Program {
    std::vector<Instruction> instructions;  ///< the last one accepts
    std::uint32_t join_count = 0;
};

/// Throws BuildError when there are more than `most_instructions`.
Program compile_pattern(const Pattern& pattern, const Source& source);

}  // namespace dateline::lexicon
