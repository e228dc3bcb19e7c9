#include "story.h"

#include <algorithm>

namespace bases {

/// Notes a line that tells of the bases listed below it; a longer one that tells nothing ends what was noted.
void Story::note_lead() {
    constexpr std::uint32_t heading_words = 6, item_words = 4;
    const std::uint32_t length = sentence_.past - sentence_.first;
    std::uint32_t named = 0;
    for (std::uint32_t base : sentence_.bases) named += mention(base).token_count;
    item_ = named > 0 && length <= named + item_words;
    if (!sentence_.bases.empty()) return;
    Lead lead;
    if (announces(lead)) {
        lead_ = lead;
    } else if (length <= heading_words && !sentence_.events.empty()) {
        const dateline_hit& event = *sentence_.events.back();
        lead_ = {.type = dateline::view(event.value), .first = event.first_token, .past = event.first_token + event.token_count, .heading = true};
    } else if (length > 4 * heading_words) {
        lead_ = {};
    }
}

/// "The following bases were approved on May 3:": a sentence without a base, with an event and a word for several of them.
bool Story::announces(Lead& lead) const {
    bool several = false;
    const dateline_hit* event = sentence_.events.empty() ? nullptr : sentence_.events.back();
    for (std::uint32_t token = sentence_.first; token < sentence_.past; ++token) {
        if (!scene_->has(token, words_.listing) || scene_->mention(token) != none) continue;
        const dateline_hit* hit = scene_->hit(token, words_.listing_list);
        several = several || hit == nullptr || dateline::view(hit->value).empty() || scene_->reads(token, "batch");
        if (hit != nullptr && !dateline::view(hit->value).empty()) event = hit;
    }
    if (!several || event == nullptr || may_not_be(event->first_token)) return false;
    lead = {.type = dateline::view(event->value), .first = event->first_token, .past = event->first_token + event->token_count, .date = date_of(*event, false)};
    if (lead.date == none) lead.date = day_;
    return true;
}

/// Whether the sentence begins with a base in a line of its own, behind a number or a dash at most.
bool Story::listed() const {
    constexpr std::uint32_t most_before = 5;
    if (sentence_.bases.empty()) return false;
    const std::uint32_t first = mention(sentence_.bases.front()).first_token;
    for (std::uint32_t at = first; first - at <= most_before; --at) {
        if (scene_->starts_line(at)) return true;
        if (at == 0 || scene_->is(at - 1, DATELINE_TOKEN_LOWER)) return false;
    }
    return false;
}

/// "They are: A Base, B Base and C Base"
bool Story::enumerates() const {
    if (sentence_.bases.size() < 2) return false;
    std::uint32_t at = mention(sentence_.bases.front()).first_token;
    while (at > sentence_.first && (scene_->reads(at - 1, "\"") || scene_->reads(at - 1, "the"))) --at;
    return at > sentence_.first && (scene_->reads(at - 1, ":") || scene_->reads(at - 1, "are"));
}

/// Bases in a list below "Plaque unveiled" or "The following were approved:", with the date of their own line or the next.
void Story::by_lead() {
    if (lead_.type.empty() || !sentence_.events.empty()) return;
    const bool dated = !sentence_.dates.empty(), all = enumerates();
    Event told;
    told.type = lead_.type;
    told.date = dated ? sentence_.dates.front() : lead_.date;
    told.first = lead_.first;
    told.past = lead_.past;
    told.evidence = evidence_.listed;
    if (lead_.heading && !dated) return;
    if (lead_.heading && sentence_.bases.empty() && item_) {
        told.base = sentence_.goes_on;
        if (told.base != none) told_.push_back(told);
    } else if (all || (lead_.heading && !sentence_.bases.empty()) || listed()) {
        for (std::size_t i = 0; i < (all ? sentence_.bases.size() : 1); ++i) {
            told.base = sentence_.bases[i];
            told_.push_back(told);
        }
    }
}

/// "announced the first batch of bases: A Base, B Base": each of them is approved.
void Story::by_batch() {
    constexpr std::uint32_t reach = 10;
    if (sentence_.bases.empty()) return;
    const std::uint32_t end = mention(sentence_.bases.front()).first_token;
    for (std::uint32_t token = sentence_.first; token < end; ++token) {
        if (!scene_->reads(token, "batch") && !scene_->reads(token, "group")) continue;
        bool bases = false;
        for (std::uint32_t at = token; at < end && at < token + reach; ++at) bases = bases || scene_->reads(at, "bases");
        if (!bases) continue;
        Event told;
        told.type = "approved";
        told.first = token;
        told.past = token + 1;
        told.passive = true;
        for (std::uint32_t date : sentence_.dates) {
            if (mention(date).first_token < end && !in_dateline(date)) told.date = date;
        }
        if (told.date == none) told.date = day_;
        for (std::uint32_t base : sentence_.bases) {
            told.base = base;
            told_.push_back(told);
        }
        return;
    }
}

}  // namespace bases
