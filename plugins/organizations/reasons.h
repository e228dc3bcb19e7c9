/// The evidences of data/evidence.tsv by name: what may speak for or against a span.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "dateline/plugin.hpp"

namespace dateline::organizations {

enum class Reason : std::uint8_t {
    // what it is made of
    capitalised, one_word, two_words, four_words, many_words, legal_form, legal_form_inside, head_end, head_alone, head_weak_end, head_faint_end, head_inside, head_first, head_of,
    event_end, place_word_end, title_inside, title_first, title_first_of_body, title_last, calendar_inside, ordinary_first, ordinary_last, all_ordinary, none_ordinary,
    common_inside, unknown_word, ordinary_word, place_all, place_first, place_last, demonym_all, demonym_first, given_first, surname_last, person_like,
    chinese_name_like, surname_word, all_capitals, short_capitals, not_abbreviation, inner_capital, has_digit, domain, domain_address, ampersand, joined_and, joined_words, words_in_body, and_in_body,
    joined_of, joined_for, for_in_body, joined_in, joined_possessive, joined_owner,
    joined_comma, comma_in_body, joined_parenthesis, joined_local, firm, branch, numbered, possessive_end, possessive_ends, joined_own, small_word_first, slash, hyphen, known_body, known_name, known_word, known_abbreviation,
    listed_company, press_body, known_part, generic_body, channel, state_code, opening_first, headline_inside, number_first, small_first, title_case, capitals,
    // where it begins and ends
    name_before, name_after, joint_before, of_after, and_after, for_after, joint_after, legal_form_after, hyphen_before, hyphen_after, dot_after,
    possessive_before, possessive_name_after, owner_after, owner_before, joint_the_before, and_before, words_before, words_after, words_after_body, complete,
    // what stands around it
    the_before, a_before, after_at, after_by, after_with, after_from, after_in, after_of, after_for, after_to, after_and, after_comma, after_colon,
    after_parenthesis, after_dash, quoted, defined_in_quotes, defined_short_name, in_parentheses, exchange_code, abbreviates_other, abbreviates_before, title_before, honorific_before, title_of_before, field_of_title, cue_before,
    noun_before, event_cue_before, contact_before, about_heading, opens_document, line_alone, line_start, sentence_start, verb_after, possessive_after, owns_after, noun_after,
    ticker_after, abbreviation_after, apposition_after, is_body_after, title_after, comma_after, and_word_after, number_after, headline_verb_after, comma_place_after,
    in_place_after, parenthesis_after, trademark_after, product_noun_after, colon_after, dash_after, sentence_end, lower_after,
    // what the document says of the name
    repeated, often, document_name, strong_document_name, sure_document_name, main_name, second_name, leading_form, strong_leading_form, inner_form, other_spelling, initials, defined_abbreviation, in_domain,
    lower_elsewhere, glued, person_elsewhere, body_beside, brand, count_
};
constexpr std::size_t reason_count = static_cast<std::size_t>(Reason::count_);

/// The name of a reason in evidence.tsv.
std::string_view name(Reason reason);

/// How much a reason tells that a body is named, roughly: what the names of the document are found by, before anything is weighed.
std::int32_t points(Reason reason);

/// A reason for a span, and the tokens that it points at.
struct Given {
    Reason reason;
    std::uint32_t first, end;
};

/// The ids that the host gave.
struct ReasonIds {
    explicit ReasonIds(const Host& host);
    std::uint32_t operator[](Reason reason) const { return ids[static_cast<std::size_t>(reason)]; }
    std::array<std::uint32_t, reason_count> ids{};
};

}  // namespace dateline::organizations
