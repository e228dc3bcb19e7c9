// Titles that no pattern ties to a name, for the names that stand near them: the judge has the choice.
#include "roles.h"

namespace roles {

namespace {
constexpr std::uint32_t longest_title_start = 8, longest = 60;  // tokens
}  // namespace

/// Each title that nobody has is submitted for the people around it.
void Roles::near() {
    if (people_.empty()) return;
    std::uint32_t done = 0;
    for (std::uint32_t head = scene_.sentence_begin(mention(people_.front()).first_token); head < scene_.size() && readings_.size() < most_near; ++head) {
        if (head < done || stated(head) || !scene_.has(head, words_.last)) continue;
        const std::array<std::uint32_t, 4> people = people_near(head);
        if (people[0] == none || !read_around(head)) continue;
        done = phrase_.end;
        for (std::size_t i = 0; i < phrase_.count; ++i) {
            if (stated(phrase_.titles[i].head)) continue;
            for (const std::uint32_t person : people) add_near(person, phrase_.titles[i]);
        }
    }
}

/// A plural title is submitted for all of the list that a name stands in.
void Roles::add_near(std::uint32_t person, const Title& title) {
    constexpr std::size_t longest_list = 12;
    if (person == none) return;
    auto at = std::lower_bound(people_.begin(), people_.end(), person), past = at + 1;
    for (std::size_t i = 0; plural(title) && i < longest_list && at != people_.begin() && joined(*(at - 1), *at); ++i) --at;
    for (std::size_t i = 0; plural(title) && i < longest_list && past != people_.end() && joined(*(past - 1), *past); ++i) ++past;
    for (; at != past; ++at) {
        if (!has_read(*at, title.head)) add(*at, title, {evidence_.near, mention(*at).begin, mention(*at).end, "roles/near"});
    }
}

/// Reads the phrase of titles that a head stands in.
bool Roles::read_around(std::uint32_t head) {
    const std::uint32_t floor = std::max(scene_.sentence_begin(head), head > longest_title_start ? head - longest_title_start : 0);
    const std::uint32_t limit = std::min(scene_.sentence_end(head), head + longest);
    for (std::uint32_t at = floor; at <= head; ++at) {
        if (!starts(at) || !reader_.read(scene_, at, limit, phrase_)) continue;
        for (std::size_t i = 0; i < phrase_.count; ++i) {
            if (phrase_.titles[i].head == head) return true;
        }
    }
    return false;
}

/// The name before a token in its sentence, the one behind it, the first of the sentence, and whom "she" means.
std::array<std::uint32_t, 4> Roles::people_near(std::uint32_t token) const {
    std::array<std::uint32_t, 4> near{none, none, none, none};
    std::size_t count = 0;
    const auto take = [&](std::uint32_t person) {
        if (person != none && count < near.size() && std::find(near.begin(), near.end(), person) == near.end()) near[count++] = person;
    };
    const std::uint32_t begin = scene_.sentence_begin(token), end = scene_.sentence_end(token);
    const auto after = std::lower_bound(people_.begin(), people_.end(), token, [&](std::uint32_t person, std::uint32_t at) { return mention(person).first_token < at; });
    if (after != people_.begin() && mention(*(after - 1)).first_token >= begin) take(*(after - 1));
    if (after != people_.end() && mention(*after).first_token < end) take(*after);
    const auto first = std::lower_bound(people_.begin(), people_.end(), begin, [&](std::uint32_t person, std::uint32_t at) { return mention(person).first_token < at; });
    if (first != people_.end() && mention(*first).first_token < end) take(*first);
    for (std::uint32_t at = begin; at < std::min(end, begin + longest); ++at) {
        if (scene_.reads(at, "he") || scene_.reads(at, "she") || scene_.reads(at, "his") || scene_.reads(at, "her")) {
            take(subject_before(token));
            break;
        }
    }
    return near;
}

}  // namespace roles
