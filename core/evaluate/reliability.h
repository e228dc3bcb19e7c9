/// How often mentions of a given confidence are right: what a confidence is worth.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/evaluate/gold.h"

namespace dateline::evaluate {

class Reliability {
public:
    /// Counts a record's mentions of dates, organizations, people and bases: right is one of exactly this span and type. Throws std::runtime_error
    /// when `record` is none.
    void add(const Gold& gold, std::string_view record);

    /// "confidence  mentions  right", a line for each tenth from 0.50 on; a tenth without mentions has a "-".
    std::string table() const;

private:
    struct Band {
        std::size_t mentions = 0, right = 0;
    };
    std::array<Band, 5> bands_;  ///< 0.50 to 0.59, …, 0.90 to 0.99
};

}  // namespace dateline::evaluate
