/// Which blocks of a page are its main text, by learned weights.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "features.h"

namespace html {

/// Read once; shared by all threads.
class Weights {
public:
    /// Lines of "NAME TAB WEIGHT" in hundredths of a logit, comments with "#".
    explicit Weights(std::string_view file);
    std::int32_t of(std::string_view pass, std::string_view name) const;

private:
    std::unordered_map<std::string_view, std::int32_t> weights_;
};

/// The weights that the program comes with.
const Weights& shipped_weights();

/// For each block a score in hundredths of a logit; above 0 is main text.
std::vector<std::int32_t> score_blocks(const Blocks& page, const Hints& hints, const Weights& weights);

}  // namespace html
