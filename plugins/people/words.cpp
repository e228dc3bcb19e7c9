#include "words.h"

#include "pinyin.h"

namespace dateline::people {

Words::Words(const Host& host)
    : honorific(host.mask("honorific")),
      title(host.mask("title")),
      speech(host.mask("speech")),
      person_verb(host.mask("person-verb")),
      agent(host.mask("agent")),
      possessive(host.mask("possessive")),
      place_preposition(host.mask("place-preposition")),
      determiner(host.mask("determiner")),
      credential(host.mask("credential")),
      particle(host.mask("particle")),
      suffix(host.mask("name-suffix")),
      demonym(host.mask("demonym")),
      conjunction(host.mask("conjunction")),
      contact(host.mask("contact")),
      place(host.mask("place")),
      compound(host.mask("compound")),
      name_abbreviation(host.mask("name-abbreviation")),
      thing_lead(host.mask("thing-lead")),
      given_short_id(host.list("given-short")),
      mappings_{{{host.mask("given"), kind::given},
                 {host.mask("given-rare"), kind::given_rare},
                 {host.mask("surname"), kind::surname},
                 {host.mask("surname-rare"), kind::surname_rare},
                 {host.mask("chinese-surname") | host.mask("chinese-surname-rare"), kind::chinese_surname},
                 {host.mask("family-first"), kind::asian_surname},
                 {host.mask("word-common") | host.mask("contraction"), kind::common_word},
                 {host.mask("word"), kind::rare_word},
                 {honorific | title, kind::title},
                 {demonym, kind::demonym},
                 {host.mask("calendar"), kind::calendar},
                 {host.mask("organization-word"), kind::organization_word},
                 {host.mask("thing-word"), kind::thing_word},
                 {place, kind::place},
                 {suffix, kind::suffix},
                 {host.mask("function-word"), kind::function_word},
                 {host.mask("particle-capital"), kind::capital_particle}}} {
    for (const Mapping& mapping : mappings_) {
        any_ |= mapping.mask;
    }
}

std::uint32_t Words::kind(const Document& document, std::size_t token) const {
    const std::uint64_t lists = document.lists(token);
    std::uint32_t bits = 0;
    if ((lists & any_) != 0) {
        for (const Mapping& mapping : mappings_) {
            bits |= (lists & mapping.mask) != 0 ? mapping.kind : 0;
        }
    }
    if ((bits & (kind::given | kind::surname | kind::capital_particle)) != 0) {
        bits &= ~std::uint32_t{kind::rare_word};  // timothy is a grass
    }
    if ((bits & kind::capital_particle) != 0) {
        bits &= ~std::uint32_t{kind::common_word};
    }
    constexpr std::uint32_t asian = kind::chinese_surname | kind::asian_surname;
    if (document.is(token, DATELINE_TOKEN_ALL_CAPITALS) && (bits & kind::common_word) != 0) {
        return (bits & ~asian) | kind::all_capitals;  // TO, AN, HE in a heading
    }
    const auto add = [&](bool is, std::uint32_t bit) { bits |= is ? bit : 0; };
    // Words of the language are no Chinese names, but for short ones.
    const bool may_be_syllables =
        (bits & (kind::common_word | kind::rare_word | kind::given)) == 0 || document.tokens()[token].folded_length <= 6;
    const int syllables = may_be_syllables ? pinyin_syllables(document.folded(token)) : 0;
    add(syllables == 1, kind::syllable);
    add(syllables == 2, kind::two_syllables);
    add(document.is(token, DATELINE_TOKEN_INITIAL), kind::initial);
    add(document.is(token, DATELINE_TOKEN_ALL_CAPITALS), kind::all_capitals);
    add(document.is(token, DATELINE_TOKEN_INNER_CAPITAL), kind::inner_capital);
    return bits;
}

}  // namespace dateline::people
