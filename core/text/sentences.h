/// Tokens into sentences.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/analysis.h"

namespace dateline::text {

/// Appends the sentences of one block, whose tokens are the last ones, from `first_token` on; sets their flags and indices, and the
/// block's sentence range.
void find_sentences(std::string_view text, std::uint32_t block, std::uint32_t first_token, Analysis& analysis);

}  // namespace dateline::text
