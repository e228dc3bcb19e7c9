#include "story.h"

#include <algorithm>

namespace bases {

namespace {
constexpr std::uint32_t date_reach = 24;  // tokens behind a verb
}

/// Remembers the last day that running text names, before the next sentence is read.
void Story::note_day() {
    constexpr std::uint32_t shortest = 8;
    for (std::uint32_t date : sentence_.dates) {
        const dateline_mention& at = mention(date);
        bool digit = false;
        for (std::uint32_t i = 0; i < at.token_count; ++i) digit = digit || scene_->is(at.first_token + i, DATELINE_TOKEN_HAS_DIGIT);
        const bool day = digit && at.token_count > 1;
        if (day && at.token_count + shortest <= scene_->sentence_end(at.first_token) - scene_->sentence_begin(at.first_token) && !in_dateline(date)) day_ = date;
    }
}

/// Whether a date stands before the dash that ends an agency's place and date line.
bool Story::in_dateline(std::uint32_t date) const {
    constexpr std::uint32_t beginning = 10, reach = 10;
    const std::uint32_t first = mention(date).first_token, begin = scene_->sentence_begin(first);
    if (first - begin > beginning || scene_->has(begin, words_.preposition)) return false;
    const std::uint32_t limit = std::min(scene_->sentence_end(first), scene_->past(date) + reach);
    for (std::uint32_t at = scene_->past(date); at < limit; ++at) {
        if (scene_->reads(at, "—") || (scene_->reads(at, "-") && scene_->is(at, DATELINE_TOKEN_SPACE_BEFORE))) return true;
    }
    return false;
}

/// The date that belongs to a verb: the nearest after it, else the nearest before it, with no other verb between.
std::uint32_t Story::date_of(const dateline_hit& event, bool participle) const {
    const std::uint32_t past = event.first_token + event.token_count;
    std::uint32_t before = none, after = none;
    for (std::uint32_t date : sentence_.dates) {
        if (in_dateline(date)) continue;
        if (mention(date).first_token < event.first_token) before = date;
        if (mention(date).first_token >= past && after == none) after = date;
    }
    if (after != none && (mention(after).first_token - past > date_reach || parted(past, mention(after).first_token))) after = none;
    if (after != none) return after;
    if (participle || before == none) return none;
    const bool opens = mention(before).first_token <= sentence_.first + 2;
    if (!opens && parted(scene_->past(before), event.first_token)) return none;
    return before;
}

/// Whether another event stands between two tokens.
bool Story::parted(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at) {
        if (scene_->has(at, words_.event) && scene_->mention(at) == none && !scene_->has(at, words_.agent)) return true;
        if (scene_->reads(at, ";")) return true;
    }
    return false;
}

}  // namespace bases
