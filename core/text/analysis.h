/// Text into blocks, sentences and tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/text.h"

namespace dateline::text {

/// What analysis makes of a text. All offsets are bytes in it; `folded` holds the folded forms of all tokens.
/// Reused from document to document, so that its memory is allocated once a worker.
struct Analysis {
    std::string folded;
    std::vector<dateline_block> blocks;
    std::vector<dateline_sentence> sentences;
    std::vector<dateline_token> tokens;

    void clear();
};

/// Fills in sentences and tokens of `text`, which must be valid UTF-8 without NUL, at most 4 GiB - 1 bytes. Blocks that are
/// there already (from a reader) are kept; when there are none, blank lines, lone lines and hard wrapping make them.
/// A block in which a line break got lost (lost_breaks.h) becomes two.
/// Linear in the text. Throws nothing but std::bad_alloc.
void analyse(std::string_view text, Analysis& analysis);

}  // namespace dateline::text
