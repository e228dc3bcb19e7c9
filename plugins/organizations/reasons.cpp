#include "reasons.h"

#include <string>

namespace dateline::organizations {
namespace {

struct Entry {
    std::string_view name;
    std::int32_t points;
};

// In the order of the enumeration.
constexpr std::array<Entry, reason_count> entries{{
    {"capitalised", 0}, {"one-word", 0}, {"two-words", 0}, {"four-words", 0}, {"many-words", 0}, {"legal-form", 4},
    {"legal-form-inside", 0}, {"head-end", 2}, {"head-alone", 1}, {"head-weak-end", 1}, {"head-faint-end", 0}, {"head-inside", 0},
    {"head-first", 0}, {"head-of", 2}, {"event-end", -2}, {"place-word-end", -2}, {"title-inside", -1}, {"title-first", -2},
    {"title-first-of-body", 0}, {"title-last", -1}, {"calendar-inside", -3}, {"ordinary-first", 0}, {"ordinary-last", 0},
    {"all-ordinary", 0}, {"none-ordinary", 0}, {"common-inside", 0}, {"unknown-word", 0}, {"ordinary-word", -1}, {"place-all", -3},
    {"place-first", 0}, {"place-last", 0}, {"demonym-all", -3}, {"demonym-first", 0}, {"given-first", 0}, {"surname-last", 0},
    {"person-like", -2}, {"chinese-name-like", -1}, {"surname-word", 0}, {"all-capitals", 0}, {"short-capitals", 0},
    {"not-abbreviation", -3}, {"inner-capital", 1}, {"has-digit", 0}, {"domain", 2}, {"domain-address", 0}, {"ampersand", 0},
    {"joined-and", 0}, {"joined-words", 0}, {"words-in-body", 0}, {"and-in-body", 0}, {"joined-of", 0}, {"joined-for", 0}, {"for-in-body", 0}, {"joined-in", 0},
    {"joined-possessive", 0}, {"joined-owner", 0}, {"joined-comma", 0}, {"comma-in-body", 0}, {"joined-parenthesis", 0}, {"joined-local", 0}, {"firm", 2},
    {"branch", 0}, {"numbered", 0}, {"possessive-end", -1}, {"possessive-ends", 0}, {"joined-own", 0}, {"small-word-first", 0}, {"slash", 0}, {"hyphen", 0},
    {"known-body", 3}, {"known-name", 3}, {"known-word", 1}, {"known-abbreviation", 2}, {"listed-company", 2}, {"press-body", 2}, {"known-part", -2}, {"generic-body", -4},
    {"channel", -2}, {"state-code", -4}, {"opening-first", 0}, {"headline-inside", -1}, {"number-first", 0}, {"small-first", 0},
    {"title-case", 0}, {"capitals", 0}, {"name-before", -1}, {"name-after", -1}, {"joint-before", 0}, {"of-after", 0}, {"and-after", 0},
    {"for-after", 0}, {"joint-after", 0}, {"legal-form-after", -2}, {"hyphen-before", 0}, {"hyphen-after", 0}, {"dot-after", 0},
    {"possessive-before", 0}, {"possessive-name-after", -1}, {"owner-after", -3}, {"owner-before", -2}, {"joint-the-before", 0},
    {"and-before", 0}, {"words-before", -1}, {"words-after", -1}, {"words-after-body", -1}, {"complete", 0}, {"the-before", 0}, {"a-before", 0}, {"after-at", 1},
    {"after-by", 1}, {"after-with", 0}, {"after-from", 0}, {"after-in", 0}, {"after-of", 0}, {"after-for", 0}, {"after-to", 0},
    {"after-and", 0}, {"after-comma", 0}, {"after-colon", 0}, {"after-parenthesis", 0}, {"after-dash", 0}, {"quoted", -1},
    {"defined-in-quotes", 1}, {"defined-short-name", 3}, {"in-parentheses", 0}, {"exchange-code", -4}, {"abbreviates-other", -2}, {"abbreviates-before", 1},
    {"title-before", -2}, {"honorific-before", -3}, {"title-of-before", 2}, {"field-of-title", -2}, {"cue-before", 1}, {"noun-before", 1}, {"event-cue-before", -1},
    {"contact-before", 1}, {"about-heading", 4}, {"opens-document", 0}, {"line-alone", 0}, {"line-start", 0}, {"sentence-start", 0},
    {"verb-after", 1}, {"possessive-after", 0}, {"owns-after", 1}, {"noun-after", 1}, {"ticker-after", 4}, {"abbreviation-after", 2},
    {"apposition-after", 2}, {"is-body-after", 2}, {"title-after", 1}, {"comma-after", 0}, {"and-word-after", 0}, {"number-after", -1},
    {"headline-verb-after", 1}, {"comma-place-after", 0}, {"in-place-after", 0}, {"parenthesis-after", 0}, {"trademark-after", -1},
    {"product-noun-after", -1}, {"colon-after", 0}, {"dash-after", 0}, {"sentence-end", 0}, {"lower-after", 0}, {"repeated", 0},
    {"often", 0}, {"document-name", 0}, {"strong-document-name", 0}, {"sure-document-name", 0}, {"main-name", 0}, {"second-name", 0}, {"leading-form", 0}, {"strong-leading-form", 0}, {"inner-form", 0},
    {"other-spelling", 0}, {"initials", 0}, {"defined-abbreviation", 0}, {"in-domain", 3}, {"lower-elsewhere", 0}, {"glued", 0},
    {"person-elsewhere", 0}, {"body-beside", 0}, {"brand", 2},
}};

}  // namespace

std::string_view name(Reason reason) {
    return entries[static_cast<std::size_t>(reason)].name;
}

std::int32_t points(Reason reason) {
    return entries[static_cast<std::size_t>(reason)].points;
}

ReasonIds::ReasonIds(const Host& host) {
    for (std::size_t i = 0; i < reason_count; ++i) {
        ids[i] = host.evidence(entries[i].name);
    }
}

}  // namespace dateline::organizations
