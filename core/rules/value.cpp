#include "core/rules/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/mention/date.h"

namespace dateline::rules {
namespace {

constexpr std::size_t longest = 64 << 10;  // as of any string that a plugin submits

}  // namespace

std::optional<double> number_of(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::string problem_with(std::string_view text, const FieldDeclaration& declared) {
    if (text.size() > longest) return "is longer than 64 KiB";
    switch (declared.kind) {
        case DATELINE_VALUE_NUMBER: return number_of(text) ? "" : "is no number, such as 12 or 0.5";
        case DATELINE_VALUE_DATE: return is_date(text) ? "" : "is no date as records write it, such as 2024-11-03";
        default: break;
    }
    const auto& values = declared.values;
    if (values.empty() || std::find(values.begin(), values.end(), text) != values.end()) return "";
    return "is not on the closed list in the manifest";
}

}  // namespace dateline::rules
