/// Line breaks that an article lost on its way to us: "Contact DetailsAcme", "About AcmeAcme is a firm".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/text.h"

namespace dateline::text {

/// Where a break was lost inside a token, in bytes, ascending. A capital inside a word is no reason: the other words of the document must show that
/// two lines met (the piece behind goes on as it does elsewhere, the piece before ends as it does elsewhere, or one is said twice), or the piece is a
/// word of contact blocks. A word that the document writes more than once is a name as it stands. O(n log n) in the tokens, O(n) where no word
/// has an inner capital. Throws nothing but std::bad_alloc.
std::vector<std::uint32_t> find_lost_breaks(std::string_view text, const std::vector<dateline_token>& tokens);

}  // namespace dateline::text
