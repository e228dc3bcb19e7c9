/// White space and letters of ASCII.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace common {

constexpr std::string_view white = " \t\n\r\f\v";

constexpr bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

inline std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
    return result;
}

inline std::string_view trimmed(std::string_view text) {
    const auto* begin = std::find_if_not(text.begin(), text.end(), is_white);
    text.remove_prefix(static_cast<std::size_t>(begin - text.begin()));
    while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
    return text;
}

inline bool begins_with(std::string_view text, std::string_view lower_case) {
    return text.size() >= lower_case.size() &&
           std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char a, char b) { return a == lower(b); });
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

}  // namespace common
