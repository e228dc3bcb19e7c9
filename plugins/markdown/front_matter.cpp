#include "front_matter.h"

#include <algorithm>
#include <optional>

namespace markdown {
namespace {

constexpr std::size_t longest = 64u << 10;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(space);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return trimmed(line);
}

bool is_key(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

std::string_view unquoted(std::string_view value) {
    const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    return quoted ? value.substr(1, value.size() - 2) : value;
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

// None when the text does not begin with front matter.
std::optional<FrontMatter> parse(std::string_view text, std::size_t reach) {
    const std::string_view head = text.substr(0, reach);
    std::string_view left = head;
    if (take_line(left) != "---") return {};
    FrontMatter result;
    while (!left.empty()) {
        const bool inside = left.front() == ' ' || left.front() == '\t';  // belongs to the key above
        const std::string_view line = take_line(left);
        if (line == "---" || line == "...") {
            result.rest = text.substr(head.size() - left.size());
            return result.values.empty() ? std::nullopt : std::optional(result);
        }
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos && !inside && is_key(line.substr(0, colon))) {
            result.values.emplace(lower(line.substr(0, colon)), unquoted(trimmed(line.substr(colon + 1))));
        } else if (!inside && !line.empty() && line.front() != '-' && line.front() != '#') {
            return {};  // a rule and prose
        }
    }
    return {};
}

bool is_day(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-dd";
    return text.size() == shape.size() && std::equal(text.begin(), text.end(), shape.begin(),
                                                     [](char c, char expected) { return expected == 'd' ? c >= '0' && c <= '9' : c == expected; });
}

}  // namespace

std::string_view FrontMatter::value(std::string_view key) const {
    const auto found = values.find(key);
    return found == values.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view FrontMatter::published() const {
    for (const std::string_view key : {"published", "date", "pubdate"}) {
        if (const std::string_view day = value(key).substr(0, 10); is_day(day)) return day;
    }
    return {};
}

bool has_front_matter(std::string_view text, std::size_t reach) { return parse(text, reach).has_value(); }

FrontMatter front_matter_of(std::string_view text) {
    FrontMatter none;
    none.rest = text;
    return parse(text, longest).value_or(none);
}

}  // namespace markdown
