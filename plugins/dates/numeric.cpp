#include "numeric.h"

#include <algorithm>
#include <cstdlib>

namespace dateline::dates {
namespace {

constexpr std::size_t most_days = 24;  // how many other days are asked
constexpr int clear_distance = 20;     // one reading is so many days nearer to other dates than the other
constexpr int near_distance = 10;
constexpr int place_weight = 2;        // of a country that is named, in dates in words

}  // namespace

void NumericDates::resolve() {
    if (std::none_of(dates_.begin(), dates_.end(), [](const Found& date) { return is_numeric(date.reading.form); })) {
        return;
    }
    count_votes();
    for (Found& date : dates_) {
        if (is_numeric(date.reading.form)) {
            resolve(date);
        }
    }
}

void NumericDates::count_votes() {
    for (const Found& date : dates_) {
        const Reading& reading = date.reading;
        if (is_numeric(reading.form)) {
            in_numbers_ += reading.part > 12 ? -1 : reading.nth > 12 ? 1 : 0;
        } else if (reading.form == Form::full_date || reading.form == Form::month_day) {
            const bool number_first = (document_.tokens()[date.first_token].flags & DATELINE_TOKEN_HAS_DIGIT) != 0;
            in_words_ += reading.weekday != 0 ? 0 : number_first ? -1 : 1;
        }
        if (date.resolved && date.value.first.is_full_day() && days_.size() < most_days) {
            days_.push_back(date.value.first);
        }
    }
    for (const dateline_hit& hit : document_.hits()) {
        if (hit.list == words_.number_order && document_.is(hit.first_token, DATELINE_TOKEN_CAPITAL)) {
            in_places_ += view(hit.value) == "month" ? 1 : -1;
        }
    }
}

int NumericDates::days_to_others(const Date& day) const {
    int nearest = 100'000;
    for (const Date& other : days_) {
        const Date meant{day.year ? day.year : other.year, day.month, day.day};
        if (is_possible(meant)) {
            nearest = std::min(nearest, std::abs(days_between(meant, other)));
        }
    }
    return nearest;
}

// Positive when the reading with the month first is clearly nearer to the days that the article names in words.
int NumericDates::nearer(const Date& month_first, const Date& day_first) const {
    const int month_first_distance = days_to_others(month_first), day_first_distance = days_to_others(day_first);
    if (std::min(month_first_distance, day_first_distance) > near_distance) {
        return 0;
    }
    const int difference = day_first_distance - month_first_distance;
    return std::abs(difference) < clear_distance ? 0 : difference;
}

void NumericDates::resolve(Found& date) const {
    Reading& reading = date.reading;
    const int year = reading.first.year;
    const Date month_first{year, reading.part, reading.nth}, day_first{year, reading.nth, reading.part};
    const bool may_month_first = is_possible(month_first), may_day_first = is_possible(day_first);
    if (!may_month_first && !may_day_first) {
        return;
    }
    int votes = may_month_first - may_day_first;
    if (votes == 0 && month_first != day_first) {
        votes = in_numbers_ != 0 ? in_numbers_ : nearer(month_first, day_first);
        if (votes == 0) {
            votes = reading.form == Form::numeric_stops ? -1 : place_weight * in_places_ + in_words_;
        }
        date.ambiguous = votes == 0;
    }
    const Date day = votes > 0 ? month_first : day_first;
    reading.first = reading.last = day;
    date.value = {day, day, Precision::day};
    date.other = {month_first, month_first, Precision::day};
    date.resolved = true;
    date.implied_century = year != 0 && document_.word(date.end_token - 1).size() == 2;
    date.implied_year = year == 0;
}

}  // namespace dateline::dates
