/// The lines of the embedded word files of text analysis.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/fold.h"

namespace dateline::text {

/// Calls `line(word, rest)` for each entry: a word, then optionally a tab and more. Lines that begin with # are comments.
template <class Line>
void for_each_entry(std::string_view file, Line&& line) {
    while (!file.empty()) {
        const std::size_t end = std::min(file.find('\n'), file.size());
        const std::string_view text = file.substr(0, end);
        file.remove_prefix(std::min(end + 1, file.size()));
        if (text.empty() || text[0] == '#') continue;
        const std::size_t tab = std::min(text.find('\t'), text.size());
        line(text.substr(0, tab), text.substr(std::min(tab + 1, text.size())));
    }
}

/// The hash of a word's folded form.
inline std::uint64_t folded_hash(std::string_view word) {
    std::string folded;
    fold(word, folded);
    return hash(folded);
}

}  // namespace dateline::text
