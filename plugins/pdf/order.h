/// The reading order of a page: columns one after the other, what spans them before and after.
#pragma once

#include <vector>

#include "lines.h"

namespace pdf {

/// Pieces of lines, none with a wide gap in it, in the order in which they are read. Pieces of one line stay apart.
/// Cuts the page at white gutters and, where none goes through, at the white space between lines (XY cut).
std::vector<Line> in_reading_order(std::vector<Line> pieces);

}  // namespace pdf
