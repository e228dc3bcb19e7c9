/// The text that the reader gives: the blocks that are main text, one below the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "blocks.h"

namespace html {

struct Text {
    std::string text;
    std::vector<dateline_block> blocks;  ///< the source as bytes of the decoded page
};

/// Blocks with a score above 0, and the headline if it is none of them. Cells of a row become one block, parted by tabs.
Text text_of(const Blocks& page, const std::vector<std::int32_t>& scores, std::string_view title, std::string_view decoded);

}  // namespace html
