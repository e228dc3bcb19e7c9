#include "reasons.h"

namespace dateline::people {

const std::array<std::string_view, reason_count> reason_names = {
    "one-word", "two-words", "three-words", "more-words", "run-given", "run-given-also", "run-surname", "run-surname-word",
    "run-surname-also", "run-rare", "run-rare-also", "run-asian", "run-asian-also", "run-unknown", "run-function", "run-other",
    "titled-given", "titled-given-also", "titled-surname", "titled-surname-word", "titled-surname-also", "titled-rare",
    "titled-rare-also", "titled-asian", "titled-asian-also", "titled-unknown", "titled-function", "titled-other", "speaking-given",
    "speaking-given-also", "speaking-surname", "speaking-surname-word", "speaking-surname-also", "speaking-rare", "speaking-rare-also",
    "speaking-asian", "speaking-asian-also", "speaking-unknown", "speaking-function", "speaking-other", "plain-given",
    "plain-given-also", "plain-surname", "plain-surname-word", "plain-surname-also", "plain-rare", "plain-rare-also", "plain-asian",
    "plain-asian-also", "plain-unknown", "plain-function", "plain-other", "first-given", "first-given-word", "first-given-place",
    "first-given-also", "first-rare", "first-rare-also", "first-initial", "first-asian", "first-asian-also", "first-surname",
    "first-surname-also", "first-syllables", "first-unknown", "first-word", "first-function", "first-particle", "first-other",
    "last-surname", "last-surname-word", "last-surname-place", "last-surname-also", "last-rare", "last-rare-also", "last-asian",
    "last-asian-also", "last-given", "last-given-also", "last-initial", "last-syllables", "last-unknown", "last-word", "last-rare-word",
    "last-other", "middle-initial", "middle-name", "middle-unknown", "middle-also", "particle", "particle-first", "suffix", "nickname",
    "given-surname", "given-place", "doubtful-pair", "chinese-two", "chinese-one", "chinese-western", "chinese-split", "asian-hyphen",
    "asian-given", "surname-capitals", "family-capitals", "all-capitals", "capitals-line", "capitals-line-lone", "inner-capital", "glued", "short-word",
    "after-honorific", "after-title", "after-title-word", "after-speech", "after-agent", "after-possessive", "after-preposition",
    "after-determiner", "after-name", "after-capital", "after-capital-word", "after-comma", "after-demonym", "after-contact",
    "after-conjunction", "after-ampersand", "after-quote", "after-number", "after-thing", "before-speech", "before-verb",
    "before-possessive", "before-title", "before-title-line", "before-credential", "before-age", "before-parenthesis", "before-name",
    "before-capital", "before-capital-word", "before-organization-word", "before-thing-word", "before-title-word", "before-ampersand",
    "before-ampersand-name", "before-hyphen", "before-address", "before-number", "before-comma", "before-place", "line-whole",
    "line-start", "sentence-start", "beside-name", "family-of", "family-of-also", "family-of-place", "given-of", "given-of-also",
    "part-of", "run-namesake", "shorter-of", "named-later", "link-family", "link-shorter", "link-sound"};

Reasons::Reasons(const Host& host) {
    for (std::size_t i = 0; i < reason_count; ++i) {
        ids_[i] = host.evidence(reason_names[i]);
    }
}

}  // namespace dateline::people
