/// What a matched form says by itself, before the rest of the article is asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "calendar.h"

namespace dateline::dates {

/// The labels of data/dates.rules. Each says how the value template's words are read.
enum class Form : std::uint8_t {
    iso,
    full_date,
    month_day,
    listed_day,
    date_year_relative,
    day,
    month_year,
    month_year_relative,
    month,
    month_capital,
    month_short,
    month_direction,
    week_of_month,
    week_of_day,
    year_stop_month,
    year,
    year_part,
    year_relative,
    short_years,
    years,
    years_open,
    range,
    numeric,
    numeric_stops,
    numeric_short,
    decade,
    decade_word,
    decades,
    quarter,
    quarter_relative,
    half,
    half_relative,
    season,
    season_relative,
    season_direction,
    season_alone,
    weekday,
    weekday_direction,
    relative,
    same,
    ago,
    holiday,
    era
};
constexpr std::size_t form_count = static_cast<std::size_t>(Form::era) + 1;

/// A form's name in data/dates.rules, and in records after "dates/".
std::string_view label(Form form);
std::string_view rule(Form form);

/// Whether a form names a day that no calendar has: April 31, March 9-3.
bool is_impossible(Form form, std::string_view value);

/// Two or three numbers, of which it is open which is the month.
bool is_numeric(Form form);

enum class Unit : std::uint8_t { none, day, week, weekend, month, quarter, year, decade };

/// A form with its parts. Dates hold what was said; `value` is set as well when nothing is left to imply.
struct Reading {
    Form form = Form::year;
    Date first, last;  ///< as written; `last` differs in ranges only
    Precision precision = Precision::day;
    int weekday = 0;         ///< 1 is Monday, 0 none said
    Unit unit = Unit::none;  ///< of relative forms
    int distance = 0;        ///< in units; for `direction` forms -1, 0, 1
    bool from_text = false;  ///< a relative form that counts from the date before it, not from the publication
    int part = 0;            ///< quarter or half of a year
    int nth = 0;             ///< of a holiday: which weekday of the month, 9 the last; of numeric forms: the second number; of a week: the weekday that is meant

    bool is_range() const { return last != first; }
    bool has_year() const { return first.year != 0; }
};

/// The day of a holiday in a year.
Date holiday(const Reading& reading, int year);

/// Reads a filled-in value template. Nothing when its parts cannot be a date (month 13, year 9999).
std::optional<Reading> read(Form form, std::string_view value);

}  // namespace dateline::dates
