#include "roles.h"

namespace roles {

namespace {
constexpr std::uint32_t reach = 28;  // tokens before a name
}  // namespace

/// Finds the longest phrase of titles that ends at the name.
bool Roles::before(std::uint32_t person) {
    const std::uint32_t name = mention(person).first_token;
    const std::uint32_t floor = std::max({scene_.sentence_begin(name), taken_, name > reach ? name - reach : 0});
    std::uint32_t last = name;
    while (last > floor && !scene_.has(last - 1, words_.last)) --last;
    if (last == floor) return false;
    for (std::uint32_t at = floor; at < last; ++at) {
        if (!starts(at) || !reader_.read(scene_, at, name, phrase_) || !reaches(phrase_.end, name)) continue;
        if ((scene_.reads(phrase_.end, ":") || scene_.reads(phrase_.end, "|") || scene_.reads(phrase_.end, "-")) && !opens_line(at)) continue;
        if (phrase_.end == at + 1 && (scene_.has(at, words_.honorific) || state(at))) continue;
        outlet(at);
        const Title& last_title = phrase_.titles[phrase_.count - 1];
        if (plural(last_title) && last_title.organization == none && scene_.is(last_title.head, DATELINE_TOKEN_LOWER) && !shares(person)) continue;
        if (scene_.reads(phrase_.end, ":") && plural(phrase_.titles[phrase_.count - 1]) && !shares(person)) continue;  // Investors: Li Na
        if (scene_.reads(phrase_.end, ",") && (follows_name(at) || (plural(phrase_.titles[phrase_.count - 1]) && !shares(person)))) continue;
        before_ = phrase_;
        comma_ = scene_.reads(phrase_.end, ",");
        if (before_.count > 1 && plural(before_.titles[0]) && !plural(before_.titles[before_.count - 1])) {  // lawmakers, Senator Li Na and
            before_.titles[0] = before_.titles[before_.count - 1];
            before_.count = 1;
        }
        carry(at);
        refer_ahead(scene_.past(person));
        affiliate(scene_.past(person));
        shared_ = false;
        for (std::size_t i = 0; i < before_.count; ++i) shared_ = shared_ || plural(before_.titles[i]);
        add(person, before_, {evidence_.before_name, mention(person).begin, mention(person).end, "roles/before-name"});
        return true;
    }
    return false;
}

/// Whether a phrase can begin at a token: what stands before it is no part of a title.
bool Roles::starts(std::uint32_t token) const {
    const std::uint32_t over = scene_.mention(token);
    if (over != none && words_.written(mention(over).type) && (mention(over).first_token != token || mention(over).type == words_.person))
        return false;
    if (token == 0 || scene_.sentence_begin(token) == token || scene_.starts_line(token)) return true;
    const std::uint32_t before = token - 1;
    if ((scene_.reads(before, "of") || scene_.reads(before, "for")) && before > 0 && scene_.has(before - 1, words_.last)) return false;
    if (scene_.mention(before) != none || scene_.has(before, words_.stop | words_.article | words_.status)) return true;
    if (scene_.has(before, words_.last | words_.modifier)) return false;
    if (scene_.is(before, DATELINE_TOKEN_PUNCTUATION)) {
        const bool inside = scene_.reads(before, "-") || scene_.reads(before, "&") || scene_.reads(before, "/");
        return !inside || scene_.is(token, DATELINE_TOKEN_SPACE_BEFORE);
    }
    return !scene_.is(before, DATELINE_TOKEN_CAPITAL);
}

/// Whether nothing but honorifics, quotation marks, a comma or colon stands between a phrase and the name.
bool Roles::reaches(std::uint32_t at, std::uint32_t name) const {
    if (at < name && (scene_.reads(at, ",") || scene_.reads(at, ":") || scene_.reads(at, "|") ||
                      (scene_.reads(at, "-") && scene_.is(at, DATELINE_TOKEN_SPACE_BEFORE))))
        ++at;
    while (at < name) {
        const std::uint32_t past = scene_.past_parenthesis(at, name);
        if (const dateline_hit* honorific = scene_.hit(at, words_.honorific_list)) {
            at += honorific->token_count;
        } else if (past != at) {
            at = past;
        } else if (scene_.reads(at, ".") || scene_.reads(at, "\"") || scene_.has(at, words_.article)) {
            ++at;
        } else {
            return false;
        }
    }
    return true;
}

/// Whether a token begins a line or follows ( or a semicolon, as the labels of bylines do.
bool Roles::opens_line(std::uint32_t token) const {
    const bool label = scene_.is(token, DATELINE_TOKEN_CAPITAL) && scene_.reads(token + 1, ":") && token > 0;
    if (label && (scene_.covered(token - 1, words_.person) || !scene_.is(token - 1, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_LOWER))) return true;
    return scene_.starts_line(token) || scene_.reads(token - 1, "(") || scene_.reads(token - 1, ";") || scene_.reads(token - 1, ")");
}

/// Whether two letters behind a comma are a state's: "of Baltimore, MD".
bool Roles::state(std::uint32_t at) const {
    return at > 0 && scene_.reads(at - 1, ",") && scene_.is(at, DATELINE_TOKEN_ALL_CAPITALS) && scene_.document().word(at).size() == 2;
}

/// Whether only a comma stands between the name before and a token, so that what begins here is that one's.
bool Roles::follows_name(std::uint32_t token) const { return token > 1 && scene_.reads(token - 1, ",") && scene_.covered(token - 2, words_.person); }

}  // namespace roles
