#include "reasons.h"

namespace dateline::people {

const std::array<std::string_view, reason_count> reason_names = {
    "one-word", "two-words", "three-words", "more-words", "lone-given", "lone-given-also", "lone-surname", "lone-surname-word",
    "lone-surname-also", "lone-rare", "lone-rare-also", "lone-asian", "lone-asian-also", "lone-unknown", "lone-other", "first-given",
    "first-given-word", "first-given-place", "first-given-also", "first-rare", "first-rare-also", "first-initial", "first-asian",
    "first-asian-also", "first-surname", "first-surname-also", "first-syllables", "first-unknown", "first-word", "first-other",
    "last-surname", "last-surname-word", "last-surname-place", "last-surname-also", "last-rare", "last-rare-also", "last-asian",
    "last-asian-also", "last-given", "last-given-also", "last-initial", "last-syllables", "last-unknown", "last-word", "last-other",
    "middle-initial", "middle-name", "middle-unknown", "middle-also", "particle", "particle-first", "suffix", "nickname",
    "given-surname", "doubtful-pair", "chinese-two", "chinese-one", "chinese-western", "chinese-split", "asian-hyphen", "asian-given",
    "surname-capitals", "all-capitals", "capitals-line", "inner-capital", "short-word", "after-honorific", "after-honorific-alone",
    "after-honorific-also", "after-title", "after-title-word", "after-speech", "after-agent", "after-possessive", "after-preposition",
    "after-determiner", "after-capital", "after-capital-word", "after-comma", "after-demonym", "after-contact", "after-conjunction",
    "after-ampersand", "after-quote", "after-number", "before-speech", "before-verb", "before-possessive", "before-title",
    "before-title-line", "before-credential", "before-age", "before-parenthesis", "before-capital", "before-capital-word",
    "before-organization-word", "before-thing-word", "before-title-word", "before-ampersand", "before-hyphen", "before-address",
    "before-number", "before-comma", "before-place", "alone", "line-whole", "line-start", "sentence-start", "beside-name", "family-of",
    "family-of-also", "given-of", "given-of-also", "part-of", "shorter-of", "named-later", "link-family", "link-shorter"};

Reasons::Reasons(const Host& host) {
    for (std::size_t i = 0; i < reason_count; ++i) {
        ids_[i] = host.evidence(reason_names[i]);
    }
}

}  // namespace dateline::people
