#include "core/cli/values.h"

#include <charconv>
#include <optional>

#include "core/cli/parse.h"

namespace dateline::cli {
namespace {

// "jsonl|json|tsv" as "jsonl, json or tsv".
std::string spoken_list(std::string_view words) {
    std::string list(words);
    const std::size_t last = list.rfind('|');
    if (last != std::string::npos) {
        list.replace(last, 1, " or ");
    }
    for (std::size_t at = list.find('|'); at != std::string::npos; at = list.find('|', at)) {
        list.replace(at, 1, ", ");
    }
    return list;
}

std::optional<std::uint64_t> scaled(std::uint64_t number, std::string_view unit) {
    constexpr std::string_view units = "kMG";
    if (unit.empty()) {
        return number;
    }
    const std::size_t power = unit.size() == 1 ? units.find(unit.front()) : std::string_view::npos;
    const std::size_t shift = 10 * (power + 1);
    if (power == std::string_view::npos || number > (UINT64_MAX >> shift)) {
        return std::nullopt;
    }
    return number << shift;
}

std::optional<std::uint64_t> read_number(std::string_view value, bool with_unit) {
    std::uint64_t number = 0;
    const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
    const std::string_view rest = value.substr(static_cast<std::size_t>(end - value.data()));
    if (problem != std::errc() || (!with_unit && !rest.empty())) {
        return std::nullopt;
    }
    return scaled(number, rest);
}

void check_number(Kind kind, const std::string& value, const std::string& where) {
    const std::optional<std::uint64_t> number = read_number(value, kind == Kind::size);
    if (number && *number > 0) {
        return;
    }
    const std::string_view wanted = kind == Kind::size ? "a number of bytes such as 500k, 8M or 1G" : "a whole number from 1 on";
    throw UsageError(where + " takes " + std::string(wanted) + ", not '" + value + "'");
}

}  // namespace

bool is_word(std::string_view words, std::string_view value) {
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find('|'));
        if (word == value) {
            return true;
        }
        words.remove_prefix(std::min(words.size(), word.size() + 1));
    }
    return false;
}

void check_value(const Option& option, const std::string& value, const std::string& where) {
    switch (option.kind) {
        case Kind::number:
        case Kind::size: check_number(option.kind, value, where); return;
        case Kind::word:
            if (!is_word(option.words, value)) {
                throw UsageError(where + " takes " + spoken_list(option.words) + ", not '" + value + "'");
            }
            return;
        case Kind::file:
        case Kind::folder:
        case Kind::text:
            if (value.empty()) {
                throw UsageError(where + " needs " + std::string(option.argument) + ", but what was given is empty");
            }
            return;
        case Kind::none:
        case Kind::command: return;
    }
}

std::uint64_t number_of(std::string_view value) {
    return read_number(value, true).value_or(0);
}

}  // namespace dateline::cli
