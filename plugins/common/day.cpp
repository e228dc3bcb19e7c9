#include "day.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

#include "ascii.h"

namespace common {
namespace {

// What programs write that have no date lies outside: the years 1 and 1970.
constexpr int first_year = 1971, last_year = 2099;

constexpr std::array<std::string_view, 12> months = {"january", "february", "march",     "april",   "may",      "june",
                                                     "july",    "august",   "september", "october", "november", "december"};

// A number or a word; a number of a time or a zone is none.
struct Token {
    std::string_view text;
    int number = -1;
    int month = 0;
    bool is_year() const { return number >= 0 && text.size() == 4; }
    bool is_day() const { return number >= 0 && text.size() <= 2; }
};

int number_of(std::string_view digits) {
    int number = -1;
    if (!digits.empty() && digits.size() <= 4) std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// "Mar", "Sept", "March": three letters at least.
int month_of(std::string_view word) {
    for (std::size_t i = 0; i < months.size(); ++i) {
        const bool is_it = word.size() >= 3 && word.size() <= months[i].size() && begins_with(word, months[i].substr(0, word.size()));
        if (is_it) return static_cast<int>(i) + 1;
    }
    return 0;
}

std::size_t run_of(std::string_view text, bool (*is_kind)(char)) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_kind) - text.begin());
}

bool is_in_time(std::string_view value, std::size_t begin, std::size_t end) {
    const char before = begin > 0 ? value[begin - 1] : ' ', after = end < value.size() ? value[end] : ' ';
    return before == ':' || after == ':' || before == '+' || (before == '-' && end - begin == 4 && begin > 1 && !is_letter(value[begin - 2]));
}

std::vector<Token> tokens_of(std::string_view value) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < value.size();) {
        const std::string_view rest = value.substr(at);
        const std::size_t length = std::max<std::size_t>(is_digit(rest[0]) ? run_of(rest, is_digit) : run_of(rest, is_letter), 1);
        const std::string_view text = rest.substr(0, length);
        if (is_digit(text[0]) && !is_in_time(value, at, at + length)) tokens.push_back({text, number_of(text), 0});
        if (is_letter(text[0])) tokens.push_back({text, -1, month_of(text)});
        at += length;
    }
    return tokens;
}

std::string edtf(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (year < first_year || year > last_year || !date.ok()) return {};
    std::array<char, 40> text;
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    return {text.data(), static_cast<std::size_t>(length)};
}

// 2024-03-05…, 2024/3/5, 20240305…, 2024-03, 2024
std::string from_numbers(std::string_view value) {
    const std::string_view year = value.substr(0, run_of(value, is_digit));
    if (year.size() >= 8) return edtf(number_of(year.substr(0, 4)), number_of(year.substr(4, 2)), number_of(year.substr(6, 2)));
    if (year.size() != 4) return {};
    std::string_view rest = value.substr(4);
    if (rest.empty()) return edtf(number_of(year), 1, 1).substr(0, 4);
    const char mark = rest[0];
    if (mark != '-' && mark != '/' && mark != '.') return {};
    const std::string_view month = rest.substr(1, run_of(rest.substr(1), is_digit));
    rest.remove_prefix(1 + month.size());
    if (rest.empty() && month.size() == 2) return edtf(number_of(year), number_of(month), 1).substr(0, 7);
    if (rest.empty() || rest[0] != mark) return {};
    return edtf(number_of(year), number_of(month), number_of(rest.substr(1, run_of(rest.substr(1), is_digit))));
}

int full_year(const Token& token) { return token.text.size() == 2 ? token.number + (token.number < 50 ? 2000 : 1900) : token.number; }

// 5 Mar 2024, 5-Mar-24, March 5, 2024, Mar 5 09:00:00 2024
std::string from_words(const std::vector<Token>& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].month == 0) continue;
        const bool day_first = at > 0 && tokens[at - 1].is_day();
        if (day_first && at + 1 < tokens.size()) return edtf(full_year(tokens[at + 1]), tokens[at].month, tokens[at - 1].number);
        for (std::size_t year = at + 2; !day_first && year < tokens.size() && tokens[at + 1].is_day(); ++year) {
            if (tokens[year].is_year()) return edtf(tokens[year].number, tokens[at].month, tokens[at + 1].number);
        }
    }
    return {};
}

}  // namespace

std::string day_of(std::string_view value) {
    constexpr std::size_t longest = 100;
    value = trimmed(value).substr(0, longest);
    if (value.empty()) return {};
    std::string day = from_numbers(value);
    return day.empty() ? from_words(tokens_of(value)) : day;
}

}  // namespace common
