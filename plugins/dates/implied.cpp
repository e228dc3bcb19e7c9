// The part of the resolver that tells days from other days: weekdays, "last year", "the same day", "the 28th".
#include <algorithm>
#include <cstdlib>

#include "resolver.h"

namespace dateline::dates {
namespace {

constexpr std::uint32_t reach = 24;
constexpr std::uint32_t near_tokens = 60;   // how far on a lone day still belongs to the date before it

Value whole(const Date& date) {
    return {date, date, date.day ? Precision::day : date.month ? Precision::month : Precision::year};
}

// A unit of time so many units away from a day. Nothing (year 0) where it needs a year that is not known.
Value moved(const Date& base, Unit unit, int distance) {
    switch (unit) {
        case Unit::day: return whole(plus_days(base, distance));
        case Unit::week: return week_of(plus_days(base, 7 * distance));
        case Unit::weekend: return weekend_of(plus_days(base, 7 * distance));
        case Unit::month: return whole(plus_months(base, distance));
        case Unit::quarter: {
            const Date first = plus_months({base.year, (base.month - 1) / 3 * 3 + 1, 0}, 3 * distance);
            return months_from(first.year, first.month, 3, Precision::quarter);
        }
        case Unit::decade: return whole({base.year + 10 * distance, 0, 0});
        default: return whole({base.year + distance, 0, 0});
    }
}

bool can_move(const Date& base, Unit unit) {
    switch (unit) {
        case Unit::day: return base.is_day();
        case Unit::week:
        case Unit::weekend: return base.is_full_day();
        case Unit::month:
        case Unit::quarter: return base.month != 0;
        default: return base.year != 0;
    }
}

}  // namespace

void Resolver::resolve_implied(std::uint32_t index) {
    Found& date = dates_[index];
    switch (date.reading.form) {
        case Form::date_year_relative:
        case Form::month_year_relative: {
            const int year = relative_year(date, date.reading.distance);
            Date day = date.reading.first;
            day.year = year;
            set(date, whole(day));
            date.implied_year = true;
            return;
        }
        case Form::year_relative:
            if (const int year = relative_year(date, date.reading.distance)) {
                set(date, whole({year, 0, 0}));
                date.implied_year = true;
            }
            return;
        case Form::day: return resolve_day_of_month(index);
        case Form::month_direction: return resolve_month_direction(index);
        case Form::quarter: return resolve_part(index, 3);
        case Form::half: return resolve_part(index, 6);
        case Form::quarter_relative:
        case Form::half_relative: {
            const int months = date.reading.form == Form::quarter_relative ? 3 : 6;
            int year = relative_year(date, date.reading.distance);
            if (year == 0 && last_year_ != DATELINE_NONE) {
                year = dates_[last_year_].value.first.year + date.reading.distance;
                set_anchor(date, AnchorKind::date, last_year_);
            }
            set(date, months_from(year, (date.reading.part - 1) * months + 1, months, date.reading.precision));
            date.implied_year = true;
            return;
        }
        case Form::season_relative:
            if (const int year = relative_year(date, date.reading.distance)) {
                set(date, months_from(year, date.reading.part, 3, Precision::season));
                date.implied_year = true;
            }
            return;
        case Form::season:
        case Form::season_alone: return resolve_season(index);
        case Form::season_direction: return resolve_season_direction(index);
        case Form::weekday:
        case Form::weekday_direction: return resolve_weekday(index);
        case Form::relative: return resolve_relative(index);
        case Form::ago: return resolve_ago(index);
        case Form::same: return resolve_same(index);
        case Form::holiday: return resolve_holiday(index);
        case Form::years_open: return resolve_open_years(index);
        default: return;
    }
}

// The year that "this year" (0), "last year" (-1) means; 0 when none is in reach. Sets the anchor.
int Resolver::relative_year(Found& date, int distance) {
    if (published_.known()) {
        date.anchor = AnchorKind::published;
        return published_.date.year + distance;
    }
    std::uint32_t from = 0;
    const auto index = static_cast<std::uint32_t>(&date - dates_.data());
    if (const int year = year_in_reach(index, from)) {
        date.anchor = AnchorKind::date;
        date.anchor_found = from;
        return year + distance;
    }
    return 0;
}

// A day later than the publication's is of the month before, unless it is to come or clearly nearer.
bool Resolver::is_of_month_before(const Found& date) const {
    const Date& now = published_.date;
    const int number = date.reading.first.day;
    if (now.day == 0 || number <= now.day) {
        return false;
    }
    const int ahead = number - now.day, behind = 30 - ahead;
    const Tense when = tense(date);
    return when == Tense::past || (when == Tense::unknown && behind < ahead + 5);
}

// "in November, and on the 21st"
bool Resolver::is_month_of_sentence(std::uint32_t month, std::uint32_t day) const {
    const Found& date = dates_[month];
    return date.resolved && date.value.precision == Precision::month && around_.same_sentence(date.first_token, dates_[day].first_token);
}

// "On July 26 ... the 28th": the month of a date shortly before, else the publication's or the one before it.
void Resolver::resolve_day_of_month(std::uint32_t index) {
    Found& date = dates_[index];
    const int number = date.reading.first.day;
    const bool after_date = last_day_ != DATELINE_NONE && index - last_day_ <= reach;
    const bool beside = after_date && date.first_token - dates_[last_day_].end_token <= near_tokens;
    Date day;
    if (index > 0 && is_month_of_sentence(index - 1, index)) {
        day = {dates_[index - 1].value.first.year, dates_[index - 1].value.first.month, 0};
        set_anchor(date, AnchorKind::date, index - 1);
    } else if (!beside && published_.date.month != 0) {
        const Date& now = published_.date;
        const Date month{now.year, now.month, 0};
        day = is_of_month_before(date) ? plus_months(month, -1) : month;
        set_anchor(date, publication_anchor());
    } else if (after_date) {
        day = {dates_[last_day_].value.first.year, dates_[last_day_].value.first.month, 0};
        set_anchor(date, AnchorKind::date, last_day_);
    } else {
        return;
    }
    day.day = number;
    if (is_possible(day)) {
        set(date, whole(day));
        date.implied_year = date.implied_month = true;
    }
}

// The year in which months from `month` on lie nearest to the publication; what is to come must be said to come, or be near.
int Resolver::nearest_part_year(int month, int count, Tense tense) const {
    const int now = published_.date.year * 12 + published_.date.month;
    const int begins = published_.date.year * 12 + month;
    if (begins <= now) {
        const int behind = now - (begins + count - 1), ahead = begins + 12 - now;
        return published_.date.year + (tense == Tense::future && ahead < behind);
    }
    const int behind = now - (begins - 12 + count - 1), ahead = begins - now;
    return published_.date.year - (tense == Tense::future ? behind < ahead : behind <= ahead * 4);
}

// A quarter or half with no year: the one told with its year elsewhere, else the last that had begun when the article appeared.
void Resolver::resolve_part(std::uint32_t index, int count) {
    Found& date = dates_[index];
    const int month = (date.reading.part - 1) * count + 1;
    int year = 0;
    if (published_.known() && published_.date.month != 0) {
        year = nearest_part_year(month, count, tense(date));
        set_anchor(date, AnchorKind::published);
    } else {
        const std::uint32_t first = index > reach ? index - reach : 0;
        const auto end = std::min<std::uint32_t>(static_cast<std::uint32_t>(dates_.size()), index + reach);
        for (std::uint32_t i = first; i < end; ++i) {
            const Reading& other = dates_[i].reading;
            if (other.form == date.reading.form && other.part == date.reading.part && other.first.year > year) {
                year = other.first.year;
                set_anchor(date, AnchorKind::date, i);
            }
        }
        if (year == 0 && last_year_ != DATELINE_NONE) {
            year = dates_[last_year_].value.first.year;
            set_anchor(date, AnchorKind::date, last_year_);
        }
    }
    set(date, months_from(year, month, count, date.reading.precision));
    date.implied_year = true;
    if (year == 0 && date.reading.form == Form::half) {
        date.resolved = false;
    }
}

void Resolver::resolve_season(std::uint32_t index) {
    Found& date = dates_[index];
    const int month = date.reading.part;
    int year = 0;
    if (take_entrys_year(index)) {
        year = date.value.first.year;
    } else if (published_.known() && published_.date.month != 0) {
        // The season nearest to the publication's month, by its middle.
        const int now = published_.date.year * 12 + published_.date.month;
        int best = 1 << 20;
        for (int candidate = published_.date.year - 1; candidate <= published_.date.year + 1; ++candidate) {
            const int distance = std::abs(candidate * 12 + month + 1 - now);
            if (distance < best) {
                best = distance;
                year = candidate;
            }
        }
        set_anchor(date, AnchorKind::published);
    } else {
        std::uint32_t from = 0;
        year = year_in_reach(index, from);
        if (year != 0) {
            set_anchor(date, AnchorKind::date, from);
        }
    }
    set(date, months_from(year, month, 3, Precision::season));
    date.implied_year = true;
}

void Resolver::resolve_season_direction(std::uint32_t index) {
    Found& date = dates_[index];
    if (!published_.known() || published_.date.month == 0) {
        std::uint32_t from = 0;
        if (const int year = year_in_reach(index, from)) {
            set(date, months_from(year + date.reading.distance, date.reading.part, 3, Precision::season));
            set_anchor(date, AnchorKind::date, from);
            date.implied_year = true;
        }
        return;
    }
    const int now = published_.date.year * 12 + published_.date.month;
    int year = published_.date.year;
    if (date.reading.distance < 0) {
        year -= year * 12 + date.reading.part + 2 >= now;
    } else if (date.reading.distance > 0) {
        year += year * 12 + date.reading.part <= now;
    }
    set(date, months_from(year, date.reading.part, 3, Precision::season));
    set_anchor(date, AnchorKind::published);
    date.implied_year = true;
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

// "yesterday, August 23": the date beside it says which day is meant.
bool Resolver::take_beside(std::uint32_t index) {
    Found& date = dates_[index];
    if (index + 1 >= dates_.size()) {
        return false;
    }
    const Found& next = dates_[index + 1];
    const bool beside = next.first_token > date.end_token && next.first_token <= date.end_token + 1 && around_.is(date.end_token, DATELINE_TOKEN_PUNCTUATION);
    const char mark = around_.mark(date.end_token);
    if (!beside || (mark != ',' && mark != '(' && mark != '-') || !next.resolved || !next.value.first.is_day() || next.value.last != next.value.first) {
        return false;
    }
    set(date, whole(next.value.first));
    set_anchor(date, AnchorKind::date, index + 1);
    date.implied_year = date.implied_month = date.implied_day = true;
    return true;
}

// "Tuesday, March 21 ... on Wednesday": where nothing else tells, the one nearest to a dated weekday.
void Resolver::take_week_of_dated(std::uint32_t index) {
    Found& date = dates_[index];
    if (date.reading.form != Form::weekday || dated_weekdays_.empty()) {
        return;
    }
    const auto at = std::lower_bound(dated_weekdays_.begin(), dated_weekdays_.end(), index, [](const DatedWeekday& a, std::uint32_t b) { return a.found < b; });
    const DatedWeekday& near = at == dated_weekdays_.begin() ? *at : *(at - 1);
    if (std::max(near.found, index) - std::min(near.found, index) > reach || tense(date) == Tense::past) {
        return;
    }
    set(date, whole(plus_days(dates_[near.found].value.first, (date.reading.weekday - near.weekday + 10) % 7 - 3)));
    set_anchor(date, AnchorKind::date, near.found);
    date.implied_year = date.implied_month = date.implied_day = true;
}

void Resolver::resolve_weekday(std::uint32_t index) {
    Found& date = dates_[index];
    if (take_beside(index)) {
        return;
    }
    const int wanted = date.reading.weekday, direction = date.reading.distance;
    const bool directed = date.reading.form == Form::weekday_direction;
    const Tense when = directed ? (direction < 0 ? Tense::past : direction > 0 ? Tense::future : Tense::unknown) : tense(date);
    const bool known = published_.known() && published_.date.day != 0;
    if (!directed && (!known || when != Tense::past)) {
        const auto at = std::lower_bound(dated_weekdays_.begin(), dated_weekdays_.end(), index, [](const DatedWeekday& a, std::uint32_t b) { return a.found < b; });
        const auto first = at - std::min<std::ptrdiff_t>(at - dated_weekdays_.begin(), 8);
        const auto end = at + std::min<std::ptrdiff_t>(dated_weekdays_.end() - at, 8);
        const DatedWeekday* best = nullptr;
        for (auto i = first; i != end; ++i) {
            if (i->weekday == wanted && dates_[i->found].resolved && (best == nullptr || i->found < index)) {
                best = &*i;
            }
        }
        if (best != nullptr) {
            set(date, whole(dates_[best->found].value.first));
            set_anchor(date, AnchorKind::date, best->found);
            date.implied_year = date.implied_month = date.implied_day = true;
            return;
        }
    }
    if (!known) {
        return take_week_of_dated(index);
    }
    const int today = weekday(published_.date);
    const int back = (today - wanted + 7) % 7, ahead = (wanted - today + 7) % 7;
    int distance = -back;
    if (directed) {
        distance = direction < 0 ? -(back == 0 ? 7 : back) : direction > 0 ? (ahead == 0 ? 7 : ahead) : ahead;
    } else if (when == Tense::future) {
        distance = ahead;
    }
    set(date, whole(plus_days(published_.date, distance)));
    set_anchor(date, AnchorKind::published);
    date.implied_year = date.implied_month = date.implied_day = true;
}

void Resolver::resolve_relative(std::uint32_t index) {
    Found& date = dates_[index];
    const Unit unit = date.reading.unit;
    if (unit == Unit::day && take_beside(index)) {
        return;
    }
    Date base = published_.source == Source::none ? Date{} : published_.date;
    AnchorKind anchor = publication_anchor();
    std::uint32_t from = 0;
    if (date.reading.from_text) {
        const std::uint32_t before = unit == Unit::day ? last_day_ : last_year_;
        if (before != DATELINE_NONE && around_.same_sentence(dates_[before].first_token, date.first_token)) {
            base = dates_[before].value.first;
            anchor = AnchorKind::date;
            from = before;
        } else if (unit == Unit::day && before != DATELINE_NONE) {
            base = dates_[before].value.first;
            anchor = AnchorKind::date;
            from = before;
        }
    } else if (unit == Unit::year && !can_move(base, unit)) {
        base = {relative_year(date, 0), 0, 0};
        anchor = date.anchor;
        from = date.anchor_found;
    }
    if (!can_move(base, unit)) {
        return;
    }
    int distance = date.reading.distance;
    // "This weekend ... was": the one before, in the first days of a week.
    if (unit == Unit::weekend && distance == 0 && weekday(base) <= 3 && tense(date) == Tense::past) {
        distance = -1;
    }
    set(date, moved(base, unit, distance));
    set_anchor(date, anchor, from);
    date.implied_year = true;
    date.implied_month = unit != Unit::year;
    date.implied_day = date.value.first.day != 0;
}

// "three years ago", from the publication.
void Resolver::resolve_ago(std::uint32_t index) {
    Found& date = dates_[index];
    const Unit unit = date.reading.unit;
    if (published_.source == Source::none || !can_move(published_.date, unit)) {
        return;
    }
    if (unit == Unit::year && published_.date.year + date.reading.distance < 1000) {
        return;
    }
    set(date, unit == Unit::week ? week_of(plus_days(published_.date, 7 * date.reading.distance)) : moved(published_.date, unit, date.reading.distance));
    set_anchor(date, publication_anchor());
    date.implied_year = true;
    date.implied_month = unit != Unit::year && unit != Unit::decade;
    date.implied_day = date.value.first.day != 0;
}

void Resolver::resolve_same(std::uint32_t index) {
    Found& date = dates_[index];
    const bool day = date.reading.unit == Unit::day;
    const std::uint32_t before = day ? last_day_ : last_year_;
    if (before != DATELINE_NONE && index - before <= reach) {
        Date same = dates_[before].value.first;
        if (!day) {
            same = {same.year, date.reading.unit == Unit::month ? same.month : 0, 0};
        }
        set(date, whole(same));
        set_anchor(date, AnchorKind::date, before);
    } else if (published_.source != Source::none && can_move(published_.date, date.reading.unit)) {
        set(date, moved(published_.date, date.reading.unit, 0));
        set_anchor(date, publication_anchor());
    } else {
        return;
    }
    date.implied_year = true;
    date.implied_month = date.implied_day = day;
}

void Resolver::resolve_holiday(std::uint32_t index) {
    Found& date = dates_[index];
    const Reading& reading = date.reading;
    int year = reading.first.year;
    if (year == 0) {
        date.implied_year = true;
        if (published_.known()) {
            year = nearest_year({0, reading.first.month, reading.first.day}, 0, tense(date));
            set_anchor(date, AnchorKind::published);
        } else if (std::uint32_t from = 0; (year = year_in_reach(index, from)) != 0) {
            set_anchor(date, AnchorKind::date, from);
        } else {
            return;
        }
    }
    Date day{year, reading.first.month, reading.first.day};
    if (reading.nth != 0) {
        day.day = 1;
        day.day += (reading.weekday - weekday(day) + 7) % 7;
        day.day += 7 * (reading.nth == 9 ? (days_in_month(year, day.month) - day.day) / 7 : reading.nth - 1);
    }
    if (is_possible(day)) {
        set(date, whole(day));
        date.implied_month = date.implied_day = true;
    }
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

}  // namespace dateline::dates
