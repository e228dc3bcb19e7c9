// Titles that several people share: of a list before or after it, or each its own.
#include "roles.h"

namespace roles {

/// "Senators Snowe and Collins": the plural title goes on to the next name.
bool Roles::inherit(std::uint32_t person) {
    if (!shared_ || current_ == 0 || !joined(people_[current_ - 1], person)) {
        shared_ = false;
        return false;
    }
    Phrase own_ones = before_;
    if (const std::uint32_t organization = affiliation(person); organization != none) {
        for (std::size_t i = 0; i < own_ones.count; ++i) own_ones.titles[i].organization = organization;
    }
    add(person, own_ones, {evidence_.shared_plural, mention(person).begin, mention(person).end, "roles/shared-plural"});
    return true;
}

/// Whether a name is joined to the next one, so that a plural title can be both's.
bool Roles::shares(std::uint32_t person) const { return current_ + 1 < people_.size() && joined(person, people_[current_ + 1]); }

/// A plural title after several names is that of each.
void Roles::add_to_chain(std::uint32_t person, const Phrase& phrase, const Reason& reason) {
    bool any_plural = false;
    for (std::size_t i = 0; i < phrase.count; ++i) any_plural = any_plural || plural(phrase.titles[i]);
    add(person, phrase, reason);
    std::size_t i = static_cast<std::size_t>(std::lower_bound(people_.begin(), people_.end(), person) - people_.begin());
    for (; any_plural && i > 0 && joined(people_[i - 1], people_[i]); --i) {
        add(people_[i - 1], phrase, {evidence_.shared_plural, reason.begin, reason.end, reason.rule});
    }
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

/// Whether two names are neighbours in a list: "Li Na (Eastport) and Wang Wei".
bool Roles::joined(std::uint32_t left, std::uint32_t right) const {
    constexpr std::uint32_t longest_gap = 14;  // tokens
    std::uint32_t at = scene_.past(left);
    const std::uint32_t name = mention(right).first_token;
    if (name < at || name - at > longest_gap) return false;
    at = past_credentials(scene_.past_parenthesis(past_affiliation(at), name), name);
    const std::uint32_t separators = at;
    while (at < name && (scene_.reads(at, ",") || scene_.reads(at, "and") || scene_.reads(at, "or") || scene_.reads(at, "&"))) ++at;
    if (at == separators) return false;
    while (at < name && scene_.has(at, words_.honorific)) at += scene_.reads(at + 1, ".") ? 2 : 1;
    return at == name;
}

}  // namespace roles
