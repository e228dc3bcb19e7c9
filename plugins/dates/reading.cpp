#include "reading.h"

#include <algorithm>
#include <array>

namespace dateline::dates {
namespace {

// Two digits of a year: 30 and above are of the last century.
int full_year(int year) { return year >= 100 ? year : year >= 30 ? 1900 + year : 2000 + year; }

// Takes a value apart: numbers and words between single separators.
class Parts {
public:
    Parts(std::string_view text) : rest_(text) {}

    // The text up to the separator, which is dropped; all of it when there is none.
    std::string_view word(char separator) {
        const std::size_t end = std::min(rest_.find(separator), rest_.size());
        const std::string_view word = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return word;
    }

    // 0 when empty; clamped, so that a hostile number stays a number.
    int number(char separator) {
        std::string_view digits = word(separator);
        const bool negative = !digits.empty() && digits.front() == '-';
        int number = 0;
        for (const char c : digits.substr(negative ? 1 : 0)) {
            if (c < '0' || c > '9') {
                return bad;
            }
            number = std::min(number * 10 + (c - '0'), 99'999);
        }
        return negative ? -number : number;
    }

    Date date() {
        const int year = number('-');
        const int month = number('-');
        const int day = number(' ');
        return {year ? full_year(year) : 0, month, day};
    }

    std::string_view rest() const { return rest_; }

    static constexpr int bad = 99'999;

private:
    std::string_view rest_;
};

Unit unit_of(std::string_view word) {
    static constexpr std::string_view names[] = {"", "day", "week", "weekend", "month", "quarter", "year", "decade"};
    const auto found = std::find(std::begin(names), std::end(names), word);
    return found == std::end(names) ? Unit::none : static_cast<Unit>(found - std::begin(names));
}

Precision precision_of(const Date& date) { return date.day ? Precision::day : date.month ? Precision::month : Precision::year; }

bool in_reach(int year) { return year >= 1000 && year <= 2100; }

// ---- One function a kind of value template

void read_date(Reading& out, Parts parts) {
    out.first = out.last = parts.date();
    out.weekday = parts.number(' ');
    out.precision = precision_of(out.first);
}

// A year, a month, and the day on which the week begins, 28 for the last seven; then perhaps the weekday that is meant, or "weekend".
void read_week(Reading& out, Parts parts) {
    const int year = parts.number('-');
    const int month = parts.number('-');
    out.first = {year, month, parts.number(' ')};
    out.last = out.first;
    out.precision = Precision::week;
    if (parts.rest() == "weekend") {
        out.unit = Unit::weekend;
    } else {
        out.nth = parts.number(' ');
    }
}

void read_range(Reading& out, Parts parts) {
    out.first = Parts(parts.word('/')).date();
    out.last = parts.date();
    out.weekday = parts.number(' ');
    out.precision = Precision::range;
}

void read_years(Reading& out, Parts parts) {
    out.first.year = parts.number(' ');
    out.last.year = parts.number(' ');
    out.precision = Precision::range;
}

// 2018-19, 1979-82: the second year in two digits. 2010-12 is a month.
void read_short_years(Reading& out, Parts parts) {
    constexpr int months = 12;
    out.first.year = parts.number(' ');
    const int next = parts.number(' ');
    const int last = out.first.year - out.first.year % 100 + next;
    const bool is_next = (out.first.year + 1) % 100 == next;
    out.last.year = is_next ? out.first.year + 1 : last > out.first.year && next > months ? last : Parts::bad;
    out.precision = Precision::range;
}

// 199X, 19XX, 196X 197X
void read_decade(Reading& out, Parts parts) {
    const std::string_view words = parts.word(' ');
    const bool century = words.size() == 4 && words[2] == 'X';
    int year = 0;
    for (const char c : words) {
        year = std::min(year * 10 + (c >= '0' && c <= '9' ? c - '0' : 0), Parts::bad);
    }
    out.first = out.last = {year, 0, 0};
    out.precision = century ? Precision::century : Precision::decade;
    if (!parts.rest().empty()) {
        Reading last;
        read_decade(last, parts.rest());
        out.last = {last.first.year + 9, 0, 0};
        out.precision = Precision::range;
    }
}

void read_distance(Reading& out, Parts& parts) {
    out.distance = parts.number(' ');
    out.from_text = parts.rest() == "text";
}

// Which quarter, half or first month of a season; then the year, or its distance.
template <Precision precision, bool is_relative>
void read_part(Reading& out, Parts parts) {
    out.part = parts.number(' ');
    out.precision = precision;
    if (is_relative) {
        out.unit = Unit::year;
        read_distance(out, parts);
    } else if (const int year = parts.number(' '); year != 0) {
        out.first.year = out.last.year = full_year(year);
    }
}

// 12-25; 05-1-L is the last Monday of May.
void read_holiday(Reading& out, Parts parts) {
    Parts day(parts.word(' '));
    out.first.month = day.number('-');
    const int number = day.number('-');
    if (day.rest().empty()) {
        out.first.day = number;
    } else {
        out.weekday = number;
        out.nth = day.rest() == "L" ? 9 : day.number('-');
    }
    out.first.year = parts.number(' ');
    out.last = out.first;
}

void read_relative(Reading& out, Parts parts) {
    out.unit = unit_of(parts.word(' '));
    read_distance(out, parts);
}

void read_ago(Reading& out, Parts parts) {
    out.distance = -parts.number(' ');
    out.unit = unit_of(parts.word(' '));
}

void read_same(Reading& out, Parts parts) { out.unit = unit_of(parts.rest()); }

void read_month_distance(Reading& out, Parts parts) {
    out.first.month = out.last.month = parts.number(' ');
    read_distance(out, parts);
    out.precision = Precision::month;
}

void read_day_distance(Reading& out, Parts parts) {
    out.first.month = parts.number(' ');
    out.first.day = parts.number(' ');
    out.last = out.first;
    read_distance(out, parts);
}

void read_weekday(Reading& out, Parts parts) {
    out.weekday = parts.number(' ');
    out.distance = parts.number(' ');
}

void read_year_distance(Reading& out, Parts parts) {
    out.unit = Unit::year;
    read_distance(out, parts);
    out.precision = Precision::year;
}

void read_open_years(Reading& out, Parts parts) {
    out.first.year = parts.number(' ');
    out.precision = Precision::range;
}

// The year before the era's first, and the year of the era.
void read_era(Reading& out, Parts parts) {
    out.first.year = parts.number(' ');
    out.first.year += parts.number(' ');
    out.last = out.first;
    out.precision = Precision::year;
}

// Two numbers, of which either may be the month, and the year.
void read_numbers(Reading& out, Parts parts) {
    out.part = parts.number(' ');
    out.nth = parts.number(' ');
    const int year = parts.number(' ');
    out.first.year = year ? full_year(year) : 0;
    out.last = out.first;
}

struct Kind {
    std::string_view rule;
    void (*read)(Reading&, Parts);
};

// In the order of Form.
constexpr std::array<Kind, form_count> kinds = {{
    {"dates/iso", read_date},
    {"dates/full-date", read_date},
    {"dates/month-day", read_date},
    {"dates/listed-day", read_date},
    {"dates/date-year-relative", read_day_distance},
    {"dates/day", read_date},
    {"dates/month-year", read_date},
    {"dates/month-year-relative", read_month_distance},
    {"dates/month", read_date},
    {"dates/month-capital", read_date},
    {"dates/month-short", read_date},
    {"dates/month-direction", read_month_distance},
    {"dates/week-of-month", read_week},
    {"dates/week-of-day", read_date},
    {"dates/year-stop-month", read_date},
    {"dates/year", read_date},
    {"dates/year-part", read_date},
    {"dates/year-relative", read_year_distance},
    {"dates/short-years", read_short_years},
    {"dates/years", read_years},
    {"dates/years-open", read_open_years},
    {"dates/range", read_range},
    {"dates/numeric", read_numbers},
    {"dates/numeric-stops", read_numbers},
    {"dates/numeric-short", read_numbers},
    {"dates/decade", read_decade},
    {"dates/decade-word", read_decade},
    {"dates/decades", read_decade},
    {"dates/quarter", read_part<Precision::quarter, false>},
    {"dates/quarter-relative", read_part<Precision::quarter, true>},
    {"dates/half", read_part<Precision::half, false>},
    {"dates/half-relative", read_part<Precision::half, true>},
    {"dates/season", read_part<Precision::season, false>},
    {"dates/season-relative", read_part<Precision::season, true>},
    {"dates/season-direction", read_part<Precision::season, true>},
    {"dates/season-alone", read_part<Precision::season, false>},
    {"dates/weekday", read_weekday},
    {"dates/weekday-direction", read_weekday},
    {"dates/relative", read_relative},
    {"dates/same", read_same},
    {"dates/ago", read_ago},
    {"dates/holiday", read_holiday},
    {"dates/era", read_era},
}};

bool runs_backward(const Date& first, const Date& last) {
    return first.year == last.year && first.month == last.month && first.day != 0 && last.day != 0 && last.day < first.day;
}

bool is_sound(const Reading& reading) {
    for (const Date& date : {reading.first, reading.last}) {
        if (!is_possible(date) || (date.year != 0 && !in_reach(date.year))) {
            return false;
        }
    }
    if (runs_backward(reading.first, reading.last) && reading.form == Form::range) {
        return false;
    }
    const bool backward = reading.first.year != 0 && reading.last.year != 0 && reading.last.year < reading.first.year;
    if (is_numeric(reading.form)) {
        return reading.part >= 1 && reading.nth >= 1 && std::min(reading.part, reading.nth) <= 12 && std::max(reading.part, reading.nth) <= 31;
    }
    return !backward && reading.part >= 0 && reading.part <= 12 && reading.weekday >= 0 && reading.weekday <= 7 && reading.nth >= 0 &&
           std::abs(reading.distance) < 10'000;
}

}  // namespace

bool is_numeric(Form form) { return form == Form::numeric || form == Form::numeric_stops || form == Form::numeric_short; }

std::string_view rule(Form form) { return kinds[static_cast<std::size_t>(form)].rule; }

std::string_view label(Form form) { return rule(form).substr(std::string_view("dates/").size()); }

bool is_impossible(Form form, std::string_view value) {
    constexpr int longest_month = 31;
    if (form != Form::full_date && form != Form::month_day && form != Form::range) {
        return false;
    }
    Reading out;
    kinds[static_cast<std::size_t>(form)].read(out, Parts(value));
    const auto no_day = [](const Date& date) { return date.month >= 1 && date.month <= 12 && date.day <= longest_month && !is_possible(date); };
    return no_day(out.first) || no_day(out.last) || runs_backward(out.first, out.last);
}

Date holiday(const Reading& reading, int year) {
    const int month = reading.first.month;
    return reading.nth == 0 ? Date{year, month, reading.first.day} : nth_weekday(year, month, reading.weekday, reading.nth);
}

std::optional<Reading> read(Form form, std::string_view value) {
    Reading out;
    out.form = form;
    kinds[static_cast<std::size_t>(form)].read(out, Parts(value));
    if (!is_sound(out)) {
        return std::nullopt;
    }
    return out;
}

}  // namespace dateline::dates
