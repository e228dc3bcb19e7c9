/// The plugin's word lists as masks over Document::lists.
#pragma once

#include <cstdint>

#include "dateline/plugin.hpp"

namespace dateline::organizations {

struct Words {
    explicit Words(const Host& host);

    std::uint64_t legal_form, head, head_weak, head_faint, head_of, event, place_word, title, verb, body_noun, before_body, after_body, event_cue, function,
        opening, calendar, not_abbreviation, joiner, contact, headline, ordinary, common, given, surname, chinese_surname, place, demonym, known,
        known_word, known_abbreviation, company, domain_ending, common_host, before_name, small, generic_body, channel, state_code, product_noun, owner, alias_cue, renamed_cue, unit, numbered_unit, behind_hyphen, body, form_word, self_standing;
    std::uint64_t heads;               ///< head, head_weak and head_of
    /// Lists whose entries are whole names, and those whose entries may have several words that end where a name begins or ends.
    std::uint32_t known_id, known_word_id, known_abbreviation_id, company_id, press_body_id, legal_form_id, before_body_id, place_id, not_abbreviation_id, demonym_id, generic_body_id, channel_id,
        same_word_id;                  ///< its values are the words that its entries stand for
};

}  // namespace dateline::organizations
