#include "calendar.h"

#include <algorithm>
#include <chrono>

namespace dateline::dates {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// Stands in for an unknown year: no leap year, so that it never invents February 29.
constexpr int any_year = 2001;

year_month_day civil(const Date& date) { return std::chrono::year{date.year ? date.year : any_year} / date.month / date.day; }

Date from_civil(const year_month_day& day) {
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())), static_cast<int>(static_cast<unsigned>(day.day()))};
}

void put_part(Edtf& out, int number, int digits) {
    if (number != 0) {
        out.put(number, digits);
        return;
    }
    for (int i = 0; i < digits; ++i) {
        out.put('X');
    }
}

void put_date(Edtf& out, const Date& date) {
    put_part(out, date.year, 4);
    if (date.month != 0 || date.day != 0) {
        out.put('-');
        put_part(out, date.month, 2);
    }
    if (date.day != 0) {
        out.put('-');
        out.put(date.day, 2);
    }
}

void put_years(Edtf& out, int year, int known_digits) {
    out.put(known_digits == 3 ? year / 10 : year / 100, known_digits);
    for (int i = known_digits; i < 4; ++i) {
        out.put('X');
    }
}

}  // namespace

std::string_view name(Precision precision) {
    static constexpr std::string_view names[] = {"day", "week", "month", "quarter", "season", "half", "year", "decade", "century", "range"};
    return names[static_cast<std::size_t>(precision)];
}

void Edtf::put(int number, int digits) {
    int power = 1;
    for (int i = 1; i < digits; ++i) {
        power *= 10;
    }
    for (; power > 0; power /= 10) {
        put(static_cast<char>('0' + number / power % 10));
    }
}

Edtf edtf(const Value& value) {
    Edtf out;
    if (value.precision == Precision::decade) {
        put_years(out, value.first.year, 3);
    } else if (value.precision == Precision::century) {
        put_years(out, value.first.year, 2);
    } else {
        put_date(out, value.first);
        if (value.last != value.first) {
            out.put('/');
            put_date(out, value.last);
        }
    }
    return out;
}

Value whole(const Date& date) { return {date, date, date.day ? Precision::day : date.month ? Precision::month : Precision::year}; }

int days_in_month(int year, int month) {
    const auto last = std::chrono::year{year ? year : 2000} / month / std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

bool is_possible(const Date& date) {
    if (date.year != 0 && (date.year < 1000 || date.year > 2999)) {
        return false;
    }
    if (date.month < 0 || date.month > 12 || date.day < 0) {
        return false;
    }
    return date.day <= (date.month == 0 ? 31 : days_in_month(date.year, date.month));
}

int weekday(const Date& date) { return static_cast<int>(std::chrono::weekday{sys_days{civil(date)}}.iso_encoding()); }

Date nth_weekday(int year, int month, int wanted, int nth) {
    const int first = 1 + (wanted - weekday({year, month, 1}) + 7) % 7;
    const int last = first + (days_in_month(year, month) - first) / 7 * 7;
    return {year, month, std::min(first + 7 * (nth - 1), last)};
}

int days_between(const Date& from, const Date& to) { return static_cast<int>((sys_days{civil(to)} - sys_days{civil(from)}).count()); }

Date plus_days(const Date& date, int days) {
    Date result = from_civil(year_month_day{sys_days{civil(date)} + std::chrono::days{days}});
    if (date.year == 0) {
        result.year = 0;
    }
    return result;
}

Date plus_months(const Date& date, int months) {
    const int index = date.month - 1 + months;
    const int years = index >= 0 ? index / 12 : (index - 11) / 12;
    return {date.year == 0 ? 0 : date.year + years, index - years * 12 + 1, 0};
}

Value week_of(const Date& date) {
    const Date monday = plus_days(date, 1 - weekday(date));
    return {monday, plus_days(monday, 6), Precision::week};
}

Value weekend_of(const Date& date) {
    const Date saturday = plus_days(date, 6 - weekday(date));
    return {saturday, plus_days(saturday, 1), Precision::range};
}

Value nth_week(int year, int month, int first) {
    const int begin = first == 28 ? days_in_month(year, month) - 6 : first;
    return {{year, month, begin}, {year, month, begin + 6}, Precision::week};
}

Value months_from(int year, int month, int count, Precision precision) {
    const Date first{year, month, 0};
    return {first, plus_months(first, count - 1), precision};
}

}  // namespace dateline::dates
