#include "title.h"

namespace roles {

/// One of the parts that follow a title: "of Acme", "for Research", ", Acme". False when there is no more.
bool TitleReader::complement(std::uint32_t& at, Title& title) const {
    if (at >= limit_) return false;
    if (scene_->reads(at, "(")) return parenthesis(at, title);
    if (title.organization != none) return own_field(at, title);
    if (scene_->reads(at, ",") && scene_->reads(at + 1, "at") && take(at + 2, at, title)) return false;
    if (scene_->reads(at, ",") || scene_->reads(at, "@") || scene_->reads(at, "|")) {
        return !take(at + 1, at, title) && comma_field(at, title);
    }
    if (!scene_->starts_line(at) && take(at, at, title)) return false;
    const dateline_hit* tie = scene_->hit(at, words_.tie_list);
    if (tie == nullptr) return false;
    std::uint32_t next = at + tie->token_count;
    while (next < limit_ && scene_->has(next, words_.article)) ++next;
    next = past_possessor(next);
    if (next >= limit_ || body(at + tie->token_count, next, at, title)) return false;
    if (scene_->has(title.head, words_.work)) return past_work(next, at, title);
    if (!takes_field(*tie, next, title)) return false;
    const std::uint32_t mention = scene_->begins(next, words_.organization);
    const std::uint32_t end = mention != none ? scene_->past(mention) : field(next);
    if (end == next || scene_->has(end - 1, words_.span)) return false;
    if (scene_->begins(end, words_.person) != none && scene_->has(end - 1, words_.local | words_.rank | words_.abbreviation))
        return false;  // critic of President
    if (describes(at + tie->token_count, end) && take(end, at, title)) return false;
    title.complete = scene_->covered(next, words_.place) || scene_->reads(at, "to") || scene_->reads(at, "from") ||
                     (scene_->reads(at, "for") && scene_->reads(title.head, "minister"));
    title.end = at = end;
    return true;
}

/// What follows a title whose organization is known: "Harbour Party spokesperson for Education". A body in it is left outside.
bool TitleReader::own_field(std::uint32_t& at, Title& title) const {
    const dateline_hit* tie = scene_->hit(at, words_.tie_list);
    if (tie == nullptr || scene_->mention_at(title.organization).first_token >= title.first) return false;
    std::uint32_t next = at + tie->token_count;
    while (next < limit_ && scene_->has(next, words_.article)) ++next;
    if (next >= limit_ || !takes_field(*tie, next, title)) return false;
    if (const std::uint32_t mention = scene_->mention(next); mention != none && !scene_->covered(next, words_.place)) {
        if (!scene_->covered(next, words_.person)) at = scene_->past(mention);
        return false;
    }
    const std::uint32_t end = field(next);
    if (end == next) return false;
    title.end = at = end;
    return true;
}

/// "Managing Director (Asia)": what is in parentheses belongs to the title, but for its abbreviation. An organization becomes the title's.
bool TitleReader::parenthesis(std::uint32_t& at, Title& title) const {
    const std::uint32_t past = scene_->past_parenthesis(at, limit_);
    if (past < at + 3) return false;
    if (scene_->covered(at + 1, words_.date)) {  // Ambassador to China (2016-2020)
        at = past;
        title.complete = true;
        return false;
    }
    if (scene_->begins(at + 1, words_.organization) != none) {
        if (title.organization == none && scene_->past(scene_->mention(at + 1)) + 1 == past)
            title.organization = scene_->mention(at + 1);
        else if (title.organization == none)
            return false;
        at = past;
        return false;
    }
    constexpr std::uint32_t longest_code = 2;  // letters of a country's or department's
    const bool abbreviation =
        past == at + 3 && scene_->is(at + 1, DATELINE_TOKEN_ALL_CAPITALS) && scene_->document().word(at + 1).size() > longest_code;
    for (std::uint32_t i = at + 1; i + 1 < past; ++i) {
        const bool word =
            scene_->is(i, DATELINE_TOKEN_CAPITAL) && scene_->is(i, DATELINE_TOKEN_WORD) && !scene_->has(i, words_.stop | words_.last | words_.nation);
        if ((scene_->mention(i) != none && !scene_->covered(i, words_.place)) || !(word || joins(i) || (scene_->reads(i, ",") && i > at + 1)))
            return false;
    }
    if (!abbreviation && !scene_->has(at + 1, words_.credential)) title.end = past;  // not Captain (Retd)
    at = past;
    return true;
}

/// The organization that begins at a token becomes the title's, and `at` goes past it.
bool TitleReader::take(std::uint32_t token, std::uint32_t& at, Title& title) const {
    const std::uint32_t organization = token < limit_ ? scene_->begins(token, words_.organization) : none;
    if (organization == none) return false;
    title.organization = innermost(*scene_, organization);
    at = scene_->past_parenthesis(scene_->past(title.organization), limit_);
    return true;
}

/// Whether a body stands behind a tie, which ends the title: an organization, a word for one, a base or event. `first` is one behind the tie.
bool TitleReader::body(std::uint32_t first, std::uint32_t next, std::uint32_t& at, Title& title) const {
    const std::uint32_t over = scene_->mention(next);
    if (over == none || scene_->covered(next, words_.place) || scene_->covered(next, words_.person)) {
        if (next == first || !stands_for_body(next)) return false;
        title.body = next;
        at = next + 1;
        return true;
    }
    if (scene_->begins(next, words_.organization) == none) {
        at = scene_->past(over);
        const bool where = scene_->mention_at(over).type == words_.base && scene_->reads(first - 1, "at");  // Base Commander at Harbour Air Base
        if (!where && !scene_->covered(next, words_.date) && !scene_->has(title.head, words_.work)) title.end = at;
        return true;
    }
    const bool place = scene_->reads(first - 1, "at") || scene_->reads(first - 1, "with");  // Managing Director at Marketing Signals
    return !is_field(over, next == first && !place) && take(next, at, title);
}

/// Whether the generic word at a token, the last of its phrase, means an organization that the text names: "the college", not "the party branch".
bool TitleReader::stands_for_body(std::uint32_t at) const {
    if (!bodies_.at(*scene_, at) || scene_->has(at, words_.inner_body)) return false;
    const std::uint32_t next = at + 1;
    if (scene_->begins(next, words_.organization) != none) return false;  // the cooperative Acme
    const bool goes_on = next < limit_ && scene_->is(next, DATELINE_TOKEN_WORD) && !scene_->starts_line(next) && scene_->mention(next) == none &&
                         !scene_->has(next, words_.stop | words_.last | words_.honorific);
    return !goes_on && bodies_.find(*scene_, at) != none;
}

/// "lead author of the study and researcher at Acme": a work without a name is passed over. Never part of the title.
bool TitleReader::past_work(std::uint32_t next, std::uint32_t& at, Title& title) const {
    if (!scene_->has(next - 1, words_.article) || !scene_->is(next, DATELINE_TOKEN_LOWER)) return false;
    at = field(next);
    title.complete = true;
    return false;
}

/// Whether words only say what the organization behind them is: "director of the shipping company Acme".
bool TitleReader::describes(std::uint32_t first, std::uint32_t end) const {
    if (!scene_->has(first, words_.article) || scene_->begins(end, words_.organization) == none) return false;
    for (std::uint32_t at = first; at < end; ++at) {
        if (!scene_->is(at, DATELINE_TOKEN_LOWER) && !dash(at)) return false;
    }
    return true;
}

/// Past "the county's" or "Spanish" before an organization.
std::uint32_t TitleReader::past_possessor(std::uint32_t at) const {
    constexpr std::uint32_t longest = 3;
    if (scene_->has(at, words_.nation) && scene_->mention(at) == none && scene_->begins(at + 1, words_.organization) != none) return at + 1;
    for (std::uint32_t i = 1; i <= longest && at + i + 1 < limit_; ++i) {
        if (scene_->possessive(at + i) && scene_->begins(at + i + 1, words_.organization) != none) return at + i + 1;
    }
    return at;
}

/// Past the body that the title's organization is inside of, where more titles follow: "at the Harbour Centre at Eastport Health and".
std::uint32_t TitleReader::past_outer(std::uint32_t at, const Title& title) const {
    if (title.organization == none || !(scene_->reads(at, "at") || scene_->reads(at, "of") || scene_->reads(at, "in"))) return at;
    const std::uint32_t outer = scene_->begins(scene_->has(at + 1, words_.article) ? at + 2 : at + 1, words_.organization);
    if (outer == none) return at;
    const std::uint32_t past = scene_->past(outer), linked = link(past);
    return linked != past && linked < limit_ && scene_->begins(linked, words_.person) == none ? past : at;
}

/// Past capitalised words that end a title behind its head: "SVP Operations & Fleet Solutions".
std::uint32_t TitleReader::past_trailing(const Title& title) const {
    constexpr std::uint32_t longest = 5;
    std::uint32_t at = title.end;
    if (!scene_->is(title.first, DATELINE_TOKEN_CAPITAL)) return at;
    while (at < limit_ && at - title.end < longest && !scene_->starts_line(at) && scene_->mention(at) == none &&
           (joins(at) || (scene_->is(at, DATELINE_TOKEN_CAPITAL) && !scene_->has(at, words_.stop | words_.honorific | words_.last)))) {
        ++at;
    }
    const bool closed = at == limit_ || scene_->starts_line(at) || scene_->reads(at, ",") || scene_->reads(at, "at") || scene_->reads(at, ".");
    return closed && at > title.end && !joins(at - 1) && !joins(title.end) ? at : title.end;
}

std::uint32_t innermost(const common::Scene& scene, std::uint32_t organization) {
    const std::uint32_t past = scene.past(organization);
    const std::uint32_t inner = scene.possessive(past) ? scene.begins(past + 1, scene.mention_at(organization).type) : none;
    return inner != none ? inner : organization;
}

}  // namespace roles
