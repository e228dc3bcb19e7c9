/// Parses a list: NAME.tsv.
#pragma once

#include <string_view>
#include <vector>

#include "core/lexicon/format.h"
#include "core/lexicon/source.h"

namespace dateline::lexicon {

/// A parsed list; views point into the source's text.
struct ListSource {
    struct Entry {
        std::string_view words, value;
        std::size_t at = 0;  ///< where the words begin in the text
    };
    std::string_view name, source, licence;
    Condition condition = Condition::any;
    bool bits_only = false;  ///< its entries are no hits
    std::vector<Entry> entries;
};

/// Throws BuildError.
ListSource parse_list(const Source& source);

}  // namespace dateline::lexicon
