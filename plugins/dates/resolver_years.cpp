// The part of the resolver that tells years: of days and months without one, of "last year", of holidays.
#include <algorithm>
#include <cstdlib>

#include "resolver.h"

namespace dateline::dates {
namespace {

// What speaks against a year, in days of distance.
constexpr int wrong_weekday = 300, wrong_tense = 200, doubtful_tense = 50;
constexpr std::uint32_t listed = 3;       // how many dates on, one beside the other, a year is looked for
constexpr std::uint32_t entry_dates = 6;  // how many dates an entry of a chronicle is searched for its year

}  // namespace

bool Resolver::take_neighbours_year(std::uint32_t index) {
    Found& date = dates_[index];
    const auto take = [&](std::uint32_t other) {
        const Date& from = dates_[other].value.first;
        if (!dates_[other].resolved || !dates_[other].reading.has_year() || from.year == 0 || from.month == 0 ||
            !around_.same_sentence(date.first_token, dates_[other].first_token)) {
            return false;
        }
        date.value.first.year = from.year;
        set_anchor(date, AnchorKind::date, other);
        return true;
    };
    // "June 1, 2 and 9, 2023": the last one of a list says it.
    for (std::uint32_t next = index + 1; next < dates_.size() && next <= index + listed && dates_[next].first_token <= dates_[next - 1].end_token + 3; ++next) {
        if (take(next)) {
            return true;
        }
    }
    return index > 0 && date.first_token <= dates_[index - 1].end_token + 3 && take(index - 1);
}

bool Resolver::take_same_days_year(std::uint32_t index) {
    Found& date = dates_[index];
    if (!date.reading.first.is_day() || notes_.full_days.empty()) {
        return false;
    }
    const auto at = std::lower_bound(notes_.full_days.begin(), notes_.full_days.end(), index);
    const auto first = at - std::min<std::ptrdiff_t>(at - notes_.full_days.begin(), reach);
    const auto end = at + std::min<std::ptrdiff_t>(notes_.full_days.end() - at, reach);
    for (auto i = first; i != end; ++i) {
        const Date& day = dates_[*i].value.first;
        if (day.month == date.reading.first.month && day.day == date.reading.first.day) {
            date.value.first.year = day.year;
            set_anchor(date, AnchorKind::date, *i);
            return true;
        }
    }
    return false;
}

// In a chronicle: "1998 Flood. In the autumn ...": the year that begins the block.
bool Resolver::take_entrys_year(std::uint32_t index) {
    Found& date = dates_[index];
    for (std::uint32_t i = index; i-- > 0 && index - i <= entry_dates;) {
        const Found& other = dates_[i];
        if (!around_.same_block(other.first_token, date.first_token)) {
            return false;
        }
        if (other.resolved && other.reading.has_year() && other.value.first == other.value.last && around_.begins_block(other.first_token)) {
            date.value.first.year = other.value.first.year;
            set_anchor(date, AnchorKind::date, i);
            return true;
        }
    }
    return false;
}

// Of the years around the publication the one that fits weekday and tense, else the one that is nearest.
int Resolver::nearest_year(const Date& day, int said_weekday, Tense tense) const {
    const Date& now = published_.date;
    if (now.month == 0) {
        return now.year;
    }
    const Date base = now.day ? now : Date{now.year, now.month, 28};
    int best = base.year, best_cost = 1 << 20;
    for (int year = base.year - 1; year <= base.year + 1; ++year) {
        const Date candidate{year, day.month, day.day ? day.day : std::min(base.day, days_in_month(year, day.month))};
        if (!is_possible(candidate)) {
            continue;
        }
        const int distance = days_between(base, candidate);
        int cost = std::abs(distance);
        cost += said_weekday != 0 && weekday(candidate) != said_weekday ? wrong_weekday : 0;
        if (distance > 0 ? tense != Tense::future : tense == Tense::future) {
            cost += tense == Tense::unknown ? doubtful_tense : wrong_tense;
        }
        if (cost < best_cost) {
            best = year;
            best_cost = cost;
        }
    }
    return best;
}

// Without a publication date: the year that most dates with a month say, of equals the latest.
int Resolver::year_in_reach(std::uint32_t& from) const {
    from = notes_.usual_year;
    return from == DATELINE_NONE ? 0 : dates_[from].value.first.year;
}

// The year of a day or month that says none, in this order: the publication's own, a date's beside it, the nearest.
void Resolver::choose_year(std::uint32_t index) {
    Found& date = dates_[index];
    const Reading& reading = date.reading;
    date.implied_year = true;
    if (published_.is_stated() && published_.found == index) {
        date.value.first.year = published_.date.year;
    } else if (take_neighbours_year(index) || take_same_days_year(index) || take_entrys_year(index)) {
        return;
    } else if (published_.known()) {
        date.value.first.year = nearest_year(reading.first, reading.weekday, tense(date));
        set_anchor(date, AnchorKind::published);
    } else if (std::uint32_t from = 0; const int year = year_in_reach(from)) {
        date.value.first.year = year;
        set_anchor(date, AnchorKind::date, from);
    }
}

// "the first week of May", "the last weekend in June", "the second Sunday of March": the latter two need a year.
void Resolver::resolve_week(Found& date, int year) {
    constexpr int saturday = 6, last_week = 28, last = 9;
    const Reading& reading = date.reading;
    const int month = reading.first.month, nth = reading.first.day == last_week ? last : reading.first.day / 7 + 1;
    if (reading.unit != Unit::weekend && reading.nth == 0) {
        return set(date, nth_week(year, month, reading.first.day));
    }
    if (year != 0) {
        const Date day = nth_weekday(year, month, reading.unit == Unit::weekend ? saturday : reading.nth, nth);
        set(date, reading.unit == Unit::weekend ? weekend_of(day) : whole(day));
    }
}

void Resolver::resolve_year(std::uint32_t index) {
    Found& date = dates_[index];
    const Reading& reading = date.reading;
    date.value = {reading.first, reading.last, reading.precision};
    if (!reading.has_year()) {
        choose_year(index);
    }
    const int year = date.value.first.year;
    if (reading.form == Form::week_of_month) {
        return resolve_week(date, year);
    }
    if (reading.form == Form::week_of_day) {
        return year != 0 ? set(date, week_of(date.value.first)) : set(date, date.value);
    }
    date.value.last.year = reading.is_range() && reading.last.month < reading.first.month && year != 0 ? year + 1 : year;
    set(date, date.value);
}

// The year that "this year" (0), "last year" (-1), "of the same year" means; 0 when none is in reach. Sets the anchor.
int Resolver::relative_year(Found& date, int distance) {
    if (date.reading.from_text && last_year_ != DATELINE_NONE) {
        set_anchor(date, AnchorKind::date, last_year_);
        return dates_[last_year_].value.first.year + distance;
    }
    if (published_.known()) {
        date.anchor = AnchorKind::published;
        return published_.date.year + distance;
    }
    std::uint32_t from = 0;
    if (const int year = year_in_reach(from)) {
        date.anchor = AnchorKind::date;
        date.anchor_found = from;
        return year + distance;
    }
    return 0;
}

// "March last year", "by the end of the year"
void Resolver::resolve_relative_year(std::uint32_t index) {
    Found& date = dates_[index];
    Date day = date.reading.first;
    day.year = relative_year(date, date.reading.distance);
    if (day.year != 0 || day.month != 0) {
        set(date, whole(day));
        date.implied_year = true;
    }
}

// "last August", "this September"
void Resolver::resolve_month_direction(std::uint32_t index) {
    Found& date = dates_[index];
    const int month = date.reading.first.month, direction = date.reading.distance;
    int year = 0;
    if (published_.known() && published_.date.month != 0) {
        year = published_.date.year;
        year -= direction < 0 && month >= published_.date.month;
        year += direction > 0 && month <= published_.date.month;
        set_anchor(date, AnchorKind::published);
    }
    set(date, whole({year, month, 0}));
    date.implied_year = true;
}

void Resolver::resolve_holiday(std::uint32_t index) {
    Found& date = dates_[index];
    const Reading& reading = date.reading;
    int year = 0;
    if (published_.known()) {
        year = nearest_year({0, reading.first.month, reading.first.day}, 0, tense(date));
        set_anchor(date, AnchorKind::published);
    } else if (std::uint32_t from = 0; (year = year_in_reach(from)) != 0) {
        set_anchor(date, AnchorKind::date, from);
    } else {
        return;
    }
    date.implied_year = true;
    set(date, whole(holiday(reading, year)));
    date.implied_month = date.implied_day = true;
}

// "2007 to the present"
void Resolver::resolve_open_years(std::uint32_t index) {
    Found& date = dates_[index];
    if (published_.known() && date.reading.first.year <= published_.date.year) {
        set(date, {date.reading.first, {published_.date.year, 0, 0}, Precision::range});
        set_anchor(date, AnchorKind::published);
        date.implied_year = true;
    }
}

// ---- Tense

// "to be opened", "purpose-built": tells no past.
bool Resolver::is_participle(std::int64_t token) const { return around_.folded(token - 1) == "be" || around_.is_dash(token - 1); }

// What a deadline's word before a day says, "until 31 December"; else the nearest word in the sentence that tells past from future, and words before
// the date count for more.
Resolver::Tense Resolver::tense(const Found& date) const {
    constexpr int far = 14;
    const std::int64_t first = date.first_token, last = static_cast<std::int64_t>(date.end_token) - 1;
    const bool until = around_.in(first - 1, words_.deadline);
    if (until && date.reading.form == Form::month_day) {
        return Tense::future;
    }
    for (int distance = 1; distance <= far; ++distance) {
        for (const std::int64_t token : {first - distance, distance % 2 == 0 ? last + distance / 2 : -1}) {
            if (!around_.same_sentence(token, first)) {
                continue;
            }
            if (around_.in(token, words_.future)) {
                return Tense::future;
            }
            if (around_.in(token, words_.past) && !is_participle(token)) {
                return until ? Tense::unknown : Tense::past;
            }
        }
    }
    return Tense::unknown;
}

}  // namespace dateline::dates
