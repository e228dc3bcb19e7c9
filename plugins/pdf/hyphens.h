/// Words that were divided at the end of a line.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "sheet.h"

namespace pdf {

class Hyphens {
public:
    /// Remembers which words the document writes with a hyphen within a line: these keep it, and so do those of a list (hyphenated.txt).
    explicit Hyphens(const std::vector<Sheet>& sheets);

    /// Appends a line to the text before it, with a blank, without one, or with a hyphen gone.
    void append(std::string& text, std::string_view line) const;

private:
    std::set<std::string, std::less<>> hyphenated_;
};

}  // namespace pdf
