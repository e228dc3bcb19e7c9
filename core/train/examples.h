/// Annotated articles as the trainer sees them: candidates with numbered features, and which of them the gold marks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/evaluate/gold.h"
#include "core/learn/features.h"
#include "core/learn/page.h"
#include "core/pipeline/pipeline.h"

namespace dateline::train {

/// A learned weight's place: a feature of a type, or a plugin's evidence.
struct Unit {
    std::string owner;     ///< the type, or the plugin's id
    std::string name;      ///< the template, or the evidence
    std::string parts;     ///< of a feature
    bool is_evidence = false;
    float start = 0;          ///< logits: the weight that the plugin gives its evidence
    std::uint32_t count = 0;  ///< of candidates that have it
};

/// All features and evidences met, numbered in the order of meeting.
class Units {
public:
    std::uint32_t size() const { return static_cast<std::uint32_t>(all_.size()); }
    const Unit& operator[](std::uint32_t index) const { return all_[index]; }
    /// The number of the unit with this key; `make` describes it when it is new.
    template <class Make>
    std::uint32_t number(std::uint64_t key, Make make) {
        const auto [place, is_new] = numbers_.emplace(key, size());
        if (is_new) all_.push_back(make());
        ++all_[place->second].count;
        return place->second;
    }

private:
    std::vector<Unit> all_;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

struct Example {
    std::uint32_t first = 0, end = 0;    ///< tokens
    float fixed = 0;                     ///< logits: the whole score of a type that is not learned
    bool gold = false;                   ///< is marked
    bool possible = false;               ///< may be accepted when the gold is right: marked, or of a silent type where nothing is marked
    std::vector<std::uint32_t> units;
};

/// Candidates that overlap, or are linked by such that do: decided on their own.
struct Cluster {
    std::uint32_t first = 0, end = 0;
    std::vector<Example> examples;
};

struct Article {
    std::string name;
    std::vector<Cluster> clusters;
    bool is_more = false;  ///< of those that are only trained on: annotated less well, or of another kind than those that count
};

/// The types that are learned: those that the gold marks, dates apart, and the silent ones, which compete with them.
bool is_learned(const TypeDeclaration& type);

class ExampleMaker {
public:
    /// `engine` is without learned features; `words` has the classes and kinds of words.
    ExampleMaker(const pipeline::Engine& engine, const learn::Weights& words, Units& units);
    Article make(const evaluate::Gold& gold);
    /// The same article for a second look: `engine` has learned features, whose verdicts are taken as they are.
    Article make_again(const evaluate::Gold& gold);

private:
    template <class MakeExample>
    Article article(const evaluate::Gold& gold, const Proposals& proposals, MakeExample make);
    Example example(const Candidate& candidate, const Proposals& proposals);
    Example example_again(const Candidate& candidate);

    const pipeline::Engine& engine_;
    const learn::Weights& words_;
    Units& units_;
    pipeline::Worker worker_;
    learn::Page page_;
    learn::SecondLook look_;
};

}  // namespace dateline::train
