#include "language.h"

#include <algorithm>

namespace common {
namespace {

constexpr std::string_view white = " \t\n\r\f\v";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(white), text.size());
    return text.substr(begin, text.find_last_not_of(white) + 1 - begin);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
    return result;
}

// Parts of one to eight letters and digits each.
bool has_form_of_tag(std::string_view parts) {
    while (true) {
        const std::string_view part = parts.substr(0, parts.find('-'));
        if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); })) return false;
        if (part.size() == parts.size()) return true;
        parts.remove_prefix(part.size() + 1);
    }
}

}  // namespace

std::string plain_language(std::string_view tag) {
    std::string parts = lower(trimmed(tag));
    std::replace(parts.begin(), parts.end(), '_', '-');
    const std::string primary = parts.substr(0, parts.find('-'));
    if (primary.size() < 2 || primary.size() > 3 || !std::all_of(primary.begin(), primary.end(), is_letter)) return {};
    if (primary == "und" || primary == "mul" || primary == "zxx" || primary == "mis" || !has_form_of_tag(parts)) return {};
    if (primary != "zh") return primary;
    const bool traditional = parts.find("hant") != std::string::npos || parts.ends_with("-tw") || parts.ends_with("-hk") || parts.ends_with("-mo");
    return traditional ? "zh-Hant" : primary;
}

}  // namespace common
