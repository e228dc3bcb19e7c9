/// A rule's pattern as parsed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/format.h"
#include "core/lexicon/source.h"

namespace dateline::lexicon {

struct Pattern {
    enum class Kind { atom, sequence, alternatives, repetition, capture, mark, negation };
    Kind kind = Kind::sequence;
    std::size_t at = 0;                ///< where it begins in the source
    Op op = Op::any;                   ///< of an atom
    bool glued = false;                ///< of an atom
    std::uint32_t argument = 0;        ///< of an atom: as in Instruction; of a capture: its name's id
    std::uint32_t least = 0, most = 0; ///< of a repetition
    std::vector<Pattern> parts = {};     ///< one for repetition, capture, mark and negation; of an expression the captures of its groups, without parts
};

/// Whether a pattern can match without taking a token.
bool can_be_empty(const Pattern& pattern);

/// Makes the pattern's first token one that has no white space before it. Throws BuildError when it is not clear which that is.
void glue(Pattern& pattern, const Source& source);

}  // namespace dateline::lexicon
