/// Days as pages write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace html {

struct Day {
    int year = 0, month = 0, day = 0;
    friend bool operator==(const Day&, const Day&) = default;
};

/// "2024-04-01"
std::string edtf(const Day& day);

/// The day that a machine-readable value begins with: 2024-04-01T10:00, 20240401, seconds since 1970; else as find_day.
std::optional<Day> read_day(std::string_view value, std::string_view language);

/// The first day in a text, with its length in it: 1 April 2024, April 1, 2024, 1.4.2024, 2024/4/1, 2024年4月1日, with month names of
/// many languages. The language (BCP 47, may be empty) decides between months of one name and between 4/1 and 1/4. Day 0: no day was found
/// with month and year.
struct FoundDay {
    Day day;
    std::size_t begin = 0, end = 0;
};
std::optional<FoundDay> find_day(std::string_view text, std::string_view language);

/// The day in an address: /2024/04/01/ or 2024-04-01 or 20240401.
std::optional<Day> day_of_url(std::string_view url);

}  // namespace html
