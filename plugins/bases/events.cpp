#include "story.h"

#include <algorithm>

namespace bases {

namespace {
constexpr std::uint32_t object_reach = 14, aux_reach = 4;
}

/// What happened to the sentence's bases, kept until all has been read.
void Story::events() {
    by_lead();
    by_batch();
    for (const dateline_hit* event : sentence_.events) {
        const std::uint32_t token = event->first_token;
        Event told;
        told.type = dateline::view(event->value);
        told.first = token;
        told.past = token + event->token_count;
        told.passive = passive(token);
        const std::uint32_t object = base_after(told.past);
        const bool has_object = object != none && (object_of(*event, object) || (told.type == "signed" && signed_on(*event, object)));
        const bool becomes = scene_->reads(token, "became") || scene_->reads(token, "becomes");
        if (becomes && (!has_object || token == 0 || !scene_->covered(token - 1, words_.base))) continue;
        if (may_not_be(token)) continue;
        if (has_object) {
            if (told.type == "renamed") renamed(base_before(token), object, *event);
            told.base = object;
            told.passive = false;
            told.date = date_of(*event, false);
        } else {
            told.base = base_before(token);
            if (told.base == none || !subject_of(told.base, token)) continue;
            told.next_sentence = told.base == sentence_.goes_on;
            told.date = date_of(*event, !told.passive);
            if (!told.passive && (told.date == none || !stands_alone(token))) continue;
        }
        if (military(told.base) && (told.date == none || (told.type == "approved" && !has_object && !told.passive))) continue;
        if (told.date == none && !made_by(token)) told.date = day_;
        told_.push_back(told);
        if (has_object) also(told, object);
        if (!has_object && told.next_sentence && sentence_.about_all) {
            for (std::uint32_t base : last_bases_) {
                told.base = base;
                if (base != told_.back().base) told_.push_back(told);
            }
        }
    }
}

/// Whether a verb without an auxiliary can tell of the base before: no other subject stands right before it.
bool Story::stands_alone(std::uint32_t token) const {
    if (token == sentence_.first) return true;
    if (scene_->reads(token - 1, ")") && token > sentence_.first + 1 && scene_->covered(token - 2, words_.organization)) return false;
    if (scene_->covered(token - 1, words_.base) || scene_->covered(token - 1, words_.date)) return true;
    const std::uint32_t over = scene_->mention(token - 1);
    if (over != none && mention(over).type == words_.organization && mention(over).first_token > sentence_.first + 1) {
        const std::uint32_t before = mention(over).first_token - 1;
        return scene_->reads(before, "which") || (scene_->reads(before, "the") && scene_->reads(before - 1, "which"));
    }
    return over == none && (scene_->is(token - 1, DATELINE_TOKEN_PUNCTUATION) || scene_->has(token - 1, words_.before_verb | words_.aux));
}

/// Whether "by" follows a word like "built", which then says who and not when.
bool Story::made_by(std::uint32_t token) const {
    constexpr std::uint32_t reach = 5;
    if (!scene_->has(token, words_.agent)) return false;
    for (std::uint32_t at = token + 1; at < sentence_.past && at <= token + reach; ++at) {
        if (scene_->reads(at, "by")) return true;
    }
    return false;
}

/// "closed A Base in 1993 and B Base the year after": the verb's other objects, each with its own date where it has one.
void Story::also(const Event& told, std::uint32_t object) {
    constexpr std::uint32_t gap = 4;
    Event other = told;
    std::uint32_t at = scene_->past(object);
    for (std::uint32_t base : sentence_.bases) {
        const std::uint32_t first = mention(base).first_token;
        if (first < at) continue;
        bool joined = false;
        for (std::uint32_t i = at; i < first; ++i) {
            joined = joined || scene_->reads(i, "and") || scene_->reads(i, ",");
            if (scene_->has(i, words_.event | words_.agent | words_.aux) && scene_->mention(i) == none) return;
        }
        if (!joined || first - at > 2 * gap) return;
        other.base = base;
        for (std::uint32_t date : sentence_.dates) {
            const std::uint32_t on = mention(date).first_token;
            if (on >= scene_->past(base) && on - scene_->past(base) < gap) other.date = date;
        }
        told_.push_back(other);
        at = scene_->past(base);
    }
}

/// Whether a base before a verb can be what it is about: no preposition but "of" stands before the base.
bool Story::subject_of(std::uint32_t base, std::uint32_t token) const {
    if (base == sentence_.goes_on && mention(base).first_token < sentence_.first) return true;
    std::uint32_t at = mention(base).first_token;
    while (at > sentence_.first && (scene_->reads(at - 1, "\"") || scene_->reads(at - 1, "the") || scene_->reads(at - 1, "its"))) --at;
    if (at == sentence_.first || !scene_->has(at - 1, words_.preposition)) return true;
    std::uint32_t past = scene_->past(base);
    if (scene_->reads(past, "\"")) ++past;
    constexpr std::uint32_t close = 2;
    return mention(base).first_token > token || scene_->reads(past, ",") || scene_->reads(past, "(") || token - past < close;
}

/// Whether a base after a verb is its object: only articles, adjectives and "of" stand between.
bool Story::object_of(const dateline_hit& event, std::uint32_t base) const {
    const std::uint32_t from = event.first_token + event.token_count, to = mention(base).first_token;
    if (to - from > object_reach) return false;
    for (std::uint32_t at = from; at < to; ++at) {
        const bool joins = scene_->reads(at, "as") || scene_->reads(at, "for") || (scene_->reads(at, "on") && scene_->reads(event.first_token, "signed"));
        if (scene_->has(at, words_.preposition) && !joins) return false;
        if (scene_->has(at, words_.event | words_.aux) && !scene_->reads(at, "plaque")) return false;
        const bool apposed = at + 3 >= to && (scene_->reads(at, ",") || scene_->reads(at, ":"));
        if (!apposed && (scene_->reads(at, ",") || scene_->reads(at, ";") || scene_->reads(at, "("))) return false;
    }
    return true;
}

/// "signed an agreement in May with Acme on a new site, the Harbour Base": what is signed may stand far behind the verb, after "on".
bool Story::signed_on(const dateline_hit& event, std::uint32_t base) const {
    constexpr std::uint32_t reach = 30, description = 5;
    const std::uint32_t from = event.first_token + event.token_count, to = mention(base).first_token;
    if (to - from > reach) return false;
    for (std::uint32_t at = to; at-- > from && to - at <= description + 3;) {
        if (scene_->reads(at, "on") || scene_->reads(at, "for")) return true;
        if (scene_->has(at, words_.preposition | words_.event)) return false;
    }
    return false;
}

bool Story::passive(std::uint32_t token) const {
    for (std::uint32_t i = 1; i <= aux_reach && token >= sentence_.first + i; ++i) {
        if (scene_->has(token - i, words_.aux)) return true;
        if (scene_->is(token - i, DATELINE_TOKEN_PUNCTUATION)) return false;
    }
    return false;
}

/// "A Base was renamed B Base": one thing.
void Story::renamed(std::uint32_t from, std::uint32_t to, const dateline_hit& event) {
    if (from == none || from == to) return;
    const std::uint32_t past = event.first_token + event.token_count;
    dateline::Link link(DATELINE_LINK_RENAMED, mention(from).candidate, mention(to).candidate, begin(event.first_token), scene_->end_before(past), "bases/renamed");
    output_->add(link.because(evidence_.renamed, begin(event.first_token), scene_->end_before(past)));
}

}  // namespace bases
