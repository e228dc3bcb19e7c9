#include "page.h"

#include <algorithm>

namespace dateline::organizations {
Page::Page(const Document& document, const Words& words, std::vector<Mark>& marks)
    : document_(document), words_(words), size_(static_cast<std::uint32_t>(document.tokens().size())), marks_(marks) {
    marks.assign(size_ + 1, Mark());
    mark_hits(marks);
}

void Page::mark_hits(std::vector<Mark>& marks) const {
    for (const dateline_hit& hit : document_.hits()) {
        Mark& mark = marks[hit.first_token];
        const auto count = static_cast<std::uint8_t>(hit.token_count);
        if (hit.list == words_.legal_form_id) {
            mark.legal_form = count;
        } else if (hit.list == words_.before_body_id) {
            marks[hit.first_token + hit.token_count].after_cue = true;
        } else if (hit.list == words_.known_id || hit.list == words_.known_word_id) {
            mark.known_word = count >= mark.known ? hit.list == words_.known_word_id : mark.known_word;
            mark.known = std::max(mark.known, count);
        } else if (hit.list == words_.press_body_id) {
            mark.press = count;
        } else if (hit.list == words_.company_id) {
            mark.company = count;
        } else if (hit.list == words_.known_abbreviation_id) {
            mark.abbreviation = count;
        } else if (hit.list == words_.generic_body_id) {
            mark.generic = count;
        } else if (hit.list == words_.channel_id) {
            mark.channel = count;
        } else if (hit.list == words_.place_id || hit.list == words_.demonym_id) {
            mark.place = std::max(mark.place, count);
        }
    }
}

bool Page::joins_words(std::uint32_t token) const {
    if (token == 0) {
        return false;
    }
    const std::uint32_t left = at(token - 1, ',') ? token - 2 : token - 1;
    const std::uint32_t right = folded(token + 1) == "and" ? token + 2 : token + 1;
    const std::uint64_t names = words_.place | words_.demonym | words_.given | words_.known | words_.company;
    const std::uint64_t plain = words_.ordinary | words_.head_weak | words_.head_faint | words_.head;
    return in(left, plain) && !in(left, words_.body | words_.legal_form) && in(right, plain) && !in(right, names);
}

}  // namespace dateline::organizations
