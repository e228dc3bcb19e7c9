#include "roles.h"

namespace roles {

namespace {
constexpr std::uint32_t reach = 40;  // tokens after a verb
}

/// Titles whose person the rules of data/verbs.rules found; the title begins where the match ends.
void Roles::by_verbs() {
    const dateline::Document& document = scene_.document();
    for (const dateline_match& match : document.matches()) {
        const std::uint32_t at = match.outer_first + match.outer_count;
        if (at >= scene_.size() || match.outer_count == 0) continue;
        std::uint32_t person = none;
        for (std::uint32_t i = 0; i < match.capture_count; ++i) {
            const dateline_capture& capture = document.captures()[match.first_capture + i];
            if (capture.name == words_.capture_person) person = capture.mention;
        }
        const bool where = match.label == words_.label_where, pronoun = where || match.label == words_.label_pronoun;
        if (pronoun && !where && match.outer_first > 0 && scene_.reads(match.outer_first - 1, "where")) continue;
        if (pronoun) person = subject_before(match.outer_first);
        if (person == none || mention(person).type != words_.person) continue;
        if (!reader_.read(scene_, at, std::min(scene_.sentence_end(match.outer_first), at + reach), phrase_)) continue;
        if (match.label == words_.label_named || where) appoint(phrase_, person, where ? "former" : "incoming");
        const std::uint32_t begin = scene_.begin(match.outer_first), end = scene_.end_before(at);
        bool any_plural = false;
        for (std::size_t i = 0; i < phrase_.count; ++i) any_plural = any_plural || plural(phrase_.titles[i]);
        add_to_chain(any_plural ? last_person(person, at) : person, phrase_, {pronoun ? evidence_.by_pronoun : evidence_.by_verb, begin, end, "roles/by-verb"});
    }
}

/// The last name of a list that begins with a person and ends before a token.
std::uint32_t Roles::last_person(std::uint32_t person, std::uint32_t before) const {
    auto at = std::lower_bound(people_.begin(), people_.end(), person);
    while (at + 1 != people_.end() && mention(*(at + 1)).first_token < before && joined(*at, *(at + 1))) ++at;
    return *at;
}

/// "Acme names Li Na as president": the organization that stands before the title, when none comes with it.
void Roles::appoint(Phrase& phrase, std::uint32_t person, std::string_view status) const {
    std::uint32_t organization = subject_organization(phrase.titles[0].first);
    if (organization == none || status == "former") organization = organization_before(phrase.titles[0].first, person);
    for (std::size_t i = 0; i < phrase.count; ++i) {
        Title& title = phrase.titles[i];
        if (title.organization == none && title.body == none) title.organization = organization;
        if (title.status == "current") title.status = status;
    }
}

/// The nearest organization before a token of its sentence, up to another person.
std::uint32_t Roles::organization_before(std::uint32_t token, std::uint32_t person) const {
    const std::uint32_t begin = scene_.sentence_begin(token), from = token > reach ? std::max(begin, token - reach) : begin;
    for (std::uint32_t at = token; at-- > from;) {
        if (scene_.covered(at, words_.organization)) return scene_.mention(at);
        if (scene_.covered(at, words_.person) && scene_.mention(at) != person) return none;
    }
    return none;
}

/// Whom "he" or "she" means: the first person of the sentence, or of the one before it where the sentence begins so; else the last one named.
std::uint32_t Roles::subject_before(std::uint32_t token) const {
    const auto from = [&](std::uint32_t first) {
        return std::lower_bound(people_.begin(), people_.end(), first,
                                [&](std::uint32_t person, std::uint32_t at) { return mention(person).first_token < at; });
    };
    const auto after = from(token);
    if (after == people_.begin()) return none;
    const std::uint32_t begin = scene_.sentence_begin(token);
    const auto here = from(begin);
    constexpr std::uint32_t beginning = 3;
    if (here != after && token > begin + beginning) return *here;
    if (begin == 0 || here == people_.begin()) return *(after - 1);
    const auto subject = from(scene_.sentence_begin(begin - 1));
    return subject != here ? *subject : *(after - 1);
}

}  // namespace roles
