#include "roles.h"

namespace roles {

namespace {
constexpr std::uint32_t reach = 40;  // tokens after a verb
}

/// Titles whose person the rules of data/verbs.rules found; the title begins where the match ends.
void Roles::by_verbs() {
    for (const dateline_match& match : scene_.document().matches()) {
        const std::uint32_t at = match.outer_first + match.outer_count;
        if (at >= scene_.size() || match.outer_count == 0) continue;
        if (match.label == words_.label_opens && !opens_sentence(match.outer_first)) continue;
        if (!reader_.read(scene_, at, std::min(scene_.sentence_end(match.outer_first), at + reach), phrase_)) continue;
        if (stated(phrase_.titles[0].head)) continue;
        const std::uint32_t person = holder(match);
        if (person == none || mention(person).type != words_.person) continue;
        const bool where = match.label == words_.label_where, taken = match.label == words_.label_taken;
        const bool pronoun = where || taken || match.label == words_.label_subject || match.label == words_.label_pronoun ||
                             match.label == words_.label_pronoun_was;
        if (match.label == words_.label_left || match.label == words_.label_was || match.label == words_.label_pronoun_was) mark_former(phrase_);
        if (match.label == words_.label_named || where || taken) appoint(phrase_, person, where ? "former" : "incoming");
        const std::uint32_t begin = scene_.begin(match.outer_first), end = scene_.end_before(at);
        bool any_plural = false;
        for (std::size_t i = 0; i < phrase_.count; ++i) any_plural = any_plural || plural(phrase_.titles[i]);
        add_to_chain(any_plural ? last_person(person, at) : person, phrase_,
                     {pronoun ? evidence_.by_pronoun : evidence_.by_verb, begin, end, "roles/by-verb"});
    }
}

/// "retired as director of Acme"
void Roles::mark_former(Phrase& phrase) {
    for (std::size_t i = 0; i < phrase.count; ++i) {
        if (phrase.titles[i].status == "current") phrase.titles[i].status = "former";
    }
}

/// Whose title the words of a rule lead to, which phrase_ holds.
std::uint32_t Roles::holder(const dateline_match& match) const {
    if (match.label == words_.label_opens) return behind(match.outer_first);
    if (match.label == words_.label_subject) return subject_of(match.outer_first);
    if (match.label == words_.label_where || match.label == words_.label_taken) return subject_before(match.outer_first);
    if (match.label == words_.label_pronoun || match.label == words_.label_pronoun_was) {
        const bool where = match.outer_first > 0 && scene_.reads(match.outer_first - 1, "where");
        return where ? none : subject_before(match.outer_first);
    }
    for (std::uint32_t i = 0; i < match.capture_count; ++i) {
        const dateline_capture& capture = scene_.document().captures()[match.first_capture + i];
        if (capture.name == words_.capture_person) return capture.mention;
    }
    return none;
}

/// Whether a token begins its sentence, but for a quotation mark.
bool Roles::opens_sentence(std::uint32_t token) const {
    const std::uint32_t begin = scene_.sentence_begin(token);
    return token == begin || (token == begin + 1 && scene_.is(begin, DATELINE_TOKEN_PUNCTUATION));
}

/// "As founder of Acme, Li Na …", "As founder of Acme, she …": the one whom the sentence goes on with.
std::uint32_t Roles::behind(std::uint32_t first) const {
    std::uint32_t at = phrase_.end;
    if (!scene_.reads(at++, ",")) return none;
    while (scene_.has(at, words_.honorific | words_.last) || scene_.reads(at, ".")) ++at;
    if (const std::uint32_t person = scene_.begins(at, words_.person); person != none) return person;
    if (scene_.reads(at, "i")) return speaker(at);
    const bool pronoun = scene_.reads(at, "he") || scene_.reads(at, "she") || scene_.reads(at, "his") || scene_.reads(at, "her");
    return pronoun ? subject_before(first) : none;
}

/// Who says "I": the one who is named right behind the end of the quotation.
std::uint32_t Roles::speaker(std::uint32_t at) const {
    constexpr std::uint32_t longest = 60, beside = 6;
    const std::uint32_t limit = std::min(scene_.size(), at + longest);
    while (at < limit && !scene_.reads(at, "\"")) ++at;
    for (std::uint32_t i = 1; at < limit && i <= beside; ++i) {
        if (const std::uint32_t person = scene_.begins(at + i, words_.person); person != none) return person;
    }
    return none;
}

/// The last name of a list that begins with a person and ends before a token.
std::uint32_t Roles::last_person(std::uint32_t person, std::uint32_t before) const {
    auto at = std::lower_bound(people_.begin(), people_.end(), person);
    while (at + 1 != people_.end() && mention(*(at + 1)).first_token < before && joined(*at, *(at + 1))) ++at;
    return *at;
}

/// "Acme names Li Na as president": the organization that stands before the title, when none comes with it.
void Roles::appoint(Phrase& phrase, std::uint32_t person, std::string_view status) const {
    std::uint32_t organization = by_whom(phrase.end);
    if (organization == none) organization = subject_organization(phrase.titles[0].first);
    if (organization == none || status == "former") organization = organization_before(phrase.titles[0].first, person);
    for (std::size_t i = 0; i < phrase.count; ++i) {
        Title& title = phrase.titles[i];
        if (title.organization == none && title.body == none) title.organization = organization;
        if (title.status == "current") title.status = status;
    }
}

/// "… as president by the Board of Acme": the organization that appoints.
std::uint32_t Roles::by_whom(std::uint32_t at) const {
    constexpr std::uint32_t longest = 8;
    if (!scene_.reads(at, "by")) return none;
    const std::uint32_t limit = std::min(scene_.sentence_end(at), at + longest);
    for (++at; at < limit && !scene_.is(at, DATELINE_TOKEN_PUNCTUATION) && !scene_.covered(at, words_.person); ++at) {
        const std::uint32_t organization = scene_.begins(at, words_.organization);
        if (organization != none && !scene_.reads(scene_.past(organization), "of")) return organization;
    }
    return none;
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

/// Whom a sentence is about before a token: its first person, or whom its "she" means. None where an organization comes first.
std::uint32_t Roles::subject_of(std::uint32_t token) const {
    for (std::uint32_t at = scene_.sentence_begin(token); at < token; ++at) {
        if (scene_.reads(at, "he") || scene_.reads(at, "she") || scene_.reads(at, "his") || scene_.reads(at, "her")) return subject_before(token);
        const std::uint32_t person = scene_.begins(at, words_.person);
        if (person != none && !aside(person)) return person;
        if (scene_.covered(at, words_.organization) && scene_.sentence_begin(token) + 1 >= at) return none;
    }
    return none;
}

/// Whether a name stands in parentheses, as that of a reporter.
bool Roles::aside(std::uint32_t person) const {
    constexpr std::uint32_t longest = 4;
    const std::uint32_t name = mention(person).first_token;
    for (std::uint32_t i = 1; i <= longest && i <= name; ++i) {
        if (scene_.reads(name - i, "(")) return true;
    }
    return false;
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
    if (here != after && token > begin + beginning && !aside(*here)) return *here;
    if (begin == 0 || here == people_.begin()) return *(after - 1);
    const auto subject = from(scene_.sentence_begin(begin - 1));
    return subject != here ? *subject : *(after - 1);
}

}  // namespace roles
