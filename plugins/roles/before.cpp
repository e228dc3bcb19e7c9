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
        if (!starts(at) || !reader_.read(scene_, at, name, phrase_)) continue;
        const std::uint32_t past = past_copula(at);
        const bool subject = past != phrase_.end;
        if (!reaches(subject ? past : past_such(phrase_), name) || !fits(at, person)) continue;
        outlet(at);
        before_ = phrase_;
        comma_ = scene_.reads(phrase_.end, ",");
        drop_plurals(before_);
        carry(at);
        refer_ahead(scene_.past(person));
        affiliate(scene_.past(person));
        shared_ = false;
        for (std::size_t i = 0; i < before_.count; ++i) shared_ = shared_ || plural(before_.titles[i]);
        add(person, before_, {subject ? evidence_.by_verb : evidence_.before_name, mention(person).begin, mention(person).end, subject ? "roles/by-verb" : "roles/before-name"});
        return true;
    }
    return false;
}

/// Past "is" or "will be" behind phrase_, where it begins as one title that somebody holds does: "the head of the laboratory is", "its president will be". Otherwise
/// its end.
std::uint32_t Roles::past_copula(std::uint32_t at) const {
    const std::uint32_t end = phrase_.end, first = phrase_.titles[0].first;
    if (phrase_.count != 1) return end;
    if (plural(phrase_.titles[0])) return past_plural_copula(end);
    std::uint32_t past = end;
    if (scene_.reads(end, "is") || scene_.reads(end, "was") || scene_.reads(end, "remains")) past = end + 1;
    if (scene_.reads(end, "will") && scene_.reads(end + 1, "be")) past = end + 2;
    const auto one = [&](std::uint32_t token) {
        return scene_.reads(token, "the") || scene_.reads(token, "whose") || scene_.reads(token, "its") || scene_.reads(token, "his") || scene_.reads(token, "her") ||
               scene_.reads(token, "their") || scene_.reads(token, "our") || scene_.possessive(token);
    };
    return one(at) || (first > 0 && one(first - 1)) ? past : end;
}

/// Past "are" or "are at present" behind a plural title: "the vice chairpersons are Li Na and Wang Wei".
std::uint32_t Roles::past_plural_copula(std::uint32_t end) const {
    const dateline_hit* copula = scene_.hit(end, words_.plural_copula_list);
    if (copula == nullptr) return end;
    const std::uint32_t past = end + copula->token_count;
    return scene_.reads(past, ":") ? past + 1 : past;
}

/// Leaves out plural titles before a singular one, which are others': "lawmakers, Senator Li Na".
void Roles::drop_plurals(Phrase& phrase) const {
    if (plural(phrase.titles[phrase.count - 1])) return;
    std::size_t first = 0;
    while (first + 1 < phrase.count && plural(phrase.titles[first])) ++first;
    std::copy(phrase.titles.begin() + first, phrase.titles.begin() + phrase.count, phrase.titles.begin());
    phrase.count -= first;
}

/// Whether phrase_, which begins at a token and reaches the name, can be that one's title.
bool Roles::fits(std::uint32_t at, std::uint32_t person) const {
    const Title& title = phrase_.titles[phrase_.count - 1];
    const bool comma = scene_.reads(phrase_.end, ","), colon = scene_.reads(phrase_.end, ":");
    if ((colon || scene_.reads(phrase_.end, "|") || scene_.reads(phrase_.end, "-")) && !opens_line(at)) return false;
    if (phrase_.end == at + 1 && (scene_.has(at, words_.honorific) || state(at))) return false;
    if (comma && follows_name(at)) return false;
    const std::uint32_t first = phrase_.titles[0].first;
    const bool article = first > 0 && (scene_.reads(first - 1, "a") || scene_.reads(first - 1, "an"));
    if (article && phrase_.end == mention(person).first_token) return false;  // they called an agent Li Na knew
    if (!plural(title) || past_such(phrase_) != phrase_.end || shares(person)) return true;
    return !comma && !colon && (title.organization != none || !scene_.is(title.head, DATELINE_TOKEN_LOWER));  // not "Investors: Li Na"
}

/// Past "like", "such as" or a dash between a plural title and the names.
std::uint32_t Roles::past_such(const Phrase& phrase) const {
    if (!plural(phrase.titles[phrase.count - 1])) return phrase.end;
    const std::uint32_t at = scene_.reads(phrase.end, ",") ? phrase.end + 1 : phrase.end;
    if (scene_.reads(at, "like") || scene_.reads(at, "including") || scene_.reads(at, "—") || scene_.reads(at, "-")) return at + 1;
    return scene_.reads(at, "such") && scene_.reads(at + 1, "as") ? at + 2 : phrase.end;
}

/// Whether a phrase can begin at a token: what stands before it is no part of a title.
bool Roles::starts(std::uint32_t token) const {
    const std::uint32_t over = scene_.mention(token);
    if (over != none && words_.written(mention(over).type) && (mention(over).first_token != token || mention(over).type == words_.person))
        return false;
    if (token == 0 || scene_.sentence_begin(token) == token || scene_.starts_line(token)) return true;
    const std::uint32_t before = token - 1;
    if ((scene_.reads(before, "of") || scene_.reads(before, "for")) && before > 0 && scene_.has(before - 1, words_.last)) return false;
    if (scene_.mention(before) != none || scene_.has(before, words_.stop | words_.article | words_.status | words_.honorific)) return true;
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
    bool honored = false;  // "the Bishop, Rt. Rev. Li Na": a rank alone is a title of its own
    while (at < name) {
        const std::uint32_t past = scene_.past_parenthesis(at, name);
        if (const dateline_hit* honorific = scene_.hit(at, words_.honorific_list)) {
            at += honorific->token_count;
            honored = true;
        } else if (past != at) {
            at = past;
        } else if (scene_.reads(at, ".") || scene_.reads(at, "\"") || scene_.reads(at, "[") || scene_.has(at, words_.article | (honored ? words_.rank : 0))) {
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
