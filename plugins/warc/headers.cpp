#include "headers.h"

#include <algorithm>
#include <charconv>

namespace warc {
namespace {

constexpr std::string_view white = " \t\r\n\f\v";

// False when it is no field.
bool add_line(std::string_view line, Headers& headers) {
    if ((line[0] == ' ' || line[0] == '\t') && !headers.fields.empty()) {
        std::string& value = headers.fields.back().second;
        value.append(value.empty() ? "" : " ").append(trimmed(line));
        return true;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    headers.fields.emplace_back(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
    return true;
}

}  // namespace

std::string_view Headers::get(std::string_view name) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<Headers> read_headers(std::string_view bytes, Lines lines, std::size_t& length) {
    Headers headers;
    bool is_first = true;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = bytes.find('\n', at);
        if (end == std::string_view::npos) return std::nullopt;
        std::string_view line = bytes.substr(at, end - at);
        at = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) {
            length = at;
            return headers;
        }
        if (is_first) {
            headers.first_line = line;
        } else if (!add_line(line, headers) && lines == Lines::fields_only) {
            return std::nullopt;
        }
        is_first = false;
    }
    return std::nullopt;
}

ContentType content_type_of(std::string_view value) {
    ContentType type;
    const std::size_t end = std::min(value.find(';'), value.size());
    type.media_type = lower(trimmed(value.substr(0, end)));
    const std::string parameters = lower(value.substr(end));
    const std::size_t charset = parameters.find("charset=");
    if (charset != std::string::npos) {
        std::string_view name = value.substr(end + charset + std::string_view("charset=").size());
        name = trimmed(name.substr(0, name.find(';')));
        if (name.size() > 1 && (name[0] == '"' || name[0] == '\'')) name = name.substr(1, name.find(name[0], 1) - 1);
        type.charset = name;
    }
    return type;
}

std::optional<std::uint64_t> number_of(std::string_view digits, int base) {
    std::uint64_t number = 0;
    digits = trimmed(digits);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(white), text.size());
    return text.substr(begin, text.find_last_not_of(white) + 1 - begin);
}

}  // namespace warc
