#include "day.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

#include "../common/ascii.h"
#include "months.h"

namespace html {

using namespace common;
namespace {

constexpr int first_year = 1990, last_year = 2039;  // of web pages

bool is_valid(const Day& day) {
    const std::chrono::year_month_day date{std::chrono::year(day.year), std::chrono::month(static_cast<unsigned>(day.month)),
                                           std::chrono::day(static_cast<unsigned>(day.day))};
    return day.year >= first_year && day.year <= last_year && day.month > 0 && day.day > 0 && date.ok();
}

std::optional<Day> valid(const Day& day) { return is_valid(day) ? std::optional(day) : std::nullopt; }

int number(std::string_view digits) {
    int result = -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), result);
    return result;
}

bool are_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// A number, a word, or what stands between.
struct Token {
    std::string_view text;
    char kind = '-';  // '0' number, 'a' word, ' ' white space, else the character
    int value = -1;
};

bool is_word(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

// The length of the token at the beginning of a text that is not empty.
std::size_t token_length(std::string_view text) {
    const auto run = [&](auto is_kind) { return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_kind) - text.begin()); };
    return is_digit(text.front()) ? run(is_digit) : is_word(text.front()) ? run(is_word) : is_white(text.front()) ? run(is_white) : 1;
}

// No-break spaces count as blanks.
std::string with_plain_blanks(std::string_view text) {
    std::string result(text);
    for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF"}) {
        for (std::size_t at = result.find(blank); at != std::string::npos; at = result.find(blank, at)) {
            std::fill_n(result.begin() + static_cast<std::ptrdiff_t>(at), blank.size(), ' ');
        }
    }
    return result;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    while (!text.empty()) {
        const char c = text.front();
        Token token{text.substr(0, token_length(text)), is_digit(c) ? '0' : is_word(c) ? 'a' : is_white(c) ? ' ' : c, -1};
        if (token.kind == '0' && token.text.size() <= 4) token.value = number(token.text);
        text.remove_prefix(token.text.size());
        tokens.push_back(token);
    }
    return tokens;
}

class Finder {
public:
    Finder(std::string_view text, std::string_view language) : text_(with_plain_blanks(text)), tokens_(tokens_of(text_)), language_(language) {}

    std::optional<FoundDay> find() {
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            end_ = at;
            if (const std::optional<Day> day = at_token(at)) {
                const auto offset = [&](std::size_t token) { return static_cast<std::size_t>(tokens_[token].text.data() - text_.data()); };
                return FoundDay{*day, offset(at), offset(end_) + tokens_[end_].text.size()};
            }
        }
        return std::nullopt;
    }

private:
    std::optional<Day> at_token(std::size_t at) {
        if (tokens_[at].kind == 'a') return month_first(at);
        if (tokens_[at].kind != '0' || (at > 0 && tokens_[at - 1].kind == 'a' && is_letter(tokens_[at - 1].text.back()))) return std::nullopt;
        const bool is_year = tokens_[at].text.size() == 4;
        if (const auto day = is_year ? year_first(at) : numeric(at)) return day;
        return is_year ? std::nullopt : day_first(at);
    }

    char kind(std::size_t at) const { return at < tokens_.size() ? tokens_[at].kind : '\0'; }
    bool has_digits(std::size_t at, std::size_t least, std::size_t most) const {
        return kind(at) == '0' && tokens_[at].text.size() >= least && tokens_[at].text.size() <= most;
    }

    // Past blanks, commas, full stops, and words that stand between day, month and year ("de", "of", "th").
    std::size_t past_filling(std::size_t at) const {
        static constexpr std::array<std::string_view, 16> words = {"de", "del", "of",       "do",       "da",  "th", "st", "nd",
                                                                   "rd", "er",  "\xC2\xBA", "\xC2\xAA", "den", "e",  "d",  "the"};
        for (std::size_t steps = 0; at < tokens_.size() && steps < 6; ++at, ++steps) {
            const bool skip = kind(at) == ' ' || kind(at) == ',' || kind(at) == '.' || kind(at) == '/' || kind(at) == '-' || kind(at) == '\'' ||
                              (kind(at) == 'a' && std::find(words.begin(), words.end(), lower(tokens_[at].text)) != words.end());
            if (!skip) break;
        }
        return at;
    }

    int month_at(std::size_t at) const { return kind(at) == 'a' ? month_of(tokens_[at].text, language_) : 0; }
    bool is_year(std::size_t at) const { return has_digits(at, 4, 4); }

    std::optional<Day> with(int year, int month, int day, std::size_t end) {
        end_ = end;
        return valid({year, month, day});
    }

    // April 1, 2024
    std::optional<Day> month_first(std::size_t at) {
        const int month = month_at(at);
        const std::size_t day = month > 0 ? past_filling(at + 1) : at;
        const std::size_t year = past_filling(day + 1);
        return has_digits(day, 1, 2) && is_year(year) ? with(tokens_[year].value, month, tokens_[day].value, year) : std::nullopt;
    }

    // 1 April 2024
    std::optional<Day> day_first(std::size_t at) {
        const std::size_t month = past_filling(at + 1), year = past_filling(month + 1);
        return has_digits(at, 1, 2) && month_at(month) > 0 && is_year(year) ? with(tokens_[year].value, month_at(month), tokens_[at].value, year)
                                                                            : std::nullopt;
    }

    // 2024-04-01, 2024/4/1, 2024年4月1日, 2024 April 1
    std::optional<Day> year_first(std::size_t at) {
        if (const int month = month_at(past_filling(at + 1)); month > 0) {
            const std::size_t day = past_filling(past_filling(at + 1) + 1);
            return has_digits(day, 1, 2) ? with(tokens_[at].value, month, tokens_[day].value, day) : std::nullopt;
        }
        const std::size_t month = past_separator(at + 1), day = past_separator(month + 1);
        const bool is_date = month != at + 1 && day != month + 1 && has_digits(month, 1, 2) && has_digits(day, 1, 2);
        return is_date ? with(tokens_[at].value, tokens_[month].value, tokens_[day].value, day) : std::nullopt;
    }

    // One mark, or the sign for year or month, with blanks around.
    std::size_t past_separator(std::size_t at) const {
        const std::size_t mark = at + (kind(at) == ' ');
        const bool sign = kind(mark) == 'a' &&
                          (tokens_[mark].text == "年" || tokens_[mark].text == "月" || tokens_[mark].text == "년" || tokens_[mark].text == "월");
        if (!sign && kind(mark) != '-' && kind(mark) != '/' && kind(mark) != '.') return at;
        return mark + 1 + (kind(mark + 1) == ' ');
    }

    // 1.4.2024, 01/04/2024
    std::optional<Day> numeric(std::size_t at) {
        const std::size_t second = past_separator(at + 1), year = past_separator(second + 1);
        if (second == at + 1 || year == second + 1 || !has_digits(at, 1, 2) || !has_digits(second, 1, 2) ||
            !(is_year(year) || has_digits(year, 2, 2)))
            return std::nullopt;
        if (!is_year(year) && kind(year + 1) != '\0' && (kind(year + 1) == '.' || kind(year + 1) == '/' || kind(year + 1) == ':'))
            return std::nullopt;
        const bool marks_agree = kind(at + 1) == kind(second + 1);
        if (!marks_agree) return std::nullopt;
        int day = tokens_[at].value, month = tokens_[second].value;
        const bool month_leads = kind(at + 1) == '/' && (language_ == "en-us" || language_ == "en");
        if (month > 12 || (month_leads && day <= 12)) std::swap(day, month);
        return with(is_year(year) ? tokens_[year].value : 2000 + tokens_[year].value, month, day, year);
    }

    std::string text_;
    std::vector<Token> tokens_;
    std::string_view language_;
    std::size_t end_ = 0;
};

std::optional<Day> compact(std::string_view digits) {
    return digits.size() >= 8 ? valid({number(digits.substr(0, 4)), number(digits.substr(4, 2)), number(digits.substr(6, 2))}) : std::nullopt;
}

std::optional<Day> from_seconds(std::string_view digits) {
    const bool milliseconds = digits.size() == 13;
    long long seconds = 0;
    std::from_chars(digits.data(), digits.data() + digits.size() - (milliseconds ? 3 : 0), seconds);
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds)))};
    return valid(
        {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())), static_cast<int>(static_cast<unsigned>(date.day()))});
}

}  // namespace

std::string edtf(const Day& day) {
    std::array<char, 40> text;
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<Day> read_day(std::string_view value, std::string_view language) {
    value = trimmed(value).substr(0, 100);
    const std::string_view digits = value.substr(0, static_cast<std::size_t>(std::find_if_not(value.begin(), value.end(), is_digit) - value.begin()));
    if (digits.size() == value.size() && (digits.size() == 10 || digits.size() == 13)) return from_seconds(digits);
    if (digits.size() == 8 || digits.size() == 14) return compact(digits);
    const std::optional<FoundDay> found = find_day(value, language);
    return found ? std::optional(found->day) : std::nullopt;
}

std::optional<FoundDay> find_day(std::string_view text, std::string_view language) { return Finder(text, language).find(); }

std::optional<Day> day_of_url(std::string_view url) {
    for (std::size_t at = url.find_first_of("/-_="); at != std::string_view::npos; at = url.find_first_of("/-_=", at + 1)) {
        const std::string_view rest = url.substr(at + 1);
        if (rest.size() < 8 || !are_digits(rest.substr(0, 4))) continue;
        if (are_digits(rest.substr(0, 8)) && (rest.size() == 8 || !is_digit(rest[8]))) {
            if (const auto day = compact(rest)) return day;
        }
        const char mark = rest[4];
        const std::size_t second = rest.find(mark, 5);
        if ((mark != '/' && mark != '-' && mark != '_') || second == std::string_view::npos) continue;
        std::string_view month = rest.substr(5, second - 5), day = rest.substr(second + 1);
        day = day.substr(0, static_cast<std::size_t>(std::find_if_not(day.begin(), day.end(), is_digit) - day.begin()));
        const int named = month_of(month, "en");
        if ((are_digits(month) || named > 0) && !day.empty() && day.size() <= 2) {
            if (const auto found = valid({number(rest.substr(0, 4)), named > 0 ? named : number(month), number(day)})) return found;
        }
    }
    return std::nullopt;
}

}  // namespace html
