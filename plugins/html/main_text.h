/// Which blocks of a page are its main text, by learned weights.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "features.h"

namespace html {

/// What a feature weighs at the first and at the second look, in hundredths of a logit.
struct Weight {
    std::int32_t first = 0, second = 0;
};

/// Read once; shared by all threads.
class Weights {
public:
    /// Lines of "NAME TAB FIRST TAB SECOND", comments with "#". The file must stay.
    explicit Weights(std::string_view file);
    /// Null when it weighs nothing.
    const Weight* find(std::string_view name) const;

private:
    std::unordered_map<std::string_view, Weight> weights_;
};

/// The weights that the program comes with.
const Weights& shipped_weights();

/// For each block a score in hundredths of a logit; above 0 is main text.
std::vector<std::int32_t> score_blocks(const Blocks& page, const Hints& hints, const Weights& weights);

}  // namespace html
