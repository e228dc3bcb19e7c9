/// From which score on a block is kept.
#pragma once

#include <cstdint>
#include <vector>

#include "blocks.h"

namespace html {

/// The score, in hundredths of a logit, of the last block that should be kept so that the F-measure over the page's bytes is greatest, when each block is main text with the
/// probability that its score says: never more than 1, since what is more likely than not is kept anyway, and never less than odds of four to one against it.
/// Where a page is plain, that is near even odds; where everything is in doubt, it is better to keep too much than next to nothing.
/// N. Ye, K. M. A. Chai, W. S. Lee, H. L. Chieu: Optimizing F-Measures: A Tale of Two Approaches. ICML 2012.
std::int32_t threshold(const std::vector<Block>& blocks, const std::vector<std::int32_t>& scores);

}  // namespace html
