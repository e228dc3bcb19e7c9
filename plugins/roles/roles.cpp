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
    submitted_ = 0;
    readings_.clear();
    read_.clear();
    organizations_.clear();
    std::uint32_t index = 0;
    for (const dateline_mention& mention : document.mentions()) {
        if (mention.type == words_.organization) organizations_.push_back(index);
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
    near();
    most_often_named_ = most_often_named();
    submit_all();
}

void Roles::add(std::uint32_t person, const Phrase& phrase, const Reason& reason) {
    for (std::size_t i = 0; i < phrase.count; ++i) add(person, phrase.titles[i], reason);
}

/// The organization of a title as the grammar read it: a mention, what a generic word means, or what the sentence is about.
std::uint32_t Roles::organization_of(const Title& title) const {
    if (title.organization != none) return title.organization;
    if (title.body != none) return bodies_.find(scene_, title.body);
    const bool company_office = scene_.has(title.head, words_.company_office) && title.end <= title.head + 1;
    return company_office ? subject_organization(title.first) : none;
}

void Roles::add(std::uint32_t person, const Title& title, const Reason& reason) {
    stated_[title.head] = true;
    read_.insert(std::uint64_t{person} << 32 | title.head);
    readings_.push_back({person, title, reason, organization_of(title)});
}

/// One of the choices of a title and its organization.
void Roles::submit(const Reading& reading, const Bounds& bounds, const Choice& choice, bool other_bounds, bool other_organization) {
    const auto& tokens = scene_.document().tokens();
    const auto& [person, read, reason, own] = reading;
    Title title = read;
    title.first = bounds.first;
    title.end = bounds.end;
    const std::uint32_t organization = choice.organization;
    dateline::Fact fact(words_.role, mention(person).candidate, tokens[title.first].begin, tokens[title.end - 1].end, reason.rule);
    fact.rival(static_cast<std::uint32_t>(&reading - readings_.data()) + 1).because(reason.evidence, reason.begin, reason.end);
    fact.because(scene_.has(title.head, words_.office) ? evidence_.office : evidence_.occupation, tokens[title.head].begin, tokens[title.head].end);
    if (title.end - title.first > long_title) fact.because(evidence_.long_title);
    if (scene_.is(title.first, DATELINE_TOKEN_CAPITAL)) fact.because(evidence_.capital);
    if (describes(title)) fact.because(evidence_.vague, tokens[title.head].begin, tokens[title.head].end);
    if (other_bounds) fact.because(evidence_.other_bounds);
    if (other_organization) {
        fact.because(choice.evidence);
    } else if (organization != none) {
        fact.because(title.organization != none ? evidence_.has_organization
                     : title.body != none       ? evidence_.generic_organization
                                                : evidence_.implied_organization,
                     mention(organization).begin, mention(organization).end);
    }
    fact.with(words_.title_field, wording(title)).with(words_.status_field, title.status);
    if (organization != none) {
        fact.with_reference(words_.organization_field, mention(organization).candidate);
    } else {
        fact.with_null(words_.organization_field);
    }
    output_->add(fact);
    ++submitted_;
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
