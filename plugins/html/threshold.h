/// From which score on a block is kept, by what the page's blocks have in all.
#pragma once

#include <cstdint>
#include <vector>

#include "blocks.h"

namespace html {

/// How often what is kept, the bytes of the blocks above 0, has to be doubled to be 2,048 bytes: at most 4 times. Of pages where that is little the weights, learned from longer
/// ones, keep too little; the file of weights says how much a doubling adds to all scores.
std::int32_t missing_doublings(const std::vector<Block>& blocks, const std::vector<std::int32_t>& scores);

/// The score, in hundredths of a logit, of the last block that should be kept so that the F-measure over the page's bytes is greatest, when each block is main text with the
/// probability that its score says: never more than 1, since what is more likely than not is kept anyway, and never less than odds of four to one against it.
/// Where a page is plain, that is near even odds; where everything is in doubt, it is better to keep too much than next to nothing.
/// N. Ye, K. M. A. Chai, W. S. Lee, H. L. Chieu: Optimizing F-Measures: A Tale of Two Approaches. ICML 2012.
std::int32_t threshold(const std::vector<Block>& blocks, const std::vector<std::int32_t>& scores);

}  // namespace html
