#include "tests/mention/draft.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "core/mention/confidence.h"

namespace dateline {
namespace {

FieldDeclaration string_field(std::string name, bool nullable, std::vector<std::string> values = {}) {
    FieldDeclaration field;
    field.name = std::move(name);
    field.nullable = nullable;
    field.values = std::move(values);
    return field;
}

FieldDeclaration reference_field(std::string name, std::string type, bool nullable) {
    FieldDeclaration field;
    field.name = std::move(name);
    field.kind = DATELINE_VALUE_REFERENCE;
    field.reference = std::move(type);
    field.nullable = nullable;
    return field;
}

TypeDeclaration type(std::string name, std::string collection, std::string prefix) {
    TypeDeclaration declaration;
    declaration.name = std::move(name);
    declaration.collection = std::move(collection);
    declaration.id_prefix = std::move(prefix);
    return declaration;
}

TypeDeclaration date_type() {
    TypeDeclaration date = type("date", "dates", "d");
    date.named = false;
    date.key = "value";
    FieldDeclaration value = string_field("value", true);
    value.kind = DATELINE_VALUE_DATE;
    FieldDeclaration alternatives = value;
    alternatives.name = "alternatives";
    alternatives.list = true;
    FieldDeclaration implied = string_field("implied", true, {"year", "month"});
    implied.list = true;
    implied.on_mention = true;
    FieldDeclaration anchor = string_field("anchor", true, {"published", "dateline"});
    anchor.on_mention = true;
    anchor.reference = "date";
    date.attributes = {value, string_field("precision", true, {"day", "month", "year"}), string_field("reason", true, {"no-year", "ambiguous"}),
                       alternatives, implied, anchor};
    return date;
}

}  // namespace

Types sample_types() {
    Types types;
    types.types = {date_type(), type("organization", "organizations", "o"), type("person", "people", "p"), type("base", "bases", "b"),
                   type("place", "", "")};
    const auto add_fact = [&](std::string owner, std::string name, std::string collection, std::vector<FieldDeclaration> fields) {
        const std::uint32_t index = types.find(owner);
        types.types[index].facts.push_back(static_cast<std::uint32_t>(types.facts.size()));
        types.facts.push_back({std::move(name), std::move(collection), std::move(fields), index});
    };
    add_fact("person", "role", "roles",
             {string_field("title", false), reference_field("organization", "organization", true),
              string_field("status", false, {"current", "former", "incoming"})});
    add_fact("base", "event", "events", {string_field("type", false, {"unveiled", "opened"}), reference_field("date", "date", true)});
    add_fact("base", "organization", "organizations",
             {reference_field("organization", "organization", false), string_field("relation", false, {"built-by", "run-by"})});
    return types;
}

Draft::Draft(std::string words) : text(std::move(words)) {}

std::uint32_t Draft::find(std::string_view words, int occurrence) const {
    std::size_t at = text.find(words);
    for (; occurrence > 0 && at != std::string::npos; --occurrence) {
        at = text.find(words, at + 1);
    }
    if (at == std::string::npos) {
        throw std::invalid_argument("not in the text: " + std::string(words));
    }
    return static_cast<std::uint32_t>(at);
}

Range Draft::add_evidence(std::int32_t weight) {
    weights.push_back(weight);
    Evidence evidence;
    evidence.id = static_cast<std::uint32_t>(weights.size() - 1);
    proposals.evidence.push_back(evidence);
    return {static_cast<std::uint32_t>(proposals.evidence.size() - 1), 1};
}

std::uint32_t Draft::candidate(std::string_view type, std::string_view words, std::int32_t score, int occurrence) {
    Candidate candidate;
    candidate.type = types.find(type);
    candidate.begin = find(words, occurrence);
    candidate.end = candidate.begin + static_cast<std::uint32_t>(words.size());
    candidate.first_token = static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + candidate.begin, ' '));
    candidate.token_count = static_cast<std::uint32_t>(std::count(words.begin(), words.end(), ' ')) + 1;
    candidate.name_hash = std::hash<std::string_view>()(words);
    candidate.rule = "test/words";
    candidate.evidence = add_evidence(score);
    candidate.attributes.first = static_cast<std::uint32_t>(proposals.attributes.size());
    proposals.candidates.push_back(candidate);
    return static_cast<std::uint32_t>(proposals.candidates.size() - 1);
}

std::uint32_t Draft::link(std::uint32_t from, std::uint32_t to, dateline_link_reason reason, std::int32_t score) {
    Link link;
    link.reason = reason;
    link.from = from;
    link.to = to;
    link.begin = proposals.candidates[from].begin;
    link.end = proposals.candidates[from].end;
    link.rule = "test/link";
    link.evidence = add_evidence(score);
    proposals.links.push_back(link);
    return static_cast<std::uint32_t>(proposals.links.size() - 1);
}

std::uint32_t Draft::fact(std::uint32_t subject, std::string_view name, std::string_view words, std::int32_t score, std::uint32_t rival) {
    Fact fact;
    fact.fact = types.find_fact(proposals.candidates[subject].type, name);
    fact.subject = subject;
    fact.begin = find(words, 0);
    fact.end = fact.begin + static_cast<std::uint32_t>(words.size());
    fact.rival = rival;
    fact.rule = "test/fact";
    fact.evidence = add_evidence(score);
    fact.fields.first = static_cast<std::uint32_t>(proposals.fields.size());
    proposals.facts.push_back(fact);
    return static_cast<std::uint32_t>(proposals.facts.size() - 1);
}

void Draft::attribute(std::string_view name, std::string_view string, dateline_value_kind kind) {
    Candidate& candidate = proposals.candidates.back();
    Value value;
    value.name = types.find_attribute(candidate.type, name);
    value.kind = kind;
    value.string = proposals.keep(string);
    proposals.attributes.push_back(value);
    ++candidate.attributes.count;
}

void Draft::field(std::string_view name, std::string_view string, dateline_value_kind kind) {
    Value value;
    value.name = types.find_field(proposals.facts.back().fact, name);
    value.kind = kind;
    value.string = proposals.keep(string);
    proposals.fields.push_back(value);
    ++proposals.facts.back().fields.count;
}

void Draft::field(std::string_view name, std::uint32_t reference) {
    field(name, {}, DATELINE_VALUE_REFERENCE);
    proposals.fields.back().reference = reference;
}

void Draft::evidence(std::int32_t weight, std::uint32_t supporter) {
    add_evidence(weight);
    proposals.evidence.back().supporter = supporter;
    ++proposals.candidates.back().evidence.count;
}

void Draft::accept_all() {
    const auto judge = [this](auto& proposed) {
        proposed.verdict.score = weights[proposals.evidence[proposed.evidence.first].id];
        proposed.verdict.accepted = proposed.verdict.score > 0;
        proposed.verdict.margin = proposed.verdict.score;
        proposed.verdict.confidence = confidence_of(proposed.verdict.score);
    };
    std::for_each(proposals.candidates.begin(), proposals.candidates.end(), judge);
    std::for_each(proposals.links.begin(), proposals.links.end(), judge);
    std::for_each(proposals.facts.begin(), proposals.facts.end(), judge);
}

}  // namespace dateline
