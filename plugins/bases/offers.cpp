// What may be said of a base: all that patterns read and that stands beside it, with the choice of dates. The judge decides by the reasons and the words around.
#include <algorithm>
#include <map>
#include <string>

#include "story.h"

namespace bases {

namespace {
constexpr std::size_t most_offers = 3000;  // of either kind, in a document
constexpr std::size_t most_home = 64;      // names of bases
constexpr std::uint32_t cue_reach = 30, doubt_reach = 12, most_dates = 8;

// The place of a thing among those met, from 1 on.
template <class Thing>
std::uint32_t number(std::vector<Thing>& met, Thing thing) {
    const auto found = std::find(met.begin(), met.end(), thing);
    const auto place = static_cast<std::uint32_t>(found - met.begin());
    if (found == met.end()) met.push_back(thing);
    return place + 1;
}
}  // namespace

/// Organizations that patterns tie to a base, all others near it, and those that the whole text is about.
void Story::offer_organizations() {
    std::vector<Span> spans;
    find_organizations(spans);
    std::vector<Pair> pairs;
    pairs_.find(spans, pairs);
    bodies_met_.clear();
    for (const Tie& tie : ties_) offer(tie);
    for (std::size_t i = 0; i < std::min(pairs.size(), most_offers); ++i) {
        const std::uint32_t base = pairs[i].base;
        const Span& span = spans[pairs[i].span];
        const Tie near{base, span.mention, span.is_generic ? span.first : none, relation_of(base, span),
                       evidence_.near, mention(base).first_token, scene_->past(base), "bases/around"};
        const auto read = ties_.begin() + static_cast<std::ptrdiff_t>(std::min(ties_.size(), most_offers));
        if (std::none_of(ties_.begin(), read, [&](const Tie& tie) { return tie.says_the_same(near); })) offer(near);
    }
    offer_home(spans);
}

/// Names of organizations and generic words that mean one, in text order.
void Story::find_organizations(std::vector<Span>& spans) const {
    constexpr std::uint64_t generic = 0x9E3779B97F4A7C15u;  // stands for itself beside the name
    for (std::uint32_t token = 0; token < scene_->size();) {
        const std::uint32_t over = scene_->mention(token), past = over == none ? token + 1 : scene_->past(over);
        if (over != none && mention(over).type == words_.organization) {
            spans.push_back({.first = token, .past = past, .name = known_as(over), .mention = over});
        } else if (over == none && bodies_.at(*scene_, token)) {
            const std::uint32_t meant = bodies_.find(*scene_, token);
            if (meant != none) spans.push_back({.first = token, .past = past, .name = known_as(meant) ^ generic, .mention = meant, .is_generic = true});
        }
        token = past;
    }
}

/// The first organization of the text and the one that it names most often, for each name of a base.
void Story::offer_home(const std::vector<Span>& spans) {
    std::map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> named;  // how often, and where first
    for (const Span& span : spans) {
        if (!span.is_generic) ++named.try_emplace(span.name, 0, span.mention).first->second.first;
    }
    if (named.empty()) return;
    const auto most = std::max_element(named.begin(), named.end(), [](const auto& a, const auto& b) {
        return std::pair(a.second.first, b.second.second) < std::pair(b.second.first, a.second.second);
    });
    const auto first = std::find_if(spans.begin(), spans.end(), [](const Span& span) { return !span.is_generic; });
    std::vector<std::uint64_t> done;
    for (std::uint32_t base = 0; base < scene_->document().mentions().size() && done.size() < most_home; ++base) {
        if (mention(base).type != words_.base || std::find(done.begin(), done.end(), key(base)) != done.end()) continue;
        done.push_back(key(base));
        for (const std::uint32_t home : {first->mention, most->second.second}) {
            const std::uint32_t evidence = home == first->mention ? evidence_.first_of_document : evidence_.most_often_named;
            offer({base, home, none, "hosted-by", evidence, mention(home).first_token, scene_->past(home), "bases/home", true});
            if (most->second.second == first->mention) break;
        }
    }
}

void Story::offer(const Tie& tie) {
    const std::uint32_t place = tie.by_whole_text ? tie.base : tie.organization;
    const std::uint32_t from = tie.word != none ? tie.word : mention(place).first_token, to = tie.word != none ? tie.word + 1 : scene_->past(place);
    dateline::Fact fact(words_.organization_fact, mention(tie.base).candidate, begin(from), scene_->end_before(to), tie.rule);
    fact.rival_of_name(number(bodies_met_, known_as(tie.organization)));
    fact.because(tie.evidence, begin(tie.first), scene_->end_before(tie.past));
    if (tie.word != none) fact.because(evidence_.generic, begin(from), scene_->end_before(to));
    if (share_a_word(tie.base, tie.organization)) fact.because(evidence_.shares_a_word);
    say_where(tie.base, {.first = from, .past = to}, fact);
    fact.with_reference(words_.organization_field, mention(tie.organization).candidate).with(words_.relation_field, tie.relation);
    output_->add(fact);
}

/// By a participle, a verb or a cue between the two or in front of the organization.
std::string_view Story::relation_of(std::uint32_t base, const Span& organization) const {
    constexpr std::uint32_t before = 6;
    std::uint32_t from = std::min(scene_->past(base), organization.first), to = std::max(mention(base).first_token, organization.first);
    if (to - from > cue_reach) from = to - std::min(to, before);
    for (std::uint32_t token = from; token < to; ++token) {
        if (scene_->mention(token) != none) continue;
        for (const std::uint32_t list : {words_.agent_list, words_.active_list, words_.cue_list}) {
            if (const dateline_hit* hit = scene_->hit(token, list); hit != nullptr) return dateline::view(hit->value);
        }
        if (scene_->reads(token, "with")) return "partner";
    }
    return "hosted-by";
}

bool Story::share_a_word(std::uint32_t base, std::uint32_t organization) const {
    for (std::uint32_t i = mention(base).first_token; i < scene_->past(base); ++i) {
        if (scene_->has(i, words_.preposition | words_.base_word) || !scene_->is(i, DATELINE_TOKEN_CAPITAL)) continue;
        for (std::uint32_t k = mention(organization).first_token; k < scene_->past(organization); ++k) {
            if (scene_->document().folded(i) == scene_->document().folded(k)) return true;
        }
    }
    return false;
}

/// What tells of the place of a fact beside its base.
void Story::say_where(std::uint32_t base, const Span& span, dateline::Fact& fact) const {
    if (pairs_.is_only_base()) fact.because(evidence_.only_base);
    if (pairs_.is_nearer_to_another(base, span)) fact.because(evidence_.other_base_nearer);
    if (military(base)) fact.because(evidence_.of_armed_forces);
}

/// What patterns read of events, and all other words for events near a base.
void Story::offer_events() {
    std::vector<Span> spans;
    for (const dateline_hit& hit : scene_->document().hits()) {
        if (hit.list == words_.event_list && scene_->mention(hit.first_token) == none && (spans.empty() || spans.back().past <= hit.first_token)) {
            spans.push_back({.first = hit.first_token, .past = hit.first_token + hit.token_count, .name = hit.first_token, .type = dateline::view(hit.value)});
        }
    }
    std::vector<Pair> pairs;
    pairs_.find(spans, pairs);
    types_met_.clear();
    offers_ = 0;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> read;
    for (const Event& event : told_) {
        offer(event);
        read.emplace_back(key(event.base), event.first);
    }
    std::sort(read.begin(), read.end());
    for (const Pair& pair : pairs) {
        const Span& span = spans[pair.span];
        if (offers_ >= most_offers) break;
        if (std::binary_search(read.begin(), read.end(), std::pair{key(pair.base), span.first})) continue;
        offer({.base = pair.base, .type = span.type, .first = span.first, .past = span.past, .evidence = evidence_.near});
    }
}

void Story::offer(const Event& event) {
    std::vector<std::uint32_t> dates;
    if (offers_ < most_offers) find_dates(event, dates);
    if (std::find(dates.begin(), dates.end(), event.date) == dates.end()) dates.push_back(event.date);
    if (event.date != none) dates.push_back(none);
    for (const std::uint32_t date : dates) offer(event, date);
    offers_ += dates.size();
}

/// The nearest ones of the sentences of an event and of its base, and of those beside.
void Story::find_dates(const Event& event, std::vector<std::uint32_t>& dates) const {
    const auto& tokens = scene_->document().tokens();
    const std::uint32_t own = tokens[event.first].sentence, of_base = tokens[mention(event.base).first_token].sentence;
    const auto behind = std::lower_bound(dates_.begin(), dates_.end(), event.first,
                                         [this](std::uint32_t date, std::uint32_t token) { return mention(date).first_token < token; });
    const auto take = [&](std::uint32_t date) {
        const std::uint32_t sentence = tokens[mention(date).first_token].sentence;
        const bool close = sentence + 1 >= own && sentence <= own + 1;
        if (close || sentence == of_base) dates.push_back(date);
        return close;
    };
    for (auto at = behind; at != dates_.end() && dates.size() < most_dates / 2 && take(*at);) ++at;
    for (auto at = behind; at != dates_.begin() && dates.size() < most_dates && take(*(at - 1));) --at;
    if (dates.empty() && behind != dates_.begin()) dates.push_back(*(behind - 1));
    if (!dates_.empty() && std::find(dates.begin(), dates.end(), dates_.front()) == dates.end()) dates.push_back(dates_.front());
}

void Story::offer(const Event& event, std::uint32_t date) {
    const std::string rule = "bases/" + std::string(event.type);
    const std::uint32_t from = begin(event.first), to = scene_->end_before(event.past);
    dateline::Fact fact(words_.event_fact, mention(event.base).candidate, from, to, rule);
    fact.rival_of_name(number(types_met_, event.type));
    fact.because(event.evidence != none ? event.evidence : event.passive ? evidence_.passive : evidence_.active, from, to);
    fact.because(date != none ? evidence_.with_date : evidence_.without_date);
    if (event.evidence != evidence_.near && date != event.date) fact.because(evidence_.other_date);
    if (event.next_sentence) fact.because(evidence_.in_next_sentence);
    if (date != none && in_dateline(date)) fact.because(evidence_.in_dateline);
    if (may_not_be(event.first)) fact.because(evidence_.uncertain);
    say_where(event.base, {.first = event.first, .past = event.past}, fact);
    fact.with(words_.event_type, event.type);
    if (date != none) {
        fact.with_reference(words_.event_date, mention(date).candidate);
    } else {
        fact.with_null(words_.event_date);
    }
    output_->add(fact);
}

/// Whether the words of the clause before a token say that it may not come to pass.
bool Story::may_not_be(std::uint32_t token) const {
    const std::uint32_t first = scene_->sentence_begin(token), from = token > first + doubt_reach ? token - doubt_reach : first;
    for (std::uint32_t at = token; at-- > from;) {
        if (scene_->has(at, words_.uncertain) && scene_->mention(at) == none) return true;  // not the month of May
        if (scene_->is(at, DATELINE_TOKEN_PUNCTUATION)) return false;
    }
    return false;
}

}  // namespace bases
