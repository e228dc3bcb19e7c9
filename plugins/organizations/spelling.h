/// Compares words and names by their letters.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::organizations {

/// Whether two folded words are spellings of one name in another romanisation (Marsa, Marssa): the same first letter, at least four
/// letters, and one letter more, less or other. Equal words are none.
bool is_other_spelling(std::string_view one, std::string_view other);

}  // namespace dateline::organizations
