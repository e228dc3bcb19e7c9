// What a title and its organization may be beside what the grammar read: the judge has the choice.
#include <unordered_map>

#include "roles.h"

namespace roles {

namespace {
constexpr std::uint32_t longest_extension = 8, steps_back = 2, steps_on = 3, far = 40, close_by = 8;  // tokens
constexpr std::size_t most_facts = 2000;  // of a document that has so many roles, only what the grammar reads is submitted
}  // namespace

/// Submits what was read, with its choices: other organizations for the title as it was read, and other bounds of the title with the organization
/// that was read.
void Roles::submit_all() {
    for (std::size_t i = 0; i < readings_.size(); ++i) {
        const Reading& reading = readings_[i];
        Choices choices;
        choices.add({reading.organization, none});
        choices.add_bounds(reading.title.first, reading.title.end);
        if (submitted_ < most_facts) {
            find_organizations(i, choices);
            find_bounds(reading.title, choices);
        }
        for (std::size_t o = 0; o < choices.organization_count; ++o) submit(reading, choices.bounds[0], choices.organizations[o], false, o > 0);
        for (std::size_t b = 1; b < choices.bound_count; ++b) submit(reading, choices.bounds[b], choices.organizations[0], true, false);
    }
}

void Roles::Choices::add_bounds(std::uint32_t first, std::uint32_t end) {
    for (std::size_t i = 0; i < bound_count; ++i) {
        if (bounds[i].first == first && bounds[i].end == end) return;
    }
    if (bound_count < bounds.size()) bounds[bound_count++] = {first, end};
}

void Roles::Choices::add(const Choice& choice) {
    for (std::size_t i = 0; i < organization_count; ++i) {
        if (organizations[i].organization == choice.organization) return;
    }
    if (organization_count < organizations.size()) organizations[organization_count++] = choice;
}

void Roles::find_bounds(const Title& title, Choices& choices) const {
    std::uint32_t head_end = title.head + 1;
    if (scene_.has(title.head, words_.abbreviation) && scene_.reads(head_end, ".") && head_end < title.end) ++head_end;
    if (head_end < title.end) choices.add_bounds(title.first, head_end);
    if (const std::uint32_t longer = extended(title); longer != title.end) choices.add_bounds(title.first, longer);
    std::uint32_t at = title.first;
    for (std::uint32_t i = 0; i < steps_on && at < title.head; ++i) {
        ++at;
        while (at < title.head && !scene_.is(at, DATELINE_TOKEN_WORD)) ++at;
        choices.add_bounds(at, title.end);
    }
    at = title.first;
    for (std::uint32_t i = 0; i < steps_back && at > 0 && can_begin(at - 1, at); ++i) choices.add_bounds(--at, title.end);
}

/// Whether a title that begins at a token may rather begin at the one before it.
bool Roles::can_begin(std::uint32_t before, std::uint32_t first) const {
    if (scene_.starts_line(first)) return false;
    const std::uint32_t over = scene_.mention(before);
    if (over != none && words_.written(mention(over).type)) return false;
    return scene_.is(before, DATELINE_TOKEN_WORD) || scene_.has(before, words_.modifier);
}

/// Past words that may belong to a title behind what was read: "of the Mars 2020 science team".
std::uint32_t Roles::extended(const Title& title) const {
    const std::uint32_t limit = std::min(scene_.sentence_end(title.head), title.end + longest_extension);
    std::uint32_t at = title.end, end = title.end;
    for (; at < limit && !scene_.starts_line(at); ++at) {
        const std::uint32_t over = scene_.mention(at);
        if (over != none && words_.written(mention(over).type) && mention(over).type != words_.date) break;
        const bool joins = scene_.hit(at, words_.tie_list) != nullptr || scene_.has(at, words_.article) || scene_.reads(at, "and") ||
                           scene_.reads(at, "&") || scene_.reads(at, "-");
        if (!joins && (scene_.is(at, DATELINE_TOKEN_PUNCTUATION) || scene_.has(at, words_.stop))) break;
        if (!joins && at == title.end && !scene_.is(at, DATELINE_TOKEN_CAPITAL)) break;
        if (!joins) end = at + 1;
    }
    return end;
}

/// None, those that stand around the title and the name, those of roles nearby, the last one of an earlier sentence, and the first of the document.
void Roles::find_organizations(std::size_t reading, Choices& choices) const {
    const auto& [person, title, reason, own] = readings_[reading];
    choices.add({none, evidence_.without_organization});
    const std::uint32_t begin = scene_.sentence_begin(title.first), end = std::min(scene_.sentence_end(title.head), title.end + far),
                        past = scene_.past(person);
    add_organizations(title.end, end, 2, evidence_.organization_behind, choices);
    std::uint32_t at = title.first;
    for (std::uint32_t found = 0; at > begin && title.first - at < far && found < 2; --at) {
        const std::uint32_t organization = scene_.begins(at - 1, words_.organization);
        if (organization == none) continue;
        choices.add({organization, evidence_.organization_before});
        ++found;
    }
    add_organizations(past, std::min(scene_.size(), past + close_by), 1, evidence_.beside_name, choices);
    if (const std::uint32_t same = of_same_person(reading); same != none) choices.add({same, evidence_.of_same_person});
    if (reading > 0 && readings_[reading - 1].organization != none) choices.add({readings_[reading - 1].organization, evidence_.of_last_role});
    if (const std::uint32_t last = last_organization(begin); last != none) choices.add({last, evidence_.earlier});
    if (!organizations_.empty()) choices.add({organizations_.front(), evidence_.first_of_document});
    if (most_often_named_ != none) choices.add({most_often_named_, evidence_.most_often_named});
}

/// The first mention of the organization whose name stands most often, of equals of the first.
std::uint32_t Roles::most_often_named() const {
    std::unordered_map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> named;  // how often, and where first
    std::uint32_t most = 0, best = none;
    for (const std::uint32_t organization : organizations_) ++named.try_emplace(scene_.name(organization), 0, organization).first->second.first;
    for (const auto& [name, place] : named) {
        const auto& [count, first] = place;
        if (count < most || (count == most && first > best)) continue;
        most = count;
        best = first;
    }
    return best;
}

/// The first ones that begin between two tokens.
void Roles::add_organizations(std::uint32_t from, std::uint32_t to, std::size_t most, std::uint32_t evidence, Choices& choices) const {
    for (std::uint32_t at = from; at < to && most > 0; ++at) {
        const std::uint32_t organization = scene_.begins(at, words_.organization);
        if (organization == none) continue;
        choices.add({organization, evidence});
        --most;
    }
}

/// The organization of another title of the person, by the last word of the name.
std::uint32_t Roles::of_same_person(std::size_t reading) const {
    constexpr std::size_t reach = 60;  // readings
    const auto last_word = [&](std::uint32_t person) { return scene_.document().tokens()[scene_.past(person) - 1].hash; };
    const std::uint64_t name = last_word(readings_[reading].person);
    const std::size_t begin = reading > reach ? reading - reach : 0, end = std::min(readings_.size(), reading + reach);
    for (std::size_t i = begin; i < end; ++i) {
        const Reading& other = readings_[i];
        if (i != reading && other.organization != none && other.title.organization != none && other.reason.evidence != evidence_.near &&
            last_word(other.person) == name)
            return other.organization;
    }
    return none;
}

/// The last one that begins before a token.
std::uint32_t Roles::last_organization(std::uint32_t token) const {
    const auto at = std::lower_bound(organizations_.begin(), organizations_.end(), token,
                                     [&](std::uint32_t index, std::uint32_t first) { return mention(index).first_token < first; });
    return at == organizations_.begin() ? none : *(at - 1);
}

}  // namespace roles
