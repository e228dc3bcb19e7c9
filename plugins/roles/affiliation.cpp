// Organizations that stand beside a name or a title, and letters behind a name.
#include "roles.h"

namespace roles {

namespace {
constexpr std::size_t longest_letters = 6;
}  // namespace

/// Gives the titles that have no organization this one.
void Roles::own(Phrase& phrase, std::uint32_t organization) const {
    for (std::size_t i = 0; i < phrase.count; ++i) {
        if (phrase.titles[i].organization == none && phrase.titles[i].body == none) phrase.titles[i].organization = organization;
    }
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

/// "Acme chairman Li Na and president Wang Wei": the organization of the title before goes on.
void Roles::carry(std::uint32_t first) {
    if (carried_ != none && current_ > 0 && first > 0) {
        const std::uint32_t from = scene_.past(people_[current_ - 1]);
        const bool joined =
            first == from + 1 && (scene_.reads(from, "and") || scene_.reads(from, "&")) && scene_.has(before_.titles[0].head, words_.office);
        if (joined && before_.titles[0].organization == none) own(before_, carried_);
    }
    carried_ = before_.titles[0].organization;
}

/// "Led by its founder, Li Na, Acme …": the organization that "its" looks ahead to.
void Roles::refer_ahead(std::uint32_t past) {
    const std::uint32_t organization =
        scene_.reads(past, ",") ? scene_.begins(scene_.has(past + 1, words_.article) ? past + 2 : past + 1, words_.organization) : none;
    for (std::size_t i = 0; organization != none && i < before_.count; ++i) {
        if (before_.titles[i].body != none && scene_.reads(before_.titles[i].body, "its")) before_.titles[i].organization = organization;
    }
}

/// Past letters after a name that are no title: ", PhD".
std::uint32_t Roles::past_credentials(std::uint32_t at, std::uint32_t limit) const {
    while (at < limit) {
        const std::uint32_t next = scene_.reads(at, ",") ? at + 1 : at;
        if (next >= limit || scene_.mention(next) != none) return at;
        const bool letters = next > at && scene_.is(next, DATELINE_TOKEN_ALL_CAPITALS) && !scene_.has(next, words_.last | words_.modifier) &&
                             scene_.document().word(next).size() <= longest_letters &&
                             (scene_.reads(next + 1, ",") || scene_.reads(next + 1, "-") || mark(next + 1));
        if (!scene_.has(next, words_.credential) && !letters) return at;
        at = next;
        ++at;
        while (at < limit &&
               (scene_.has(at, words_.credential) || (letters && !scene_.reads(at, ",") && !scene_.is(at, DATELINE_TOKEN_SPACE_BEFORE))))
            ++at;
        if (mark(at)) ++at;
        if (scene_.reads(at, ".") && at < limit && !scene_.starts_line(at + 1)) ++at;
    }
    return at;
}

/// Whether this is the mark of a certificate's letters: CAE®.
bool Roles::mark(std::uint32_t at) const { return scene_.reads(at, "®") || scene_.reads(at, "™"); }

}  // namespace roles
