#include "core/plugin/peer.h"

#include "core/text/utf8.h"

namespace dateline::plugin {
namespace {

constexpr std::size_t longest_message = 1000;

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

std::string_view message_of(dateline_string string) {
    if (string.data == nullptr) {
        return {};
    }
    const std::string_view text = view(string).substr(0, longest_message);
    return text.substr(0, text::valid_prefix(text));
}

bool is_text(dateline_string string, std::size_t limit) {
    if (string.length > limit || (string.data == nullptr && string.length > 0)) {
        return false;
    }
    const std::string_view text = view(string);
    return text::valid_prefix(text) == text.size() && text.find('\0') == std::string_view::npos;
}

bool is_date(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        return is_single_date(text);
    }
    const std::string_view first = text.substr(0, slash), last = text.substr(slash + 1);
    return (is_single_date(first) && (is_open(last) || is_single_date(last))) || (is_open(first) && is_single_date(last));
}

}  // namespace dateline::plugin
