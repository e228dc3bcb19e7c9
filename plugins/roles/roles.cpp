#include "roles.h"

namespace roles {

namespace {
constexpr std::uint32_t long_title = 9;  // tokens
}  // namespace

Roles::Roles(const dateline::Host& host) : words_(host), evidence_(host), bodies_(host), reader_(words_, bodies_) {}

Roles::Roles(const Roles& other) : words_(other.words_), evidence_(other.evidence_), bodies_(other.bodies_), reader_(words_, bodies_) {}

void Roles::relate(const dateline::Document& document, dateline::Output& output) {
    output_ = &output;
    scene_.open(document);
    people_.clear();
    stated_.assign(scene_.size(), false);
    taken_ = 0;
    shared_ = false;
    carried_ = none;
    std::uint32_t index = 0;
    for (const dateline_mention& mention : document.mentions()) {
        if (mention.type == words_.person) people_.push_back(index);
        ++index;
    }
    for (current_ = 0; current_ < people_.size(); ++current_) {
        const std::uint32_t person = people_[current_];
        comma_ = false;
        if (!inherit(person)) before_.count = 0;
        if (before_.count == 0 && !before(person) && !line_above(person)) carried_ = none;
        after(person);
        taken_ = std::max(taken_, past_credentials(scene_.past(person), scene_.size()));
    }
    by_verbs();
}

void Roles::add(std::uint32_t person, const Phrase& phrase, const Reason& reason) {
    for (std::size_t i = 0; i < phrase.count; ++i) add(person, phrase.titles[i], reason);
}

void Roles::add(std::uint32_t person, const Title& title, const Reason& reason) {
    const auto& tokens = scene_.document().tokens();
    stated_[title.head] = true;
    const std::uint32_t begin = tokens[title.first].begin, end = tokens[title.end - 1].end;
    dateline::Fact fact(words_.role, mention(person).candidate, begin, end, reason.rule);
    fact.because(reason.evidence, reason.begin, reason.end);
    if (scene_.has(title.head, words_.office)) {
        fact.because(evidence_.office, tokens[title.head].begin, tokens[title.head].end);
    } else {
        fact.because(evidence_.occupation, tokens[title.head].begin, tokens[title.head].end);
    }
    if (title.end - title.first > long_title) fact.because(evidence_.long_title);
    if (scene_.is(title.first, DATELINE_TOKEN_CAPITAL)) fact.because(evidence_.capital);
    if (describes(title)) {
        fact.because(evidence_.vague, tokens[title.head].begin, tokens[title.head].end);
    }
    std::uint32_t organization = title.organization;
    if (organization == none && title.body != none) {
        organization = bodies_.find(scene_, title.body);
        if (organization != none) fact.because(evidence_.generic_organization, tokens[title.body].begin, tokens[title.body].end);
    } else if (organization != none) {
        fact.because(evidence_.has_organization, mention(organization).begin, mention(organization).end);
    } else if (scene_.has(title.head, words_.company_office) && title.end <= title.head + 1) {
        organization = subject_organization(title.first);
        if (organization != none) fact.because(evidence_.implied_organization, mention(organization).begin, mention(organization).end);
    }
    fact.with(words_.title_field, wording(title)).with(words_.status_field, title.status);
    if (organization != none) {
        fact.with_reference(words_.organization_field, mention(organization).candidate);
    } else {
        fact.with_null(words_.organization_field);
    }
    output_->add(fact);
}

/// Whether a title only says what somebody is like: a word like "leader" in small letters, with no organization.
bool Roles::describes(const Title& title) const {
    if (scene_.has(title.first, words_.unnamed) && scene_.is(title.head, DATELINE_TOKEN_LOWER)) return true;
    const dateline_hit* vague = scene_.hit(title.head, words_.vague_list);
    if (vague == nullptr || !scene_.is(title.head, DATELINE_TOKEN_LOWER) || title.organization != none || title.body != none) return false;
    return dateline::view(vague->value) != "alone" || title.end - title.first == 1;
}

/// The title's text with white space folded, a plural one in the singular.
std::string_view Roles::wording(const Title& title) {
    const auto& tokens = scene_.document().tokens();
    wording_.clear();
    for (std::uint32_t i = title.first; i < title.end; ++i) {
        if (i != title.first && scene_.is(i, DATELINE_TOKEN_SPACE_BEFORE)) wording_ += ' ';
        wording_ += scene_.document().word(i);
        const dateline_hit* hit = i == title.head && plural(title) ? scene_.hit(i, words_.plural_list) : nullptr;
        if (hit == nullptr) continue;
        const std::string_view singular = dateline::view(hit->value);
        const std::size_t length = tokens[i].end - tokens[i].begin, from = wording_.size() - length;
        std::size_t same = 0;
        while (same < std::min(length, singular.size()) && (wording_[from + same] | 0x20) == (singular[same] | 0x20)) ++same;
        wording_.resize(from + same);
        for (char c : singular.substr(same)) wording_ += scene_.is(i, DATELINE_TOKEN_ALL_CAPITALS) ? static_cast<char>(c & ~0x20) : c;
    }
    return wording_;
}

}  // namespace roles

DATELINE_EXTRACTOR(roles::Roles, "roles", "0.1.0")
