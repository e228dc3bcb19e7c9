/// Letters of ASCII, as tags and attributes are written.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace html {

constexpr std::string_view white = " \t\n\r\f\v";

inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

inline bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

inline std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
    return result;
}

inline std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(white), text.size());
    return text.substr(begin, text.find_last_not_of(white) + 1 - begin);
}

/// Each run of white space becomes one blank, none is left at the ends.
inline std::string folded(std::string_view text) {
    std::string result;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        const std::string_view word = text.substr(0, text.find_first_of(white));
        result.append(result.empty() ? "" : " ").append(word);
        text.remove_prefix(word.size());
    }
    return result;
}

/// Looks for `lower_needle` without regard to case. Npos when it is not there.
inline std::size_t find_lower(std::string_view text, std::string_view lower_needle, std::size_t from = 0) {
    const auto at = std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(), lower_needle.begin(),
                                lower_needle.end(), [](char a, char b) { return lower(a) == b; });
    return at == text.end() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

}  // namespace html
