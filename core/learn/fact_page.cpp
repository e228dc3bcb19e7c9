#include "core/learn/fact_page.h"

#include <algorithm>

namespace dateline::learn {

FactPage::FactPage(const Types& types, std::span<const EvidenceDeclaration> declared) : first_names_(types.types.size()) {
    for (const EvidenceDeclaration& evidence : declared) reasons_.push_back(keyword(evidence.name, 0));
    for (const TypeDeclaration& type : types.types) kind_names_.push_back("<" + type.name + ">");
    for (const std::string& kind : kind_names_) kinds_.push_back(keyword(kind, 0));
    for (const FactDeclaration& fact : types.facts) {
        const auto found = std::find_if(fact.fields.begin(), fact.fields.end(), [](const FieldDeclaration& field) { return field.kind == DATELINE_VALUE_REFERENCE; });
        reference_types_.push_back(found == fact.fields.end() ? DATELINE_NONE : types.find(found->reference));
    }
}

void FactPage::open(const Page& page, const Proposals& proposals) {
    page_ = &page;
    proposals_ = &proposals;
    over_.assign(page.document().analysis.tokens.size(), DATELINE_NONE);
    for (std::vector<std::uint64_t>& names : first_names_) names.clear();
    std::uint32_t index = 0;
    for (const Candidate& candidate : proposals.candidates) {
        const std::uint32_t own = index++;
        if (!candidate.verdict.accepted) continue;
        std::fill_n(over_.begin() + candidate.first_token, candidate.token_count, own);
    }
    for (std::uint32_t token = 0; token < over_.size(); ++token) {
        if (over_[token] == DATELINE_NONE) continue;
        const Candidate& candidate = proposals.candidates[over_[token]];
        std::vector<std::uint64_t>& names = first_names_[candidate.type];
        if (names.size() < most_ranks && std::find(names.begin(), names.end(), candidate.name_hash) == names.end()) names.push_back(candidate.name_hash);
    }
}

FactPlace FactPage::place(const Fact& fact) const {
    const auto range_of = [](const Candidate& candidate) { return TokenRange{candidate.first_token, candidate.first_token + candidate.token_count}; };
    const Candidate& subject = proposals_->candidates[fact.subject];
    FactPlace place;
    place.words = tokens(fact.begin, fact.end);
    place.subject = range_of(subject);
    place.subject_type = subject.type;
    place.reference_type = reference_types_[fact.fact];
    place.rule = keyword(fact.rule, 0);
    place.reasons = fact.evidence;
    for (std::uint32_t i = 0; i < fact.fields.count && place.reference.is_none(); ++i) {
        const Value& value = proposals_->fields[fact.fields.first + i];
        if (value.kind != DATELINE_VALUE_REFERENCE) continue;
        place.reference = range_of(proposals_->candidates[value.reference]);
        place.reference_candidate = value.reference;
    }
    return place;
}

TokenRange FactPage::tokens(std::uint32_t begin, std::uint32_t end) const {
    const auto& all = page_->document().analysis.tokens;
    const auto first = std::partition_point(all.begin(), all.end(), [&](const dateline_token& token) { return token.end <= begin; });
    const auto past = std::partition_point(first, all.end(), [&](const dateline_token& token) { return token.begin < end; });
    const auto at = static_cast<std::uint32_t>(first - all.begin());
    return {at, std::max(at + 1, static_cast<std::uint32_t>(past - all.begin()))};
}

Part FactPage::word(std::int64_t token, std::uint32_t from) const {
    if (token < 0) return {sentence_begin};
    if (!is_inside(token)) return {sentence_end};
    const auto at = static_cast<std::uint32_t>(token);
    const auto& tokens = page_->document().analysis.tokens;
    if (tokens[at].sentence != tokens[from].sentence) return {at < from ? sentence_begin : sentence_end};
    if (over_[at] != DATELINE_NONE) return kinds_[proposals_->candidates[over_[at]].type];
    return {page_->word(at), at};
}

std::uint32_t FactPage::past(std::uint32_t token) const {
    if (over_[token] == DATELINE_NONE) return token + 1;
    const Candidate& candidate = proposals_->candidates[over_[token]];
    return candidate.first_token + candidate.token_count;
}

bool FactPage::begins_line(std::int64_t token) const {
    return token <= 0 || !is_inside(token) || page_->is(static_cast<std::uint32_t>(token), DATELINE_TOKEN_LINE_BEFORE) ||
           page_->is(static_cast<std::uint32_t>(token), DATELINE_TOKEN_BLOCK_START);
}

TokenRange FactPage::sentence(std::uint32_t token) const {
    const auto& analysis = page_->document().analysis;
    const dateline_sentence& sentence = analysis.sentences[analysis.tokens[token].sentence];
    return {sentence.first_token, sentence.first_token + sentence.token_count};
}

std::uint32_t FactPage::sentences_between(std::uint32_t one, std::uint32_t other) const {
    const auto& tokens = page_->document().analysis.tokens;
    const std::uint32_t first = tokens[std::min(one, other)].sentence, last = tokens[std::max(one, other)].sentence;
    return last - first;
}

std::uint32_t FactPage::names_between(const TokenRange& range, std::uint32_t type) const {
    std::uint32_t count = 0;
    for (std::uint32_t token = range.first; token < std::min(range.end, range.first + longest); token = past(token)) {
        if (over_[token] != DATELINE_NONE && proposals_->candidates[over_[token]].type == type) ++count;
    }
    return count;
}

std::uint32_t FactPage::names_around(const TokenRange& range, std::uint32_t type) const {
    const auto& analysis = page_->document().analysis;
    const dateline_sentence& sentence = analysis.sentences[analysis.tokens[range.first].sentence];
    const std::uint32_t first = std::max(sentence.first_token, range.first - std::min(range.first, longest));
    return names_between({first, range.first}, type) + names_between({range.end, std::max(range.end, sentence.first_token + sentence.token_count)}, type);
}

std::uint32_t FactPage::rank(std::uint32_t candidate) const {
    const Candidate& given = proposals_->candidates[candidate];
    const std::vector<std::uint64_t>& names = first_names_[given.type];
    return static_cast<std::uint32_t>(std::find(names.begin(), names.end(), given.name_hash) - names.begin());
}

}  // namespace dateline::learn
