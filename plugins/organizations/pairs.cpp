#include "pairs.h"

#include <string>

namespace dateline::organizations {
namespace {

constexpr std::array<std::array<Reason, 2>, 48> reason_pairs{{
    {Reason::known_body, Reason::strong_document_name},
    {Reason::the_before, Reason::often},
    {Reason::known_body, Reason::often},
    {Reason::title_case, Reason::name_after},
    {Reason::strong_document_name, Reason::strong_leading_form},
    {Reason::head_end, Reason::head_of},
    {Reason::head_end, Reason::known_body},
    {Reason::one_word, Reason::name_before},
    {Reason::short_capitals, Reason::in_domain},
    {Reason::all_ordinary, Reason::name_before},
    {Reason::ordinary_last, Reason::name_after},
    {Reason::ordinary_first, Reason::name_before},
    {Reason::ordinary_last, Reason::document_name},
    {Reason::head_end, Reason::head_first},
    {Reason::known_body, Reason::complete},
    {Reason::head_weak_end, Reason::event_end},
    {Reason::head_end, Reason::name_before},
    {Reason::inner_capital, Reason::number_first},
    {Reason::head_of, Reason::event_end},
    {Reason::unknown_word, Reason::and_after},
    {Reason::one_word, Reason::common_inside},
    {Reason::ordinary_word, Reason::often},
    {Reason::common_inside, Reason::ordinary_word},
    {Reason::head_end, Reason::name_after},
    {Reason::head_of, Reason::and_after},
    {Reason::ordinary_first, Reason::often},
    {Reason::place_first, Reason::place_last},
    {Reason::the_before, Reason::abbreviation_after},
    {Reason::ordinary_word, Reason::leading_form},
    {Reason::short_capitals, Reason::often},
    {Reason::four_words, Reason::strong_document_name},
    {Reason::and_before, Reason::sentence_end},
    {Reason::known_body, Reason::after_comma},
    {Reason::headline_inside, Reason::often},
    {Reason::ordinary_first, Reason::and_before},
    {Reason::two_words, Reason::head_end},
    {Reason::legal_form, Reason::sentence_end},
    {Reason::unknown_word, Reason::and_before},
    {Reason::ordinary_first, Reason::in_domain},
    {Reason::possessive_name_after, Reason::in_domain},
    {Reason::short_capitals, Reason::document_name},
    {Reason::all_ordinary, Reason::title_case},
    {Reason::many_words, Reason::ordinary_last},
    {Reason::four_words, Reason::inner_capital},
    {Reason::after_and, Reason::strong_document_name},
    {Reason::title_case, Reason::colon_after},
    {Reason::two_words, Reason::after_comma},
    {Reason::four_words, Reason::parenthesis_after},
}};

}  // namespace

Pairs::Pairs(const Host& host) {
    for (const auto& [first, second] : reason_pairs) {
        pairs_.push_back({first, second, host.evidence(std::string(name(first)) + "-and-" + std::string(name(second)))});
    }
}

}  // namespace dateline::organizations
