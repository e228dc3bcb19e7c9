#include "tests/record/random_article.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/judge/judge.h"

namespace dateline::record {
namespace {

using Json = nlohmann::json;

const std::vector<std::string> words = {"Mei",  "ECNU",   "East",  "Zürich", "基地", "😀",   "“Base”", "He\u00A0Jia", "March",
                                        "2024", "e\u0301", "a\"b\\", "Co.,",   "Ltd", "\tx", "и",      "١٢"};

const std::vector<std::int32_t> weights = {-100, 5, 40, 150, 300, 300};

}  // namespace

RandomArticle::RandomArticle(Numbers numbers) : numbers_(std::move(numbers)), article_(make_text()) {
    const std::uint32_t count = 1 + below(30);
    for (std::uint32_t i = 0; i < count; ++i) {
        add_candidate(count);
    }
    for (std::uint32_t i = 0; i < 15; ++i) {
        add_fact(count);
        add_link(count);
    }
}

std::string RandomArticle::write() {
    judge::decide_spans(article_.draft.proposals, weights, {});
    judge::decide_facts(article_.draft.proposals, article_.draft.types, weights, {});
    resolve::resolve(article_.document.text, article_.draft.proposals, article_.draft.types, article_.resolution);
    return article_.write();
}

std::string RandomArticle::make_text() {
    std::string out;
    const std::uint32_t count = 1 + below(40);
    for (std::uint32_t i = 0; i < count; ++i) {
        out += i % 3 == 1 ? "\u3000" : " ";
        begins_.push_back(static_cast<std::uint32_t>(out.size()));
        out += words[below(words.size())];
        ends_.push_back(static_cast<std::uint32_t>(out.size()));
    }
    return out;
}

Range RandomArticle::add_evidence(std::uint32_t candidates) {
    Proposals& proposals = article_.draft.proposals;
    const Range range{static_cast<std::uint32_t>(proposals.evidence.size()), 1 + below(3)};
    for (std::uint32_t i = 0; i < range.count; ++i) {
        Evidence evidence;
        evidence.id = below(weights.size());
        evidence.supporter = below(3) == 0 ? below(candidates) : DATELINE_NONE;
        proposals.evidence.push_back(evidence);
    }
    return range;
}

// Values of the declared kinds, as the host makes sure; the reference's type is right for about half of them.
Range RandomArticle::add_values(const std::vector<FieldDeclaration>& declared, std::vector<Value>& values, std::uint32_t candidates) {
    const std::uint32_t first = static_cast<std::uint32_t>(values.size());
    for (std::uint32_t name = 0; name < declared.size(); ++name) {
        const FieldDeclaration& field = declared[name];
        for (std::uint32_t i = below(field.list ? 3 : 2); i > 0; --i) {
            Value value;
            value.name = name;
            value.kind = field.kind;
            value.string = field.kind == DATELINE_VALUE_DATE ? (below(2) == 0 ? "2024-03-21" : "2024")
                           : field.values.empty()            ? std::string_view(words[below(words.size())])
                                                             : std::string_view(field.values[below(field.values.size())]);
            refer(field, value, candidates);
            values.push_back(value);
        }
    }
    return {first, static_cast<std::uint32_t>(values.size()) - first};
}

void RandomArticle::refer(const FieldDeclaration& field, Value& value, std::uint32_t candidates) {
    if (field.reference.empty() || (field.kind != DATELINE_VALUE_REFERENCE && below(2) == 0)) {
        return;
    }
    const std::uint32_t target = below(candidates);
    const bool made = target < article_.draft.proposals.candidates.size();
    const bool right = made && article_.draft.types.types[article_.draft.proposals.candidates[target].type].name == field.reference;
    value.kind = right ? DATELINE_VALUE_REFERENCE : DATELINE_VALUE_NULL;
    value.reference = right ? target : DATELINE_NONE;
}

void RandomArticle::add_candidate(std::uint32_t count) {
    Draft& draft = article_.draft;
    Candidate candidate;
    candidate.type = below(draft.types.types.size());
    candidate.first_token = below(begins_.size());
    candidate.token_count = 1 + below(std::min<std::size_t>(4, begins_.size() - candidate.first_token));
    candidate.begin = begins_[candidate.first_token];
    candidate.end = ends_[candidate.first_token + candidate.token_count - 1];
    candidate.name_hash = std::hash<std::string>()(draft.text.substr(candidate.begin, candidate.end - candidate.begin));
    candidate.rule = "random/candidate";
    candidate.evidence = add_evidence(count);
    candidate.attributes = add_values(draft.types.types[candidate.type].attributes, draft.proposals.attributes, count);
    draft.proposals.candidates.push_back(candidate);
}

void RandomArticle::add_fact(std::uint32_t count) {
    Draft& draft = article_.draft;
    Fact fact;
    fact.subject = below(count);
    const Candidate& subject = draft.proposals.candidates[fact.subject];
    const std::vector<std::uint32_t>& kinds = draft.types.types[subject.type].facts;
    if (kinds.empty()) {
        return;
    }
    fact.fact = kinds[below(kinds.size())];
    fact.begin = subject.begin;
    fact.end = subject.end;
    fact.rival = below(3);
    fact.rule = "random/fact";
    fact.evidence = add_evidence(count);
    fact.fields = add_values(draft.types.facts[fact.fact].fields, draft.proposals.fields, count);
    draft.proposals.facts.push_back(fact);
}

void RandomArticle::add_link(std::uint32_t count) {
    Link link;
    link.reason = static_cast<dateline_link_reason>(below(7));
    link.from = below(count);
    link.to = below(count);
    for (std::uint32_t i = 0; i < count && type_of(link.from) != type_of(link.to); ++i) {
        link.to = (link.to + 1) % count;
    }
    link.begin = article_.draft.proposals.candidates[link.from].begin;
    link.end = article_.draft.proposals.candidates[link.from].end;
    link.rule = "random/link";
    link.evidence = add_evidence(count);
    article_.draft.proposals.links.push_back(link);
}

namespace {

std::u32string code_points(const std::string& utf8) {
    std::u32string out;
    for (const char byte : utf8) {
        if ((byte & 0xC0) != 0x80) {
            out.push_back(0);
        }
        out.back() = (out.back() << 8) | static_cast<unsigned char>(byte);
    }
    return out;
}

using Spans = std::vector<std::pair<std::size_t, std::size_t>>;

std::string check_mention(const Json& mention, const std::u32string& characters, Spans& spans) {
    spans.emplace_back(mention["start"], mention["end"]);
    const auto [start, end] = spans.back();
    if (start >= end || end > characters.size()) {
        return "a mention's span is empty or outside the text";
    }
    return characters.substr(start, end - start) == code_points(mention["text"]) ? "" : "a mention's text does not stand at its place";
}

std::string check_entity(const Json& entity, std::size_t number, std::size_t& before) {
    if (entity["id"].get<std::string>().substr(1) != std::to_string(number)) {
        return "ids do not follow the order";
    }
    const std::size_t first = entity["mentions"][0]["start"];
    return first < std::exchange(before, first) ? "entities do not stand in order of first mention" : "";
}

}  // namespace

std::string broken_promise(const std::string& record, const std::string& text) {
    if (record.empty() || record.find('\n') != record.size() - 1) {
        return "the record is not one line";
    }
    const Json parsed = Json::parse(record);
    const std::u32string characters = code_points(text);
    std::string broken = parsed["document"]["length"] == characters.size() ? "" : "the length is wrong";
    Spans spans;
    for (const auto& [collection, entities] : parsed["entities"].items()) {
        std::size_t number = 0, before = 0;
        for (const Json& entity : entities) {
            broken += check_entity(entity, ++number, before);
            for (const Json& mention : entity["mentions"]) {
                broken += check_mention(mention, characters, spans);
            }
        }
    }
    std::sort(spans.begin(), spans.end());
    const auto overlap = std::adjacent_find(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.second > b.first; });
    return overlap == spans.end() ? broken : broken + "mentions overlap";
}

}  // namespace dateline::record
