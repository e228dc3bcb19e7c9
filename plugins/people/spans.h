/// Which words of a run may be a person's name.
#pragma once

#include <cstdint>
#include <vector>

#include "runs.h"

namespace dateline::people {

/// Parts [first, end) that may be a name, in the run [run_first, run_end). Indexes into the document's parts.
struct Span {
    std::uint32_t first, end;
    std::uint32_t run_first, run_end;
    std::uint32_t words = 0;           ///< parts that are a word of the name: no particle, suffix or nickname
    std::uint32_t begin_byte = 0, end_byte = 0;
    bool glued = false;                ///< begins or ends inside a word: "Jane DoeDirector"
    std::uint32_t handle = DATELINE_NONE;
};

/// Appends the spans of the run parts[run_first, end of parts): whole stretches of parts that can name, and their beginnings and ends
/// where a word is also something else ("President", "Bank"). At most a handful at each part, so linear in the run.
void add_spans(const Document& document, const std::vector<Part>& parts, std::uint32_t run_first, std::vector<Span>& spans);

}  // namespace dateline::people
