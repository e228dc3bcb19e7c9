/// Running heads, feet and page numbers: what stands on the pages and is no part of their text.
#pragma once

#include <vector>

#include "lines.h"

namespace pdf {

/// The lines of one page.
struct Sheet {
    std::vector<Line> lines;
    double height = 0;
};

/// Takes out lines near the upper and lower edge that stand on most pages or on three in the same words but for digits, and those that only number
/// the page.
void remove_furniture(std::vector<Sheet>& sheets);

}  // namespace pdf
