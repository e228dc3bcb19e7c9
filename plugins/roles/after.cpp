#include "roles.h"

namespace roles {

namespace {
constexpr std::uint32_t reach = 48;  // tokens after a name
constexpr int most_lines = 5;
constexpr std::size_t longest_letters = 6;
}  // namespace

void Roles::after(std::uint32_t person) {
    const dateline_mention& name = mention(person);
    const std::uint32_t limit = std::min(scene_.sentence_end(name.first_token), scene_.past(person) + reach);
    std::uint32_t at = past_credentials(scene_.past(person), limit);
    const Reason in_parentheses{evidence_.in_parentheses, name.begin, name.end, "roles/in-parentheses"};
    if (scene_.reads(at, ",") && scene_.reads(at + 1, "(") && at + 1 < limit) ++at;
    if (scene_.reads(at, "(") && at < limit) {
        apposition(person, at + 1, limit, in_parentheses);
        at = past_credentials(scene_.past_parenthesis(at, limit), limit);
    }
    if (at < limit && scene_.has(at, words_.head_capital) && apposition(person, at, at + 1, {evidence_.after_name, name.begin, name.end, "roles/after-name"})) {
        at = phrase_.end;
    }
    if (scene_.reads(past_affiliation(at), ",")) at = past_affiliation(at);
    if (scene_.starts_line(at) && own_lines(person, at)) return;
    if (at >= limit) return;
    const Reason comma{evidence_.apposition, name.begin, name.end, "roles/apposition"};
    const Reason dash{evidence_.after_dash, name.begin, name.end, "roles/after-dash"};
    if (scene_.reads(at, ",")) {
        if (apposition(person, at + 1, limit, comma) && scene_.starts_line(phrase_.end)) own_lines(person, phrase_.end);
    } else if ((scene_.reads(at, "-") && (scene_.is(at, DATELINE_TOKEN_SPACE_BEFORE) || scene_.is(at + 1, DATELINE_TOKEN_SPACE_BEFORE))) || scene_.reads(at, ":") || scene_.reads(at, "|") || scene_.reads(at, "—")) {
        apposition(person, at + 1, limit, dash);
    } else if (!scene_.starts_line(at) && scene_.is(at, DATELINE_TOKEN_CAPITAL) && scene_.has(at, words_.last | words_.modifier)) {
        beside(person, at, limit, dash);
    }
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

/// "Acme's Li Na, president", "Li Na of Acme, president": the organization that stands with a name.
std::uint32_t Roles::affiliation(std::uint32_t person) const {
    const std::uint32_t name = mention(person).first_token;
    if (name > 1 && scene_.possessive(name - 1) && scene_.covered(name - 2, words_.organization)) return scene_.mention(name - 2);
    const std::uint32_t past = past_affiliation(scene_.past(person));
    return past != scene_.past(person) ? scene_.mention(past - 1) : none;
}

/// Past "of Acme", "from the Acme", "at Acme".
std::uint32_t Roles::past_affiliation(std::uint32_t at) const {
    if (!scene_.reads(at, "of") && !scene_.reads(at, "from") && !scene_.reads(at, "at") && !scene_.reads(at, "with")) return at;
    const std::uint32_t organization = scene_.begins(scene_.has(at + 1, words_.article) ? at + 2 : at + 1, words_.organization);
    return organization != none ? scene_.past(organization) : at;
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
        if (scene_.is(at, DATELINE_TOKEN_PUNCTUATION) || scene_.covered(at, words_.person) || scene_.reads(at, "who") || scene_.reads(at, "which")) return false;
    }
    return false;
}

/// "Li Na and Wang Wei, presidents of Acme and Beta respectively", "chairman and president of Acme, respectively": to each name its own.
bool Roles::respectively(std::uint32_t person, const Reason& reason) {
    const std::uint32_t at = scene_.reads(phrase_.end, ",") ? phrase_.end + 1 : phrase_.end;
    if (!scene_.reads(at, "respectively") || phrase_.count < 2) return false;
    std::size_t last = static_cast<std::size_t>(std::lower_bound(people_.begin(), people_.end(), person) - people_.begin()), first = last;
    while (first > 0 && last - first + 1 < phrase_.count && joined(people_[first - 1], people_[first])) --first;
    if (last - first + 1 != phrase_.count) return false;
    for (std::size_t i = 0; i < phrase_.count; ++i) add(people_[first + i], phrase_.titles[i], reason);
    taken_ = std::max(taken_, at + 1);
    return true;
}

/// Whether what was read owns what follows, and so is no title: "Li Na, the president's son". An organization may: "head of Acme's shop".
bool Roles::owns(std::uint32_t at) const {
    return scene_.possessive(at) && !scene_.covered(at - 1, words_.organization);
}

/// Whether a comma and the next name follow: "the mayor, Li Na, the governor, Wang Wei".
bool Roles::is_next(std::uint32_t at) const {
    if (!scene_.reads(at, ",") || current_ + 1 >= people_.size()) return false;
    const std::uint32_t next = mention(people_[current_ + 1]).first_token;
    return next > at && next - at < 4 && reaches(at, next);
}

/// Gives the titles that have no organization this one.
void Roles::own(Phrase& phrase, std::uint32_t organization) const {
    for (std::size_t i = 0; i < phrase.count; ++i) {
        if (phrase.titles[i].organization == none && phrase.titles[i].body == none) phrase.titles[i].organization = organization;
    }
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

/// Lines below a name that holds its line alone, as in the block of a contact: each wholly a title.
bool Roles::own_lines(std::uint32_t person, std::uint32_t at) {
    const dateline_mention& name = mention(person);
    bool found = false;
    for (int i = 0; i < most_lines && at < scene_.size(); ++i) {
        const std::uint32_t end = scene_.line_end(at);
        if (!reader_.read(scene_, at, end, phrase_)) return found;
        if (phrase_.end != end && !scene_.is(at, DATELINE_TOKEN_ALL_CAPITALS)) return found;
        if (const std::uint32_t below = scene_.begins(end, words_.organization); below != none && !found) {
            own(phrase_, below);
        }
        add(person, phrase_, {evidence_.own_line, name.begin, name.end, "roles/own-line"});
        taken_ = std::max(taken_, end);
        found = true;
        at = end;
    }
    return found;
}

/// A line above a name that holds its line alone, wholly a title: "Author".
bool Roles::line_above(std::uint32_t person) {
    constexpr std::uint32_t longest = 4;
    const dateline_mention& name = mention(person);
    const std::uint32_t first = name.first_token;
    if (first == 0 || !scene_.starts_line(first) || !scene_.starts_line(scene_.past(person))) return false;
    std::uint32_t at = first - 1;
    while (at > 0 && first - at < longest && !scene_.starts_line(at)) --at;
    if (!scene_.starts_line(at) || at < taken_ || !reader_.read(scene_, at, first, phrase_) || phrase_.end != first) return false;
    add(person, phrase_, {evidence_.own_line, name.begin, name.end, "roles/line-above"});
    return true;
}

/// "Prof. Li Na (Eastport College)", "Prof. Li Na of Eastport College": the organization of the title before the name.
void Roles::affiliate(std::uint32_t at) {
    at = past_credentials(at, scene_.size());
    if (scene_.reads(at, "(") && scene_.begins(at + 1, words_.organization) == none) at = scene_.past_parenthesis(at, scene_.size());
    if (scene_.reads(at, ",") && (scene_.reads(at + 1, "of") || scene_.reads(at + 1, "from"))) ++at;
    if (!scene_.reads(at, "(") && !scene_.reads(at, "of") && !scene_.reads(at, "from") && !scene_.reads(at, "at")) return;
    const bool parenthesis = scene_.reads(at++, "(");
    while (scene_.has(at, words_.article)) ++at;
    std::uint32_t organization = scene_.begins(at, words_.organization);
    if (organization == none && at < scene_.size() && scene_.is(at, DATELINE_TOKEN_LOWER) && scene_.has(at - 1, words_.article)) {
        organization = scene_.begins(at + 1, words_.organization);  // of the ruling Harbour Party
    }
    for (std::uint32_t i = 1; i < 4 && organization == none && !parenthesis; ++i) {
        if (scene_.possessive(at + i)) organization = scene_.begins(at + i + 1, words_.organization);  // of the mayor's Harbour Office
    }
    if (organization == none || (parenthesis && !scene_.reads(scene_.past(organization), ")"))) return;
    organization = innermost(scene_, organization);
    for (std::size_t i = 0; i < before_.count; ++i) {
        Title& title = before_.titles[i];
        const bool party = parenthesis && title.end > title.head + 2;  // Minister of the Interior Li Na (EPP)
        if (title.organization == none && title.body == none && !party) title.organization = organization;
    }
}

/// Whether this is the mark of a certificate's letters: CAE®.
bool Roles::mark(std::uint32_t at) const {
    return scene_.reads(at, "®") || scene_.reads(at, "™");
}

/// Past letters after a name that are no title: ", PhD".
std::uint32_t Roles::past_credentials(std::uint32_t at, std::uint32_t limit) const {
    while (at < limit) {
        const std::uint32_t next = scene_.reads(at, ",") ? at + 1 : at;
        if (next >= limit || scene_.mention(next) != none) return at;
        const bool letters = next > at && scene_.is(next, DATELINE_TOKEN_ALL_CAPITALS) && !scene_.has(next, words_.last | words_.modifier) &&
                             scene_.document().word(next).size() <= longest_letters && (scene_.reads(next + 1, ",") || scene_.reads(next + 1, "-") || mark(next + 1));
        if (!scene_.has(next, words_.credential) && !letters) return at;
        at = next;
        ++at;
        while (at < limit && (scene_.has(at, words_.credential) || (letters && !scene_.reads(at, ",") && !scene_.is(at, DATELINE_TOKEN_SPACE_BEFORE)))) ++at;
        if (mark(at)) ++at;
        if (scene_.reads(at, ".") && at < limit && !scene_.starts_line(at + 1)) ++at;
    }
    return at;
}

}  // namespace roles
