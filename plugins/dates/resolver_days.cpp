// The part of the resolver that tells days from other days: weekdays, "yesterday", "three years ago", "the same day", "the 28th".
#include <algorithm>

#include "resolver.h"

namespace dateline::dates {
namespace {

constexpr std::uint32_t near_tokens = 60;  // how far on a lone day still belongs to the date before it

// A unit of time so many units away from a day. Nothing (year 0) where it needs a year that is not known.
Value moved(const Date& base, Unit unit, int distance) {
    switch (unit) {
        case Unit::day:
            return whole(plus_days(base, distance));
        case Unit::week:
            return week_of(plus_days(base, 7 * distance));
        case Unit::weekend:
            return weekend_of(plus_days(base, 7 * distance));
        case Unit::month:
            return whole(plus_months(base, distance));
        case Unit::quarter: {
            const Date first = plus_months({base.year, (base.month - 1) / 3 * 3 + 1, 0}, 3 * distance);
            return months_from(first.year, first.month, 3, Precision::quarter);
        }
        case Unit::decade:
            return whole({base.year + 10 * distance, 0, 0});
        default:
            return whole({base.year + distance, 0, 0});
    }
}

bool can_move(const Date& base, Unit unit) {
    switch (unit) {
        case Unit::day:
            return base.is_day();
        case Unit::week:
        case Unit::weekend:
            return base.is_full_day();
        case Unit::month:
        case Unit::quarter:
            return base.month != 0;
        default:
            return base.year != 0;
    }
}

}  // namespace

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
    const bool this_month = date.end_token > date.first_token + 1 && published_.date.month != 0;  // the 1st of this month
    Date day;
    if (!this_month && index > 0 && is_month_of_sentence(index - 1, index)) {
        day = {dates_[index - 1].value.first.year, dates_[index - 1].value.first.month, 0};
        set_anchor(date, AnchorKind::date, index - 1);
    } else if (this_month || (!beside && published_.date.month != 0)) {
        const Date& now = published_.date;
        const Date month{now.year, now.month, 0};
        day = !this_month && is_of_month_before(date) ? plus_months(month, -1) : month;
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

// "yesterday, August 23" "tomorrow, on Monday, 27 July": the date after a comma, parenthesis or dash; DATELINE_NONE when there is none.
std::uint32_t Resolver::date_beside(std::uint32_t index) const {
    const Found& date = dates_[index];
    const char mark = around_.mark(date.end_token);
    if (index + 1 >= dates_.size() || (mark != ',' && mark != '(' && mark != '-')) {
        return DATELINE_NONE;
    }
    const Found& next = dates_[index + 1];
    const std::uint32_t between = next.first_token - date.end_token - 1;
    const bool led = between == 1 && around_.in(date.end_token + std::int64_t{1}, words_.before_date);
    const bool beside = next.first_token > date.end_token && (between == 0 || led);
    return beside && next.resolved && next.value.first.is_day() && next.value.last == next.value.first ? index + 1 : DATELINE_NONE;
}

bool Resolver::take_beside(std::uint32_t index) {
    const std::uint32_t beside = date_beside(index);
    if (beside != DATELINE_NONE) {
        take_day(dates_[index], dates_[beside].value.first, AnchorKind::date, beside);
    }
    return beside != DATELINE_NONE;
}

// The article's day where no place states it, but a pair does: "tomorrow, on Monday, 27 July".
void Resolver::find_told_day() {
    for (std::uint32_t i = 0; i < dates_.size() && published_.source == Source::none; ++i) {
        const Reading& reading = dates_[i].reading;
        const bool day_word = reading.form == Form::relative && reading.unit == Unit::day && !reading.from_text;
        if (const std::uint32_t beside = day_word ? date_beside(i) : DATELINE_NONE; beside != DATELINE_NONE) {
            told_ = {plus_days(dates_[beside].value.first, -reading.distance), AnchorKind::date, beside};
            return;
        }
    }
}

// The index of the first weekday noted at or after a date.
std::size_t Resolver::weekday_at(std::uint32_t index) const {
    const auto at = std::lower_bound(notes_.weekdays.begin(), notes_.weekdays.end(), index,
                                     [](const ResolverNotes::DatedWeekday& noted, std::uint32_t found) { return noted.found < found; });
    return static_cast<std::size_t>(at - notes_.weekdays.begin());
}

// "Tuesday, March 21 ... on Tuesday": the same weekday with its day, best one before.
bool Resolver::take_dated_weekday(std::uint32_t index) {
    constexpr std::size_t most = 8;
    const std::size_t at = weekday_at(index);
    const ResolverNotes::DatedWeekday* best = nullptr;
    for (std::size_t i = at - std::min(at, most); i < std::min(at + most, notes_.weekdays.size()); ++i) {
        const ResolverNotes::DatedWeekday& noted = notes_.weekdays[i];
        if (noted.weekday == dates_[index].reading.weekday && dates_[noted.found].resolved && (best == nullptr || noted.found < index)) {
            best = &noted;
        }
    }
    if (best != nullptr) {
        take_day(dates_[index], dates_[best->found].value.first, AnchorKind::date, best->found);
    }
    return best != nullptr;
}

// "Tuesday, March 21 ... on Wednesday": where nothing else tells, the one nearest to a dated weekday.
void Resolver::take_week_of_dated(std::uint32_t index) {
    Found& date = dates_[index];
    if (date.reading.form != Form::weekday || notes_.weekdays.empty()) {
        return;
    }
    const std::size_t at = weekday_at(index);
    const ResolverNotes::DatedWeekday& noted = notes_.weekdays[at == 0 ? 0 : at - 1];
    if (std::max(noted.found, index) - std::min(noted.found, index) > reach || tense(date) == Tense::past) {
        return;
    }
    const int distance = (date.reading.weekday - noted.weekday + 10) % 7 - 3;
    take_day(date, plus_days(dates_[noted.found].value.first, distance), AnchorKind::date, noted.found);
}

void Resolver::resolve_weekday(std::uint32_t index) {
    Found& date = dates_[index];
    if (take_beside(index)) {
        return;
    }
    const bool directed = date.reading.form == Form::weekday_direction;
    const bool known = published_.known() && published_.date.day != 0;
    if (!directed && (!known || tense(date) != Tense::past) && take_dated_weekday(index)) {
        return;
    }
    if (!known) {
        return take_week_of_dated(index);
    }
    take_day(date, plus_days(published_.date, days_to_weekday(date)), AnchorKind::published);
}

// From the publication's day: "last Friday" is before it, "next Friday" after it, "this Friday" not before, "Friday" as the verb says.
int Resolver::days_to_weekday(const Found& date) const {
    const int today = weekday(published_.date), wanted = date.reading.weekday;
    const int back = (today - wanted + 7) % 7, ahead = (wanted - today + 7) % 7;
    if (date.reading.form == Form::weekday) {
        return tense(date) == Tense::future ? ahead : -back;
    }
    switch (date.reading.distance) {
        case -1:
            return back == 0 ? -7 : -back;
        case 1:
            return ahead == 0 ? 7 : ahead;
        default:
            return ahead;
    }
}

// The day, or month or year, that a relative expression counts from, and where it was taken from. Year and month 0: none in reach.
Resolver::Base Resolver::base_of(std::uint32_t index) {
    Found& date = dates_[index];
    const Unit unit = date.reading.unit;
    const std::uint32_t before = unit == Unit::day ? last_day_ : last_year_;
    if (date.reading.from_text && before != DATELINE_NONE &&
        (unit == Unit::day || around_.same_sentence(dates_[before].first_token, date.first_token))) {
        return {dates_[before].value.first, AnchorKind::date, before};
    }
    if (published_.source != Source::none && (date.reading.from_text || unit != Unit::year || published_.known())) {
        return {published_.date, publication_anchor(), 0};
    }
    if (told_.date.is_day() && !date.reading.from_text && unit == Unit::day) {
        return told_;
    }
    if (unit == Unit::year && !date.reading.from_text) {
        const int year = relative_year(date, 0);
        return {{year, 0, 0}, date.anchor, date.anchor_found};
    }
    return {};
}

void Resolver::resolve_relative(std::uint32_t index) {
    Found& date = dates_[index];
    const Unit unit = date.reading.unit;
    if (unit == Unit::day && take_beside(index)) {
        return;
    }
    const Base base = base_of(index);
    if (!can_move(base.date, unit)) {
        return;
    }
    int distance = date.reading.distance;
    // "This weekend ... was": the one before, in the first days of a week.
    if (unit == Unit::weekend && distance == 0 && weekday(base.date) <= 3 && tense(date) == Tense::past) {
        distance = -1;
    }
    set(date, moved(base.date, unit, distance));
    set_anchor(date, base.anchor, base.found);
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
    set(date, moved(published_.date, unit, date.reading.distance));
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

}  // namespace dateline::dates
