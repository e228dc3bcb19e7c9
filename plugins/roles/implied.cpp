// The organization of a title that stands without one: that of the sentence, or what stands before a byline.
#include "roles.h"

namespace roles {

namespace {
constexpr std::uint32_t reach = 40;  // tokens
}  // namespace

/// The organization that a sentence is about, as far as it stands before a token: the nearest one that no preposition goes before.
/// What somebody says is another's sentence, so a quotation mark ends the search.
std::uint32_t Roles::subject_organization(std::uint32_t token) const {
    const std::uint32_t begin = scene_.sentence_begin(token), floor = token > reach ? std::max(begin, token - reach) : begin;
    for (std::uint32_t at = token; at-- > floor;) {
        if (scene_.reads(at, "\"")) return none;
        if (!scene_.covered(at, words_.organization)) continue;
        const std::uint32_t organization = scene_.mention(at);
        at = mention(organization).first_token;
        if (at < floor) return none;
        if (leads(at, floor)) return organization;
    }
    return none;
}

/// Whether an organization stands neither in parentheses or slashes, as wires do, nor behind a preposition, alone or in a list.
bool Roles::leads(std::uint32_t organization, std::uint32_t floor) const {
    std::uint32_t at = organization;
    if (scene_.mention(at) != none && scene_.reads(scene_.past(scene_.mention(at)), "-")) return false;  // VNA - The president …
    while (at > floor && scene_.has(at - 1, words_.article)) --at;
    if (at == floor) return true;
    if (scene_.reads(at - 1, "(") || scene_.reads(at - 1, "/") || scene_.has(at - 1, words_.status) || scene_.has(at - 1, words_.aside)) return false;
    const bool list = scene_.reads(at - 1, "and") || scene_.reads(at - 1, ",");
    if (!list || at < floor + 2 || !scene_.covered(at - 2, words_.organization)) return true;
    const std::uint32_t before = mention(scene_.mention(at - 2)).first_token;
    return before < floor || leads(before, floor);
}

/// The outlet of a byline: "Eastport News Agency, Moscow, July 26 (Correspondent: Li Na)", "Eastport Daily, by reporter Li Na". What stands
/// right before a bracket is also that of another title.
void Roles::outlet(std::uint32_t first) {
    constexpr std::uint32_t far = 14;
    if (first < 2) return;
    const bool bracket = scene_.reads(first - 1, "("), by = scene_.reads(first - 1, "by") && scene_.reads(first - 2, ",");
    if (bracket && scene_.covered(first - 2, words_.organization)) return own(phrase_, scene_.mention(first - 2));
    const bool label = bracket && scene_.reads(phrase_.end, ":");
    if (!label && !(by && scene_.has(phrase_.titles[0].head, words_.occupation))) return;
    const std::uint32_t from = std::max(scene_.sentence_begin(first), first > far ? first - far : 0);
    for (std::uint32_t at = first; at-- > from;) {
        if (scene_.covered(at, words_.organization)) return own(phrase_, scene_.mention(at));
    }
}

}  // namespace roles
