/// Reasons that mean more, or less, together than their weights add up to.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <vector>

#include "dateline/plugin.hpp"
#include "reasons.h"

namespace dateline::organizations {

/// The evidence of a pair is named FIRST-and-SECOND in data/evidence.tsv.
class Pairs {
public:
    explicit Pairs(const Host& host);

    /// Calls say(evidence id) for each pair that is among the reasons of a span.
    template <class Say>
    void explain(const std::bitset<reason_count>& reasons, Say&& say) const {
        for (const Pair& pair : pairs_) {
            if (reasons[static_cast<std::size_t>(pair.first)] && reasons[static_cast<std::size_t>(pair.second)]) {
                say(pair.evidence);
            }
        }
    }

private:
    struct Pair {
        Reason first, second;
        std::uint32_t evidence;
    };
    std::vector<Pair> pairs_;
};

}  // namespace dateline::organizations
