/// The lines of a page, and what is common to those of a document.
#pragma once

#include <vector>

#include "lines.h"

namespace pdf {

struct Sheet {
    std::vector<Line> lines;
    double height = 0;
};

constexpr double heading_size = 1.15;  ///< from here on, in sizes of the body, a line is a heading

/// The font size in which most of the document is written; 0 when it has no lines.
double body_size(const std::vector<Sheet>& sheets);

}  // namespace pdf
