/// Features: what the words in a candidate and around it, and the rest of the document, say for or against it; each has a learned weight.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/learn/page.h"
#include "core/learn/second_look.h"
#include "core/mention/candidate.h"

namespace dateline::learn {

/// The kind of a feature. Its parts are written with a space between them.
struct Template {
    std::string_view name;      ///< "before"
    std::string_view parts;     ///< a letter a part: w word, c class, s shape, n number, k keyword; W and S any number of words or shapes
    std::string_view sentence;  ///< for people: "stands after “{0}”"
};

std::span<const Template> templates();

/// The name of a template, and one of its parts as text. "before said" of the type person is one feature.
struct Feature {
    std::size_t index = 0;      ///< of its template
    std::uint64_t codes = 0;    ///< hash of the codes of its parts
    std::string parts;          ///< "said"

    bool operator==(const Feature&) const = default;
};

/// Whether a template is one of a second look.
bool is_second_look(std::string_view name);

/// The key of a feature in Weights, for a type ("person").
std::uint64_t feature_key(std::string_view type, std::size_t index, std::uint64_t codes);
/// Reads a feature as it is written in weights as text. Nothing when there is no such template or the parts do not fit it.
std::optional<Feature> parse_feature(std::string_view name, std::string_view parts);

/// Appends the features of a candidate of the document that the page is open on.
void find_features(const Page& page, const Candidate& candidate, std::vector<Feature>& out);
/// Those of a second look at it.
void find_features(const Page& page, SecondLook& look, const Candidate& candidate, std::vector<Feature>& out);
/// Only the index and codes of each: what training does hundreds of thousands of times.
struct FeatureCode {
    std::size_t index = 0;
    std::uint64_t codes = 0;
};
void find_feature_codes(const Page& page, const Candidate& candidate, std::vector<FeatureCode>& out);

}  // namespace dateline::learn
