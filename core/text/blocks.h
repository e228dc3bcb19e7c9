/// Plain text into blocks: title, headings, list items, paragraphs.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/text.h"

namespace dateline::text {

/// Appends the blocks of a text whose reader gave none. Blank lines separate; lines in a row are one block when they look like a
/// paragraph that was wrapped at a column, else each is a block.
void find_blocks(std::string_view text, std::vector<dateline_block>& blocks);

}  // namespace dateline::text
