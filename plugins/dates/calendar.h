/// Calendar days of which parts may be unknown, spans of them, and how both are written as EDTF.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::dates {

/// A day, month or year. 0: not known, or not meant. Gregorian, years 1000 to 2999.
struct Date {
    int year = 0, month = 0, day = 0;

    bool operator==(const Date&) const = default;
    bool is_day() const { return month != 0 && day != 0; }
    bool is_full_day() const { return year != 0 && is_day(); }
};

enum class Precision : std::uint8_t { day, week, month, quarter, season, half, year, decade, century, range };

/// The word of the record's closed list.
std::string_view name(Precision precision);

/// What an expression points at: one date, or all from `first` to `last`.
struct Value {
    Date first, last;
    Precision precision = Precision::day;
};

/// An EDTF value without allocation; never longer than 21 characters.
class Edtf {
public:
    std::string_view view() const { return {text_.data(), size_}; }
    void put(char c) { text_[size_++] = c; }
    void put(int number, int digits);

private:
    std::array<char, 24> text_{};
    std::size_t size_ = 0;
};

/// Unknown parts above a known one are X: XXXX-03-21, XXXX-XX-21.
Edtf edtf(const Value& value);

/// A day, month or year as it stands.
Value whole(const Date& date);

/// Whether the known parts can stand together: month 1 to 12, a day that the month has (February has 29 when the year is unknown).
bool is_possible(const Date& date);
int days_in_month(int year, int month);

/// Monday is 1. Precondition: is_full_day() and is_possible().
int weekday(const Date& date);

/// The nth such weekday of a month; the last one when there are fewer. Precondition: a known year and month, nth > 0.
Date nth_weekday(int year, int month, int weekday, int nth);

/// The distance from `from` to `to`. Precondition: both are full days.
int days_between(const Date& from, const Date& to);

/// The day so many days on; with an unknown year the year stays unknown. Precondition: is_day().
Date plus_days(const Date& date, int days);

/// The month so many months on, without a day.
Date plus_months(const Date& date, int months);

/// Monday to Sunday around a day, or Saturday and Sunday of that week.
Value week_of(const Date& date);
Value weekend_of(const Date& date);

/// Seven days of a month from its `first` on, or its last seven where `first` is 28.
Value nth_week(int year, int month, int first);

/// `count` months from `month` on: 3 a quarter (or season), 6 a half. Winter may run into the next year.
Value months_from(int year, int month, int count, Precision precision);

}  // namespace dateline::dates
