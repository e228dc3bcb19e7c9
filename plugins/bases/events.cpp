#include "story.h"

#include <algorithm>

namespace bases {

namespace {
constexpr std::uint32_t object_reach = 14, aux_reach = 4, doubt_reach = 12;
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
        if (uncertain(token)) continue;
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

/// Whether the words of the clause before a verb say that it may not come to pass.
bool Story::uncertain(std::uint32_t token) const {
    const std::uint32_t from = token > sentence_.first + doubt_reach ? token - doubt_reach : sentence_.first;
    for (std::uint32_t at = token; at-- > from;) {
        if (scene_->has(at, words_.uncertain) && scene_->mention(at) == none) return true;  // not the month of May
        if (scene_->is(at, DATELINE_TOKEN_PUNCTUATION)) return false;
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

/// Events that no pattern tells, and dates of those that have none, by the words around.
void Story::events_around() {
    constexpr std::int32_t least = 70, sure = 200;
    spans_.clear();
    dates_.clear();
    for (const dateline_hit& hit : scene_->document().hits()) {
        if (hit.list == words_.event_list && scene_->mention(hit.first_token) == none && (spans_.empty() || spans_.back().past <= hit.first_token)) {
            spans_.push_back({hit.first_token, hit.first_token + hit.token_count, none, dateline::view(hit.value)});
        }
    }
    const auto& mentions = scene_->document().mentions();
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].type == words_.date) dates_.push_back({mentions[i].first_token, scene_->past(i), i});
    }
    pairs_.find(Pairs::Kind::date, dates_, dated_);
    pairs_.find(Pairs::Kind::event, spans_, found_);
    std::sort(found_.begin(), found_.end(), [](const Pair& a, const Pair& b) { return a.weight != b.weight ? a.weight > b.weight : a.span < b.span; });
    for (const Pair& pair : found_) {
        if (pair.weight <= least) break;
        const Span& span = spans_[pair.span];
        const bool told = std::any_of(told_.begin(), told_.end(), [&](const Event& event) { return event.type == span.type && key(event.base) == key(pair.base); });
        if (told || told_.size() >= 512 || uncertain(span.first)) continue;
        Event event;
        event.base = pair.base;
        event.type = span.type;
        event.first = span.first;
        event.past = span.past;
        event.date = date_around(pair);
        event.evidence = pair.weight > sure ? evidence_.around_sure : evidence_.around_likely;
        told_.push_back(event);
    }
}

/// The likeliest date of a base in the sentence of an event's word, or beside it.
std::uint32_t Story::date_around(const Pair& pair) const {
    constexpr std::int32_t least = -30;
    const auto& tokens = scene_->document().tokens();
    std::uint32_t best = none;
    std::int32_t weight = least;
    for (const Pair& dated : dated_) {
        const Span& date = dates_[dated.span];
        const std::uint32_t one = tokens[date.first].sentence, other = tokens[spans_[pair.span].first].sentence;
        if (key(dated.base) != key(pair.base) || one > other + 1 || other > one + 1) continue;
        const std::int32_t own = dated.weight + (one == other ? 100 : 0);
        if (own > weight) {
            weight = own;
            best = date.mention;
        }
    }
    return best;
}

/// Emits the events; one without a date, or that something was built, only for a base of which nothing better is told.
void Story::emit_events() {
    for (Event& event : told_) event.name = key(event.base);
    for (std::size_t i = 0; i < told_.size(); ++i) {
        const Event& event = told_[i];
        bool better = false, same = false;
        constexpr std::size_t most = 64;
        for (std::size_t j = i > most ? i - most : 0; j < told_.size() && j < i + most; ++j) {
            if (j == i || told_[j].name != event.name) continue;
            if (told_[j].date != none && event.date == none && event.type == "established") better = true;
            if (told_[j].type == event.type && (told_[j].date != none || event.date == none) && j < i) same = true;
        }
        if (better || same) continue;
        dateline::Fact fact(words_.event_fact, mention(event.base).candidate, begin(event.first), scene_->end_before(event.past), "bases/event");
        fact.because(event.evidence != none ? event.evidence : event.passive ? evidence_.passive : evidence_.active, begin(event.first), scene_->end_before(event.past));
        fact.because(event.date != none ? evidence_.with_date : evidence_.without_date);
        if (event.next_sentence) fact.because(evidence_.in_next_sentence);
        fact.with(words_.event_type, event.type);
        if (event.date != none) {
            fact.with_reference(words_.event_date, mention(event.date).candidate);
        } else {
            fact.with_null(words_.event_date);
        }
        output_->add(fact);
    }
}

}  // namespace bases
