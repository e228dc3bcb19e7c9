/// A pattern as instructions.
#pragma once

#include <span>
#include <vector>

#include "core/lexicon/format.h"
#include "core/lexicon/pattern.h"

namespace dateline::lexicon {

struct Program {
    std::vector<Instruction> instructions;  ///< the last one accepts
    std::uint32_t join_count = 0;
};

/// The instructions that may take the next token when a program goes on at `from`; and whether it may have matched by then.
struct Next {
    std::vector<std::uint32_t> takers;
    bool accepts = false;
};
Next next_takers(std::span<const Instruction> code, std::uint32_t from);

/// The flags one of which a token has that a shape asks for; 0 for what is no shape.
std::uint32_t shape_flags(Op op);

/// Gives the program's splits their guards, which are added to `guards`.
void add_guards(Program& program, const std::vector<Literal>& literals, std::vector<Guard>& guards);

/// Throws BuildError when there are more than `most_instructions`.
Program compile_pattern(const Pattern& pattern, const Source& source);

}  // namespace dateline::lexicon
