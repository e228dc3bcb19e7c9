#include "core/train/examples.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/learn/keys.h"
#include "core/learn/weigher.h"
#include "core/mention/confidence.h"
#include "core/text/utf8.h"

namespace dateline::train {
namespace {

// A marked span in bytes.
using Mark = std::tuple<std::uint32_t, std::uint32_t, std::string>;

std::set<Mark> marks_of(const evaluate::Gold& gold) {
    std::vector<std::uint32_t> bytes;  // by code point
    for (std::uint32_t at = 0; at < gold.text.size(); at += text::character_at(gold.text, at).length) bytes.push_back(at);
    bytes.push_back(static_cast<std::uint32_t>(gold.text.size()));
    std::set<Mark> marks;
    for (const evaluate::GoldMention& mention : gold.mentions) marks.emplace(bytes[mention.start], bytes[mention.end], mention.type);
    return marks;
}

bool overlaps_a_mark(const Candidate& candidate, const std::set<Mark>& marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](const Mark& mark) { return std::get<0>(mark) < candidate.end && candidate.begin < std::get<1>(mark); });
}

std::vector<Cluster> clusters_of(std::vector<Example> examples) {
    std::stable_sort(examples.begin(), examples.end(), [](const Example& a, const Example& b) { return a.first < b.first; });
    std::vector<Cluster> clusters;
    for (Example& example : examples) {
        if (clusters.empty() || example.first >= clusters.back().end) clusters.push_back({example.first, example.end, {}});
        clusters.back().end = std::max(clusters.back().end, example.end);
        clusters.back().examples.push_back(std::move(example));
    }
    return clusters;
}

}  // namespace

bool is_learned(const TypeDeclaration& type) {
    return type.silent() || type.name == "organization" || type.name == "person" || type.name == "base";
}

ExampleMaker::ExampleMaker(const pipeline::Engine& engine, const learn::Weights& words, Units& units)
    : engine_(engine), words_(words), units_(units), worker_(engine), look_(engine.plugins().types()) {}

template <class MakeExample>
Article ExampleMaker::article(const evaluate::Gold& gold, const Proposals& proposals, MakeExample make) {
    std::set<Mark> marks = marks_of(gold);
    const std::set<Mark> all_marks = marks;
    std::vector<Example> examples;
    for (const Candidate& candidate : proposals.candidates) {
        const TypeDeclaration& type = engine_.plugins().types().types[candidate.type];
        if (is_learned(type) && learn::is_hopeless(candidate, proposals, engine_.plugins().evidence())) continue;
        Example one = make(candidate);
        one.gold = marks.erase({candidate.begin, candidate.end, type.name}) > 0;  // of two alike the first
        one.possible = one.gold || (type.silent() && !overlaps_a_mark(candidate, all_marks));
        examples.push_back(std::move(one));
    }
    return {gold.name, clusters_of(std::move(examples)), false};
}

Article ExampleMaker::make(const evaluate::Gold& gold) {
    const pipeline::Result& result = worker_.process(gold.text, gold.name + ".txt");
    page_.open(result.document, result.proposals, words_);
    return article(gold, result.proposals, [&](const Candidate& candidate) { return example(candidate, result.proposals); });
}

Article ExampleMaker::make_again(const evaluate::Gold& gold) {
    const pipeline::Result& result = worker_.process(gold.text, gold.name + ".txt");
    page_.open(result.document, result.proposals, words_);
    look_.open(result.document, result.proposals);
    return article(gold, result.proposals, [&](const Candidate& candidate) { return example_again(candidate); });
}

Example ExampleMaker::example_again(const Candidate& candidate) {
    const TypeDeclaration& type = engine_.plugins().types().types[candidate.type];
    Example one;
    one.first = candidate.first_token;
    one.end = candidate.first_token + candidate.token_count;
    one.fixed = static_cast<float>(candidate.verdict.score) * static_cast<float>(candidate.weighed ? 1 : candidate.token_count) / 100;
    if (!is_learned(type)) return one;
    std::vector<learn::Feature> features;
    learn::find_features(page_, look_, candidate, features);
    for (const learn::Feature& feature : features) {
        one.units.push_back(units_.number(learn::feature_key(type.name, feature.index, feature.codes), [&] {
            return Unit{type.name, std::string(learn::templates()[feature.index].name), feature.parts, false, 0};
        }));
    }
    return one;
}

Example ExampleMaker::example(const Candidate& candidate, const Proposals& proposals) {
    const TypeDeclaration& type = engine_.plugins().types().types[candidate.type];
    Example one;
    one.first = candidate.first_token;
    one.end = candidate.first_token + candidate.token_count;
    if (!is_learned(type)) {
        one.fixed = static_cast<float>(candidate.verdict.score) * static_cast<float>(candidate.token_count) / 100;
        return one;
    }
    for (std::uint32_t i = candidate.evidence.first; i < candidate.evidence.first + candidate.evidence.count; ++i) {
        const EvidenceDeclaration& declared = engine_.plugins().evidence()[proposals.evidence[i].id];
        one.units.push_back(units_.number(learn::evidence_key(declared.plugin, declared.name),
                                          [&] { return Unit{std::string(declared.plugin), std::string(declared.name), {}, true, static_cast<float>(declared.weight) / 100}; }));
    }
    std::vector<learn::FeatureCode> codes;
    learn::find_feature_codes(page_, candidate, codes);
    std::vector<learn::Feature> features;  // made only when one of them is new
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const std::uint64_t key = learn::feature_key(type.name, codes[i].index, codes[i].codes);
        one.units.push_back(units_.number(key, [&] {
            if (features.empty()) learn::find_features(page_, candidate, features);
            return Unit{type.name, std::string(learn::templates()[features[i].index].name), features[i].parts, false, 0};
        }));
    }
    return one;
}

}  // namespace dateline::train
