// Which decided names of bases are one base's: a name in parentheses behind another, a new name, shortened words.
#include <algorithm>

#include "bases.h"

namespace bases {

namespace {
constexpr std::size_t most_distinct = 64;     // names that are compared with each other
constexpr std::uint32_t renaming_reach = 12;  // tokens between two names of one base
constexpr std::size_t fewest_letters = 3;     // of initials
}  // namespace

void Bases::aliases() {
    const auto& mentions = scene_.document().mentions();
    std::vector<std::uint32_t> distinct;
    std::uint32_t before = none;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].type != words_.base) continue;
        if (before != none && !same_words(before, i)) state(before, i);
        before = i;
        const bool known = std::any_of(distinct.begin(), distinct.end(), [&](std::uint32_t one) { return same_words(one, i); });
        if (!known && distinct.size() < most_distinct) distinct.push_back(i);
    }
    for (const std::uint32_t alias : distinct) {
        std::uint32_t found = none;
        std::size_t count = 0;
        for (const std::uint32_t full : distinct) {
            if (alias == full || !shortens(alias, full)) continue;
            found = full;
            ++count;
        }
        if (count == 1) join(DATELINE_LINK_SHORTER_FORM, alias, found, "bases/shortened", evidence_.same_words);
    }
}

/// Two names in a row: "Harbour Base (港口基地)", "Harbour Air Base, formerly Camp Harbour Base".
void Bases::state(std::uint32_t one, std::uint32_t other) {
    const std::uint32_t past = scene_.past(one), begin = scene_.mention_at(other).first_token;
    if (begin <= past || begin - past > renaming_reach || scene_.sentence_end(past - 1) <= begin) return;
    std::uint32_t at = past;
    while (scene_.reads(at, "\"") || scene_.reads(at, "(")) ++at;
    if (at == begin && scene_.reads(begin - 1, "\"") + scene_.reads(begin - 1, "(") > 0) {
        join(DATELINE_LINK_DEFINED_AS, other, one, "bases/in-parentheses", evidence_.defined);
        return;
    }
    const std::string_view follows = what_follows(past, begin);
    if (follows == "newer") join(DATELINE_LINK_RENAMED, one, other, "bases/renamed", evidence_.renamed);
    if (follows == "older") join(DATELINE_LINK_RENAMED, other, one, "bases/renamed", evidence_.renamed);
}

/// Whether the newer or the older name follows what stands between two; nothing where other words than those of a renaming, dates and marks stand there.
std::string_view Bases::what_follows(std::uint32_t at, std::uint32_t end) const {
    std::string_view follows;
    while (at < end) {
        const std::uint32_t over = scene_.mention(at);
        if (over != none && scene_.mention_at(over).type == words_.date) {
            at = scene_.past(over);
            continue;
        }
        const dateline_hit* hit = scene_.hit(at, words_.renaming_list);
        if (hit == nullptr && !scene_.is(at, DATELINE_TOKEN_PUNCTUATION)) return {};
        if (hit != nullptr && dateline::view(hit->value) != "beside") follows = dateline::view(hit->value);
        at += hit != nullptr ? hit->token_count : 1;
    }
    return follows;
}

void Bases::join(dateline_link_reason reason, std::uint32_t alias, std::uint32_t full, std::string_view rule, std::uint32_t evidence) {
    const dateline_mention &from = scene_.mention_at(alias), &to = scene_.mention_at(full);
    dateline::Link link(reason, from.candidate, to.candidate, from.begin, from.end, rule);
    output_->add(link.because(evidence, to.begin, to.end));
}

bool Bases::same_words(std::uint32_t one, std::uint32_t other) const {
    const dateline_mention &a = scene_.mention_at(one), &b = scene_.mention_at(other);
    if (a.token_count != b.token_count) return false;
    const auto& tokens = scene_.document().tokens();
    for (std::uint32_t i = 0; i < a.token_count; ++i) {
        if (tokens[a.first_token + i].hash != tokens[b.first_token + i].hash) return false;
    }
    return true;
}

/// Whether each word of a name is one of a longer name's in their order, or initials of several: "SSE Base" of "Suyang Silk Embroidery Base".
/// Words that many bases share are not enough. Beside short.cpp, which links full names before it is known which are taken: here the bounds are those that were.
bool Bases::shortens(std::uint32_t alias, std::uint32_t full) const {
    std::uint32_t at = scene_.mention_at(full).first_token;
    const std::uint32_t end = scene_.past(full);
    bool own = false;
    for (std::uint32_t token = scene_.mention_at(alias).first_token; token < scene_.past(alias); ++token) {
        if (!scene_.is(token, DATELINE_TOKEN_WORD)) continue;
        std::uint32_t past = none;
        for (; at < end && past == none; ++at) past = past_word(token, at, end);
        if (past == none) return false;
        own = own || !scene_.has(token, words_.kind | words_.base_word);
        at = past;
    }
    return own && scene_.mention_at(alias).token_count < scene_.mention_at(full).token_count;
}

/// Past the words of a full name from `at` on that a word stands for, or none.
std::uint32_t Bases::past_word(std::uint32_t word, std::uint32_t at, std::uint32_t end) const {
    const std::string_view short_form = scene_.document().folded(word), full = scene_.document().folded(at);
    if (short_form == full) return at + 1;
    if (!scene_.is(word, DATELINE_TOKEN_ALL_CAPITALS) || short_form.size() < fewest_letters) return none;
    std::uint32_t token = at;
    for (const char letter : short_form) {
        while (token < end && token > at && !scene_.is(token, DATELINE_TOKEN_CAPITAL)) ++token;
        if (token >= end || scene_.document().folded(token).front() != letter) return none;
        ++token;
    }
    return token;
}

}  // namespace bases
