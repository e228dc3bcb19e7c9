#include "reasons.h"

namespace dateline::people {

const std::array<std::string_view, reason_count> reason_names = {
    "one-word", "two-words", "three-words", "more-words", "lone-given", "lone-given-rare", "lone-surname", "lone-surname-rare",
    "lone-chinese", "lone-unknown", "lone-word", "lone-rare-word", "lone-place", "lone-initial", "first-given", "first-given-rare",
    "first-initial", "first-surname", "first-unknown", "first-word", "first-rare-word", "first-place", "first-other", "last-surname",
    "last-surname-rare", "last-given", "last-initial", "last-unknown", "last-word", "last-rare-word", "last-place", "last-other",
    "middle-initial", "middle-unknown", "middle-word", "particle", "particle-first", "suffix", "nickname", "given-surname",
    "chinese-two", "chinese-one", "chinese-western", "chinese-split", "asian-hyphen", "asian-given", "all-name-list", "surname-capitals",
    "all-capitals", "capitals-line", "inner-capital", "after-honorific", "after-title", "after-title-word", "after-speech",
    "after-agent", "after-possessive", "after-preposition", "after-determiner", "after-capital", "after-comma", "after-demonym",
    "after-contact", "after-conjunction", "before-speech", "before-verb", "before-possessive", "before-title", "before-title-line",
    "before-credential", "before-age", "before-parenthesis", "before-capital", "before-organization-word", "before-thing-word",
    "before-title-word", "before-address", "before-number", "before-comma", "before-place", "line-whole", "line-start", "sentence-start",
    "beside-name", "family-of", "given-of", "part-of", "shorter-of", "named-later", "link-family", "link-shorter"};

Reasons::Reasons(const Host& host) {
    for (std::size_t i = 0; i < reason_count; ++i) {
        ids_[i] = host.evidence(reason_names[i]);
    }
}

}  // namespace dateline::people
