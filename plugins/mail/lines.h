/// A text line by line.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace mail {

/// Takes the first line off: with its end ("\n", "\r\n", or that of the text).
inline std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
    text.remove_prefix(line.size());
    return line;
}

inline std::string_view without_end(std::string_view line) {
    line.remove_suffix(line.ends_with('\n') ? 1 : 0);
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    return line;
}

/// A copy with line feeds when lines end with carriage returns alone, as on old Macs; empty when they do not.
inline std::string without_lone_returns(std::string_view text) {
    if (text.find('\n') != std::string_view::npos || text.find('\r') == std::string_view::npos) return {};
    std::string result(text);
    std::replace(result.begin(), result.end(), '\r', '\n');
    return result;
}

}  // namespace mail
