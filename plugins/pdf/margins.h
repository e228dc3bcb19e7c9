/// How far lines reach to the right, so that a line that ends early can be told.
#pragma once

#include <map>
#include <utility>

#include "sheet.h"

namespace pdf {

class Margins {
public:
    Margins() = default;
    explicit Margins(const Sheet& sheet);

    /// Whether the next line's first word would have found room at the end of this line: it was broken on purpose, as in an address.
    bool is_broken(const Line& line, const Line& next) const;

private:
    using Key = std::pair<int, int>;
    static Key key(const Line& line, int aside);

    std::map<Key, double> right_;  ///< the furthest edge of lines that begin near the same place, by size: a headline over two columns does not count
};

}  // namespace pdf
