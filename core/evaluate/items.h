/// What a score compares: the gold annotation and a record as sets of items of each measure.
#pragma once

#include <compare>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/evaluate/gold.h"

namespace dateline::evaluate {

/// Something that is right or wrong as a whole. Items are equal when all parts are; what has no place has start and end 0.
struct Item {
    std::uint64_t start = 0, end = 0;  ///< code points
    std::string what;                  ///< for people, and what tells items of one place apart

    auto operator<=>(const Item&) const = default;
};
using Items = std::set<Item>;

/// A fact as a record states it: for each part, every name that the part's entity goes by.
using LooseFact = std::vector<std::set<std::string>>;
/// A fact as the gold states it: one name a part.
using Fact = std::vector<std::string>;

/// One article in the terms of the measures.
struct GoldItems {
    explicit GoldItems(const Gold& gold);
    Items dates, organizations, people, bases, date_values, names, aliases, published;
    std::vector<Fact> roles, base_facts;
};

/// One record in the terms of the measures.
struct FoundItems {
    /// Empty `record`: nothing was found. Throws std::runtime_error when it is no record, or one whose offsets are not code points.
    explicit FoundItems(std::string_view record);
    Items dates, organizations, people, bases, date_values, names, aliases, published;
    std::vector<LooseFact> roles, base_facts;
    std::vector<int> role_confidences, base_fact_confidences;  ///< of each of these, in hundredths
};

/// Whether every part of a fact that was found is what the gold states.
bool agrees(const Fact& gold, const LooseFact& found);

}  // namespace dateline::evaluate
