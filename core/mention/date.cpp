#include "core/mention/date.h"

#include <algorithm>

namespace dateline {
namespace {

bool is_digit(char character) {
    return (character >= '0' && character <= '9') || character == 'X';
}

bool take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count || !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count), is_digit)) {
        return false;
    }
    text.remove_prefix(count);
    return true;
}

// YYYY, YYYY-MM or YYYY-MM-DD, where the month may be a season or quarter, perhaps before the year 0, perhaps uncertain.
bool is_single_date(std::string_view text) {
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    if (!take_digits(text, 4)) {
        return false;
    }
    for (int part = 0; part < 2 && text.starts_with('-'); ++part) {
        text.remove_prefix(1);
        if (!take_digits(text, 2)) {
            return false;
        }
    }
    return text.empty() || (text.size() == 1 && std::string_view("?~%").find(text[0]) != std::string_view::npos);
}

bool is_open(std::string_view end) {
    return end.empty() || end == "..";
}

}  // namespace

bool is_date(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        return is_single_date(text);
    }
    const std::string_view first = text.substr(0, slash), last = text.substr(slash + 1);
    return (is_single_date(first) && (is_open(last) || is_single_date(last))) || (is_open(first) && is_single_date(last));
}

}  // namespace dateline
