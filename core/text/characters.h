/// What a code point is to the tokenizer, and grapheme clusters.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::text {

enum class CharacterClass : std::uint8_t {
    space,        ///< white space and control characters
    letter,
    digit,        ///< decimal digits of any script
    han,
    mark,         ///< combining, alone
    ignorable,    ///< invisible: soft hyphen, joiners, direction marks
    punctuation   ///< all else, symbols and emoji too
};

enum class LetterCase : std::uint8_t { none, lower, upper };

struct CharacterKind {
    CharacterClass character_class;
    LetterCase letter_case;
};
CharacterKind kind_of(char32_t code_point);

/// A grapheme cluster (UAX #29) that begins at some byte: where it ends, and what its base is.
struct Cluster {
    std::uint32_t end;
    CharacterKind kind;
};

/// Precondition: valid UTF-8, begin < end, a cluster boundary at `begin` and a character boundary at `end`, which also ends a cluster.
Cluster cluster_at(std::string_view text, std::uint32_t begin, std::uint32_t end);

/// Whether the character whose first byte is `lead` might belong to the cluster of an ASCII character before it (CR LF aside).
/// Nothing below U+0300 does.
inline bool may_join_ascii(unsigned char lead) {
    return lead >= 0xCC;
}

}  // namespace dateline::text
