#include "reading.h"

#include <algorithm>
#include <array>

namespace dateline::dates {
namespace {

constexpr std::array<std::string_view, form_count> rules = {
    "dates/iso", "dates/full-date", "dates/month-day", "dates/listed-day", "dates/date-year-relative", "dates/day", "dates/month-year",
    "dates/month-year-relative", "dates/month", "dates/month-capital", "dates/month-direction", "dates/week-of-month",
    "dates/year-stop-month", "dates/year", "dates/year-part", "dates/year-relative", "dates/short-years", "dates/years", "dates/years-open",
    "dates/range", "dates/numeric", "dates/numeric-stops", "dates/numeric-short", "dates/decade", "dates/decades", "dates/quarter",
    "dates/quarter-relative", "dates/half", "dates/half-relative", "dates/season", "dates/season-relative", "dates/season-direction",
    "dates/season-alone", "dates/weekday", "dates/weekday-direction", "dates/relative", "dates/same", "dates/ago", "dates/holiday",
    "dates/era"};

// Two digits of a year: 30 and above are of the last century.
int full_year(int year) {
    return year >= 100 ? year : year >= 30 ? 1900 + year : 2000 + year;
}

// Takes a value apart: numbers and words between single separators.
class Parts {
public:
    explicit Parts(std::string_view text) : rest_(text) {}

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

Precision precision_of(const Date& date) {
    return date.day ? Precision::day : date.month ? Precision::month : Precision::year;
}

bool in_reach(int year) {
    return year >= 1000 && year <= 2100;
}

void read_date(Reading& out, Parts parts) {
    out.first = out.last = parts.date();
    out.weekday = parts.number(' ');
    out.precision = precision_of(out.first);
}

void read_range(Reading& out, std::string_view value) {
    Parts sides(value);
    out.first = Parts(sides.word('/')).date();
    out.last = Parts(sides.rest()).date();
    out.precision = Precision::range;
}

void read_years(Reading& out, Parts parts) {
    out.first.year = parts.number(' ');
    out.last.year = parts.number(' ');
    out.precision = Precision::range;
}

// 2018-19: the second year in two digits.
void read_short_years(Reading& out, Parts parts) {
    out.first.year = parts.number(' ');
    const int next = parts.number(' ');
    out.last.year = (out.first.year + 1) % 100 == next ? out.first.year + 1 : Parts::bad;
    out.precision = Precision::range;
}

// 199X, 19XX
void read_decade(Reading& out, Parts parts) {
    const std::string_view words = parts.word(' ');
    const bool century = words.size() == 4 && words[2] == 'X';
    int year = 0;
    for (const char c : words) {
        year = year * 10 + (c >= '0' && c <= '9' ? c - '0' : 0);
    }
    out.first = out.last = {year, 0, 0};
    out.precision = century ? Precision::century : Precision::decade;
    if (!parts.rest().empty()) {
        Reading last;
        read_decade(last, parts);
        out.last = {last.first.year + 9, 0, 0};
        out.precision = Precision::range;
    }
}

void read_part(Reading& out, Parts parts, Precision precision, bool relative) {
    out.part = parts.number(' ');
    out.precision = precision;
    if (relative) {
        out.unit = Unit::year;
        out.distance = parts.number(' ');
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
    out.distance = parts.number(' ');
    out.from_text = parts.rest() == "text";
}

void read_ago(Reading& out, Parts parts) {
    out.distance = -parts.number(' ');
    out.unit = unit_of(parts.word(' '));
}

void read_month_distance(Reading& out, Parts parts) {
    out.first.month = out.last.month = parts.number(' ');
    out.distance = parts.number(' ');
    out.precision = Precision::month;
}

void read_words(Reading& out, std::string_view value) {
    Parts parts(value);
    switch (out.form) {
        case Form::range: return read_range(out, value);
        case Form::years: return read_years(out, parts);
        case Form::short_years: return read_short_years(out, parts);
        case Form::decade:
        case Form::decades: return read_decade(out, parts);
        case Form::quarter: return read_part(out, parts, Precision::quarter, false);
        case Form::quarter_relative: return read_part(out, parts, Precision::quarter, true);
        case Form::half: return read_part(out, parts, Precision::half, false);
        case Form::half_relative: return read_part(out, parts, Precision::half, true);
        case Form::season:
        case Form::season_alone: return read_part(out, parts, Precision::season, false);
        case Form::season_relative:
        case Form::season_direction: return read_part(out, parts, Precision::season, true);
        case Form::holiday: return read_holiday(out, parts);
        case Form::relative: return read_relative(out, parts);
        case Form::ago: return read_ago(out, parts);
        case Form::month_direction:
        case Form::month_year_relative: return read_month_distance(out, parts);
        case Form::date_year_relative:
            out.first.month = parts.number(' ');
            out.first.day = parts.number(' ');
            out.last = out.first;
            out.distance = parts.number(' ');
            return;
        case Form::weekday:
        case Form::weekday_direction:
            out.weekday = parts.number(' ');
            out.distance = parts.number(' ');
            return;
        case Form::same: out.unit = unit_of(value); return;
        case Form::year_relative:
            out.unit = Unit::year;
            out.distance = parts.number(' ');
            out.precision = Precision::year;
            return;
        case Form::years_open:
            out.first.year = parts.number(' ');
            out.precision = Precision::range;
            return;
        case Form::era:
            out.first.year = parts.number(' ');
            out.first.year += parts.number(' ');
            out.last = out.first;
            out.precision = Precision::year;
            return;
        case Form::numeric:
        case Form::numeric_stops:
        case Form::numeric_short: {
            out.part = parts.number(' ');
            out.nth = parts.number(' ');
            const int year = parts.number(' ');
            out.first.year = year ? full_year(year) : 0;
            out.last = out.first;
            return;
        }
        default: return read_date(out, parts);
    }
}

bool is_sound(const Reading& reading) {
    for (const Date& date : {reading.first, reading.last}) {
        if (!is_possible(date) || (date.year != 0 && !in_reach(date.year))) {
            return false;
        }
    }
    const bool backward = reading.first.year != 0 && reading.last.year != 0 && reading.last.year < reading.first.year;
    const bool numeric = reading.form == Form::numeric || reading.form == Form::numeric_stops || reading.form == Form::numeric_short;
    if (numeric) {
        return reading.part >= 1 && reading.nth >= 1 && std::min(reading.part, reading.nth) <= 12 && std::max(reading.part, reading.nth) <= 31;
    }
    return !backward && reading.part <= 12 && reading.weekday <= 7 && std::abs(reading.distance) < 10'000;
}

}  // namespace

std::string_view rule(Form form) {
    return rules[static_cast<std::size_t>(form)];
}

std::string_view label(Form form) {
    return rule(form).substr(std::string_view("dates/").size());
}

std::optional<Reading> read(Form form, std::string_view value) {
    Reading out;
    out.form = form;
    read_words(out, value);
    if (!is_sound(out)) {
        return std::nullopt;
    }
    return out;
}

}  // namespace dateline::dates
