// What stands before a title and is no part of it.
#include "title.h"

namespace roles {

/// Past articles, years and words like "former".
void TitleReader::lead(std::uint32_t& at, Title& title) {
    while (at < limit_ && scene_->begins(at, words_.organization) == none) {
        if (const dateline_hit* status = scene_->hit(at, words_.status_list)) {
            title.status = dateline::view(status->value);
            at += status->token_count;
            if (dash(at)) ++at;
            at = past_join(at);
        } else if (scene_->has(at, words_.article) || scene_->covered(at, words_.date) || year(at) || ordinal(at)) {
            if (bodies_.at(*scene_, at)) title.body = at;  // its
            ++at;
        } else if (praise(at)) {
            at = past_join(at + 2);
        } else {
            return;
        }
    }
}

/// Past what joins one such word to the next: "experienced and trusted".
std::uint32_t TitleReader::past_join(std::uint32_t at) const {
    return (joins(at) || scene_->reads(at, ",")) && scene_->hit(at + 1, words_.status_list) != nullptr ? at + 1 : at;
}

/// Whether this is the year in "2025 Harbour Council chairman".
bool TitleReader::year(std::uint32_t at) const { return scene_->is(at, DATELINE_TOKEN_NUMBER) && scene_->document().word(at).size() == 4; }

/// Whether this is the "first" in "its first Head of Product" (and no "first secretary"), the "fellow" in "fellow board members" or the
/// "independent" in "an independent Qualified Person": in small letters before a title's first word.
bool TitleReader::ordinal(std::uint32_t at) const {
    if (!scene_->is(at, DATELINE_TOKEN_LOWER) || at + 1 >= limit_) return false;
    const bool capital = scene_->is(at + 1, DATELINE_TOKEN_CAPITAL);
    if (scene_->reads(at, "fellow")) return scene_->has(at + 1, words_.modifier | words_.last);
    if (scene_->reads(at, "independent")) return capital;
    return scene_->reads(at, "first") && scene_->hit(at, words_.head_list) == nullptr && (capital || scene_->has(at + 1, words_.last));
}

/// Whether an adverb and its participle begin here: "a highly respected physician".
bool TitleReader::praise(std::uint32_t at) const {
    return at + 2 < limit_ && scene_->is(at, DATELINE_TOKEN_LOWER) && scene_->is(at + 1, DATELINE_TOKEN_LOWER) &&
           scene_->document().folded(at).ends_with("ly") && scene_->document().folded(at + 1).ends_with("ed");
}

/// Past what stands before a title and is no part of it: an organization, a word for one, a place.
void TitleReader::owner(std::uint32_t& at, Title& title) {
    if (scene_->has(at, words_.nation) && scene_->mention(at) == none && scene_->begins(at + 1, words_.organization) != none) ++at;
    if (const std::uint32_t other = scene_->begins(at, words_.person); other != none && scene_->possessive(scene_->past(other))) {
        at = scene_->past(other);  // Li Na's editor
    } else if (const std::uint32_t mention = scene_->begins(at, words_.organization); mention != none) {
        title.organization = innermost(*scene_, mention);
        at = scene_->past_parenthesis(scene_->past(title.organization), limit_);
    } else if (bodies_.at(*scene_, at) && (scene_->possessive(at + 1) || (scene_->has(at + 1, words_.last) && !scene_->has(at, words_.compound) && (scene_->is(at, DATELINE_TOKEN_LOWER) ||
                                                                                                               scene_->sentence_begin(at) == at)))) {
        title.body = at++;
    } else if (scene_->is(at, DATELINE_TOKEN_LOWER) && scene_->possessive(at + 1) && scene_->mention(at) == none) {
        ++at;  // the community's
    } else if (!place(at)) {
        return;
    }
    if (scene_->reads(at, "bestselling") || scene_->reads(at, "best")) title.organization = none;  // New York Times bestselling author
    if (scene_->possessive(at)) ++at;
    if (scene_->reads(at, "s") && !scene_->is(at, DATELINE_TOKEN_SPACE_BEFORE)) ++at;  // Acme Ltd.'s
    lead(at, title);
    place(at);
}

bool TitleReader::place(std::uint32_t& at) const {
    if (scene_->hit(at, words_.with_nation_list) != nullptr) return false;
    if (const std::uint32_t mention = scene_->begins(at, words_.place); mention != none) {
        at = scene_->past(mention);
        const dateline_hit* office = scene_->hit(at - 1, words_.head_list);
        if (office != nullptr && office->token_count > 1) --at;  // Kent | District Attorney
    } else if (scene_->has(at, words_.nation) && !scene_->has(at, words_.last)) {
        while (at < limit_ && scene_->has(at, words_.nation)) ++at;
    } else {
        return false;
    }
    if (scene_->possessive(at)) ++at;
    return true;
}

/// Past words in small letters that only seem to begin a title of capitals: "to honor Bishop", "we echo Prime Minister".
std::uint32_t TitleReader::past_verb(const Title& title) const {
    std::uint32_t at = title.first;
    while (at < title.head && scene_->is(at, DATELINE_TOKEN_LOWER)) ++at;
    if (!scene_->is(at, DATELINE_TOKEN_CAPITAL)) return title.first;
    while (at > title.first && (dash(at - 1) || scene_->has(at - 1, words_.small_first | words_.last))) --at;
    return at;
}

/// Past the name of a place or party that no other plugin knows: "Kent County" in "Kent County Parks Director", "Kent" in "Kent Mayor".
std::uint32_t TitleReader::past_place(const Title& title) const {
    const std::uint32_t head = title.head;
    const auto name = [&](std::uint32_t at) {
        return scene_->is(at, DATELINE_TOKEN_CAPITAL) && !scene_->has(at, words_.modifier | words_.last | words_.soft | words_.with_nation);
    };
    if (scene_->has(head, words_.local)) {
        std::uint32_t at = title.first;
        while (at < head && (name(at) || scene_->has(at, words_.party))) ++at;
        return at;
    }
    for (std::uint32_t kind = title.first + 1; kind < head && name(kind - 1); ++kind) {
        const dateline_hit* office = scene_->hit(kind, words_.head_list);
        if (office != nullptr && office->token_count > 1) return kind;
        if (scene_->reads(kind, "state")) return kind;
        if (!scene_->has(kind, words_.place_kind)) continue;
        while (kind + 2 < head && scene_->has(kind + 1, words_.place_kind) && scene_->is(kind + 2, DATELINE_TOKEN_NUMBER)) kind += 2;  // District 3
        return kind + 1;
    }
    return title.first;
}

}  // namespace roles
