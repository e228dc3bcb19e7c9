/// Which blocks of a page are its main text, by learned weights.
#pragma once

#include <cstdint>
#include <vector>

#include "features.h"
#include "number_file.h"

namespace html {

/// The weights that the program comes with: of each feature at the first and at the second look, in hundredths of a logit. Read once.
const NumberFile& shipped_weights();

/// For each block a score in hundredths of a logit, from the page's threshold on; above 0 is main text.
std::vector<std::int32_t> score_blocks(const Blocks& page, const Hints& hints, const NumberFile& weights);

}  // namespace html
