#include "roles.h"

namespace roles {

namespace {
constexpr std::uint32_t reach = 48;  // tokens after a name
}  // namespace

void Roles::after(std::uint32_t person) {
    const dateline_mention& name = mention(person);
    const std::uint32_t limit = std::min(scene_.sentence_end(name.first_token), scene_.past(person) + reach);
    std::uint32_t at = past_credentials(past_link(scene_.past(person), limit), limit);
    const Reason in_parentheses{evidence_.in_parentheses, name.begin, name.end, "roles/in-parentheses"};
    if (scene_.reads(at, ",") && scene_.reads(at + 1, "(") && at + 1 < limit) ++at;
    if (scene_.reads(at, "(") && at < limit) {
        apposition(person, at + 1, limit, in_parentheses);
        at = past_credentials(scene_.past_parenthesis(at, limit), limit);
    }
    if (at < limit && scene_.has(at, words_.head_capital) &&
        apposition(person, at, at + 1, {evidence_.after_name, name.begin, name.end, "roles/after-name"})) {
        at = phrase_.end;
    }
    if (scene_.reads(past_affiliation(at), ",")) at = past_affiliation(at);
    if (scene_.starts_line(at) && own_lines(person, at)) return;
    if (at >= limit) return;
    const Reason comma{evidence_.apposition, name.begin, name.end, "roles/apposition"};
    const Reason dash{evidence_.after_dash, name.begin, name.end, "roles/after-dash"};
    if (scene_.reads(at, ",")) {
        if (apposition(person, at + 1, limit, comma) && scene_.starts_line(phrase_.end)) own_lines(person, phrase_.end);
    } else if ((scene_.reads(at, "-") && (scene_.is(at, DATELINE_TOKEN_SPACE_BEFORE) || scene_.is(at + 1, DATELINE_TOKEN_SPACE_BEFORE))) ||
               scene_.reads(at, ":") || scene_.reads(at, "|") || scene_.reads(at, "—")) {
        apposition(person, at + 1, limit, dash);
    } else if (!scene_.starts_line(at) && scene_.is(at, DATELINE_TOKEN_CAPITAL) && scene_.has(at, words_.last | words_.modifier)) {
        beside(person, at, limit, dash);
    }
}

/// Past what makes a name the text of a link: "[Li Na](https://example.org)".
std::uint32_t Roles::past_link(std::uint32_t at, std::uint32_t limit) const {
    return scene_.reads(at, "]") && scene_.reads(at + 1, "(") ? scene_.past_parenthesis(at + 1, limit) : at;
}

/// Reads the titles at `at` and adds them, but for those that are the next name's.
bool Roles::apposition(std::uint32_t person, std::uint32_t at, std::uint32_t limit, const Reason& reason) {
    const std::uint32_t owner = scene_.begins(at, words_.organization), affiliated = affiliation(person);
    if (owner != none && (scene_.reads(scene_.past(owner), ",") || scene_.reads(scene_.past(owner), "—"))) at = scene_.past(owner) + 1;
    if (!reader_.read(scene_, at, limit, phrase_) && !read_second(at, limit)) return false;
    keep_own(phrase_, reason.evidence == evidence_.after_dash);
    if (phrase_.count == 0 || owns(phrase_.end) || (comma_ && is_next(phrase_.end))) return false;
    if (owner != none && scene_.past(owner) < at) own(phrase_, owner);
    if (affiliated != none && scene_.has(phrase_.titles[0].head, words_.office)) own(phrase_, affiliated);
    if (respectively(person, reason)) return true;
    add_to_chain(person, phrase_, reason);
    taken_ = std::max(taken_, phrase_.end);
    return true;
}

/// ", the winner of a prize and head of Acme": the title that follows a description.
bool Roles::read_second(std::uint32_t at, std::uint32_t limit) {
    constexpr std::uint32_t second_reach = 9;
    const std::uint32_t last = std::min(limit, at + second_reach);
    for (; at + 1 < last; ++at) {
        if (scene_.reads(at, "and") || scene_.reads(at, ",")) {
            if (reader_.read(scene_, at + 1, limit, phrase_) && phrase_.titles[0].organization != none) return true;
            if (scene_.covered(at + 1, words_.person)) return false;
            continue;
        }
        if (scene_.is(at, DATELINE_TOKEN_PUNCTUATION) || scene_.covered(at, words_.person) || scene_.reads(at, "who") || scene_.reads(at, "which"))
            return false;
    }
    return false;
}

/// Whether what was read owns what follows, and so is no title: "Li Na, the president's son". An organization may: "head of Acme's shop".
bool Roles::owns(std::uint32_t at) const {
    return scene_.possessive(at) && !scene_.covered(at - 1, words_.organization) && !bodies_.at(scene_, at - 1);
}

/// Whether a comma and the next name follow: "the mayor, Li Na, the governor, Wang Wei".
bool Roles::is_next(std::uint32_t at) const {
    if (!scene_.reads(at, ",") || current_ + 1 >= people_.size()) return false;
    const std::uint32_t next = mention(people_[current_ + 1]).first_token;
    return next > at && next - at < 4 && reaches(at, next);
}

/// Leaves out a last title that stands right before another name.
void Roles::keep_own(Phrase& phrase, bool after_dash) const {
    if (current_ + 1 >= people_.size()) return;
    const std::uint32_t next = mention(people_[current_ + 1]).first_token;
    if (phrase.count == 0 || next < phrase.end || next - phrase.end > 6 || next >= scene_.sentence_end(phrase.end - 1)) return;
    std::uint32_t at = phrase.end;
    if (scene_.reads(at, ",") || scene_.reads(at, "-") || scene_.starts_line(at) || !reaches(at, next)) return;
    const std::uint32_t past = scene_.past(people_[current_ + 1]);
    if (after_dash && (scene_.reads(past, "—") || scene_.reads(past, "-"))) return;
    --phrase.count;
    if (phrase.count > 0) phrase.end = phrase.titles[phrase.count - 1].end;
}

/// "Contact: Li Na Public Relations Manager Acme": a title right after the name, closed by its organization or the line's end.
void Roles::beside(std::uint32_t person, std::uint32_t at, std::uint32_t limit, const Reason& reason) {
    if (!reader_.read(scene_, at, limit, phrase_) || !scene_.is(phrase_.titles[0].first, DATELINE_TOKEN_CAPITAL)) return;
    const std::uint32_t organization = scene_.begins(phrase_.end, words_.organization);
    if (organization == none && !scene_.starts_line(phrase_.end) && phrase_.titles[0].organization == none) return;
    if (organization != none) own(phrase_, organization);
    add(person, phrase_, reason);
    taken_ = std::max(taken_, phrase_.end);
}

}  // namespace roles
