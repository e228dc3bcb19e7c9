#include "roles.h"

namespace roles {

namespace {
constexpr std::uint32_t reach = 48;  // tokens after a name
constexpr int most_lines = 5;
}  // namespace

void Roles::after(std::uint32_t person) {
    const dateline_mention& name = mention(person);
    const std::uint32_t limit = std::min(scene_.sentence_end(name.first_token), scene_.past(person) + reach);
    std::uint32_t at = past_credentials(scene_.past(person), limit);
    const Reason in_parentheses{evidence_.in_parentheses, name.begin, name.end, "roles/in-parentheses"};
    if (scene_.reads(at, "(") && at < limit) {
        apposition(person, at + 1, limit, in_parentheses);
        at = past_credentials(scene_.past_parenthesis(at, limit), limit);
    }
    if (at < limit && scene_.has(at, words_.head_capital) && apposition(person, at, limit, {evidence_.after_name, name.begin, name.end, "roles/after-name"})) {
        at = phrase_.end;
    }
    if (scene_.starts_line(at) && own_lines(person, at)) return;
    if (at >= limit) return;
    const Reason comma{evidence_.apposition, name.begin, name.end, "roles/apposition"};
    const Reason dash{evidence_.after_dash, name.begin, name.end, "roles/after-dash"};
    if (scene_.reads(at, ",")) {
        apposition(person, at + 1, limit, comma);
    } else if ((scene_.reads(at, "-") && scene_.is(at, DATELINE_TOKEN_SPACE_BEFORE)) || scene_.reads(at, ":") || scene_.reads(at, "|") || scene_.reads(at, "—")) {
        apposition(person, at + 1, limit, dash);
    } else if (scene_.starts_line(at) || !scene_.is(at, DATELINE_TOKEN_SPACE_BEFORE)) {
        if (scene_.has(at, words_.last | words_.modifier)) apposition(person, at, limit, dash);
    }
}

/// Reads the titles at `at` and adds them, but for those that are the next name's.
bool Roles::apposition(std::uint32_t person, std::uint32_t at, std::uint32_t limit, const Reason& reason) {
    if (!reader_.read(scene_, at, limit, phrase_)) return false;
    keep_own(phrase_);
    if (phrase_.count == 0) return false;
    add_to_chain(person, phrase_, reason);
    taken_ = std::max(taken_, phrase_.end);
    return true;
}

/// Leaves out a last title that stands right before another name.
void Roles::keep_own(Phrase& phrase) const {
    if (current_ + 1 >= people_.size()) return;
    const std::uint32_t next = mention(people_[current_ + 1]).first_token;
    if (phrase.count == 0 || next < phrase.end || next - phrase.end > 6) return;
    std::uint32_t at = phrase.end;
    if (scene_.reads(at, ",") || !reaches(at, next)) return;
    --phrase.count;
    if (phrase.count > 0) phrase.end = phrase.titles[phrase.count - 1].end;
}

/// Lines below a name that holds its line alone, as in the block of a contact: each wholly a title.
bool Roles::own_lines(std::uint32_t person, std::uint32_t at) {
    const dateline_mention& name = mention(person);
    bool found = false;
    for (int i = 0; i < most_lines && at < scene_.size(); ++i) {
        const std::uint32_t end = scene_.line_end(at);
        if (!reader_.read(scene_, at, end, phrase_) || phrase_.end != end) return found;
        if (const std::uint32_t below = scene_.begins(end, words_.organization); below != none && !found) {
            for (std::size_t t = 0; t < phrase_.count; ++t) {
                if (phrase_.titles[t].organization == none) phrase_.titles[t].organization = below;
            }
        }
        add(person, phrase_, {evidence_.own_line, name.begin, name.end, "roles/own-line"});
        taken_ = std::max(taken_, end);
        found = true;
        at = end;
    }
    return found;
}

/// "Prof. Li Na (Eastport College)", "Prof. Li Na of Eastport College": the organization of the title before the name.
void Roles::affiliate(std::uint32_t at) {
    at = past_credentials(at, scene_.size());
    if (!scene_.reads(at, "(") && !scene_.reads(at, "of") && !scene_.reads(at, "from") && !scene_.reads(at, "at")) return;
    const bool parenthesis = scene_.reads(at++, "(");
    while (scene_.has(at, words_.article)) ++at;
    const std::uint32_t organization = scene_.begins(at, words_.organization);
    if (organization == none || (parenthesis && !scene_.reads(scene_.past(organization), ")"))) return;
    for (std::size_t i = 0; i < before_.count; ++i) {
        if (before_.titles[i].organization == none && before_.titles[i].body == none) before_.titles[i].organization = organization;
    }
}

/// Past letters after a name that are no title: ", PhD".
std::uint32_t Roles::past_credentials(std::uint32_t at, std::uint32_t limit) const {
    while (at < limit) {
        const std::uint32_t next = scene_.reads(at, ",") ? at + 1 : at;
        if (next >= limit || !scene_.has(next, words_.credential) || scene_.mention(next) != none) return at;
        at = next;
        while (at < limit && scene_.has(at, words_.credential)) ++at;
        if (scene_.reads(at, ".") && at < limit && !scene_.starts_line(at + 1)) ++at;
    }
    return at;
}

}  // namespace roles
