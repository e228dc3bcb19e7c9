/// Folding: what makes two spellings of a word the same in lists and names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::text {

/// Appends the folded form of one word: lower case (full case folding), compatibility forms unified, diacritics gone,
/// typographic quotes, apostrophes, hyphens and en dashes made ASCII. `word` must be valid UTF-8. Idempotent.
void fold(std::string_view word, std::string& out);

/// The hash of a folded word: 64 bits, never 0, the same on every machine (lexicon files hold it). Not for secrets: whoever chooses the words can make two collide.
std::uint64_t hash(std::string_view folded);

}  // namespace dateline::text
