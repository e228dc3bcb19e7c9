/// What a confidence is worth: how often mentions and facts of a given confidence are right.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/evaluate/gold.h"

namespace dateline::evaluate {

/// A mention or fact of a record, held against the gold.
struct Judged {
    std::string kind;    ///< "date", "organization", "person", "base"; "person.role", "base.event", "base.organization"
    int confidence = 0;  ///< hundredths
    bool right = false;  ///< a mention of exactly this span and type; a fact all parts of which agree
};

/// All mentions of dates, organizations, people and bases, and all roles and facts of bases. Throws std::runtime_error when `record` is none.
std::vector<Judged> judge(const Gold& gold, std::string_view record);

class Reliability {
public:
    void add(const std::vector<Judged>& all);

    /// For each kind a line for each tenth of confidence that has any (how many, their mean confidence, how often they are right), and one for all with the
    /// expected calibration error: the mean distance of confidence and share of right ones, over ten bands (Naeini, Cooper and Hauskrecht, "Obtaining
    /// Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015).
    std::string table() const;

private:
    struct Band {
        std::size_t count = 0, right = 0, confidence = 0;  // confidence: the sum, in hundredths
    };
    std::map<std::string, std::array<Band, 10>> kinds_;
};

}  // namespace dateline::evaluate
