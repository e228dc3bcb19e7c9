/// Words of a page to lines.
#pragma once

#include <string>
#include <vector>

#include "file.h"

namespace pdf {

struct Line {
    std::string text;
    double left, top, right, bottom;
    double size;
    int rotation;
    bool bold;
};

std::vector<Line> lines_of(const Page& page);

/// Whether no blank is written between these two: one ends, the other begins with a Chinese or Japanese character or mark.
bool joins_without_blank(std::string_view before, std::string_view after);

}  // namespace pdf
