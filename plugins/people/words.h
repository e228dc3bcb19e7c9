/// What the plugin's lists say of a token, as it matters to names.
#pragma once

#include <array>
#include <cstdint>

#include "dateline/plugin.hpp"

namespace dateline::people {

/// What a part of a capitalised run is or may be: bits. The first group makes a name; the second speaks of something else, and stands
/// beside the first where a word is both ("Grace", "Banks").
namespace kind {
enum Bits : std::uint32_t {
    given = 1u << 0,
    given_rare = 1u << 1,
    surname = 1u << 2,
    surname_rare = 1u << 3,
    chinese_surname = 1u << 4,
    asian_surname = 1u << 5,     ///< usual before given names in Hong Kong, Taiwan, Korea, Vietnam
    syllable = 1u << 6,          ///< one pinyin syllable
    two_syllables = 1u << 7,
    hyphenated = 1u << 8,        ///< Ing-wen, Jean-Claude
    capital_particle = 1u << 14, ///< Al Nahyan, De Blasio
    lower_second = 1u << 13,     ///< Ing-wen: hyphenated, with a small letter after the hyphen
    initial = 1u << 9,
    particle = 1u << 10,
    suffix = 1u << 11,
    nickname = 1u << 12,         ///< between quotation marks or parentheses

    common_word = 1u << 16,
    rare_word = 1u << 17,
    function_word = 1u << 24,    ///< An, He, To: a word of grammar before all
    title = 1u << 18,
    demonym = 1u << 19,
    calendar = 1u << 20,
    organization_word = 1u << 21,
    thing_word = 1u << 22,
    place = 1u << 23,

    all_capitals = 1u << 28,
    inner_capital = 1u << 29
};
constexpr std::uint32_t on_name_list = given | given_rare | surname | surname_rare | chinese_surname | asian_surname;
constexpr std::uint32_t name_form = on_name_list | syllable | two_syllables | initial | particle | capital_particle | suffix | nickname;
constexpr std::uint32_t something_else =
    common_word | rare_word | title | demonym | calendar | organization_word | thing_word | place;
}  // namespace kind

/// The lists as masks.
struct Words {
    explicit Words(const Host& host);

    /// The kind of a capitalised word.
    std::uint32_t kind(const Document& document, std::size_t token) const;

    std::uint64_t honorific, title, speech, person_verb, agent, possessive, place_preposition, determiner, credential, particle, suffix,
        demonym, conjunction, contact, place, compound, name_abbreviation, thing_lead;
    std::uint32_t given_short_id;  ///< list whose entries have the full given name as value

private:
    struct Mapping {
        std::uint64_t mask;
        std::uint32_t kind;
    };
    std::array<Mapping, 17> mappings_;
    std::uint64_t any_ = 0;       // of the mappings' masks
};

}  // namespace dateline::people
