#include "resolver.h"

#include <algorithm>
#include <cstdlib>

#include "numeric.h"

namespace dateline::dates {
namespace {

// What a whole date and a month with its year count for, where the year is looked for that most dates say.
constexpr std::size_t day_weight = 2, month_weight = 1;
constexpr int news_days = 60;  // how far from its dateline an article's news may lie

bool lacks_only_the_year(const Reading& reading) {
    switch (reading.form) {
        case Form::month_day:
        case Form::listed_day:
        case Form::month:
        case Form::month_capital:
        case Form::month_short:
        case Form::week_of_month:
        case Form::week_of_day:
            return true;
        case Form::numeric_short:
        case Form::range:
            return !reading.has_year();
        default:
            return false;
    }
}

// What a form says by itself; nothing when a part of it is to be implied.
std::optional<Value> explicit_value(const Reading& reading) {
    const int year = reading.first.year;
    if (year == 0 && reading.form != Form::month_day) {
        return std::nullopt;
    }
    Value value{reading.first, reading.last, reading.precision};
    switch (reading.form) {
        case Form::iso:
        case Form::full_date:
        case Form::month_day:
        case Form::month_year:
        case Form::year_stop_month:
        case Form::year:
        case Form::year_part:
        case Form::years:
        case Form::short_years:
        case Form::decade:
        case Form::decade_word:
        case Form::decades:
        case Form::era:
            return value;
        case Form::range:
            // "December 13 to January 4, 2026" says the year of its end.
            value.first.year -= year == value.last.year && value.first.month > value.last.month;
            return value;
        case Form::quarter:
            return months_from(year, reading.part * 3 - 2, 3, Precision::quarter);
        case Form::half:
            return months_from(year, reading.part * 6 - 5, 6, Precision::half);
        case Form::holiday:
            return whole(holiday(reading, year));
        case Form::season:
            return months_from(year, reading.part, 3, Precision::season);
        default:
            return std::nullopt;
    }
}

}  // namespace

Publication Resolver::resolve(std::string_view stated) {
    for (Found& date : dates_) {
        if (const auto value = explicit_value(date.reading)) {
            set(date, *value);
            date.implied_month = date.implied_day = date.reading.form == Form::holiday;
        }
    }
    NumericDates(document_, words_, dates_).resolve();
    note_full_days();
    note_usual_year();
    find_publication(stated);
    for (std::uint32_t i = 0; i < dates_.size(); ++i) {
        if (lacks_only_the_year(dates_[i].reading)) {
            resolve_year(i);
        }
    }
    note_weekdays();
    find_told_day();
    for (std::uint32_t i = 0; i < dates_.size(); ++i) {
        const Found& date = dates_[i];
        if (!date.resolved) {
            resolve_implied(i);
        }
        if (date.resolved && date.value.first.year != 0) {
            last_year_ = i;
        }
        if (date.resolved && date.value.first.is_day()) {
            last_day_ = i;
        }
    }
    return published_;
}

void Resolver::set(Found& date, const Value& value) {
    const auto in_range = [](const Date& day) { return is_possible(day) && (day.year == 0 || (day.year >= 1000 && day.year <= 2200)); };
    date.value = value;
    date.resolved = in_range(value.first) && in_range(value.last);
}

void Resolver::set_anchor(Found& date, AnchorKind kind, std::uint32_t found) {
    date.anchor = kind;
    date.anchor_found = found;
}

void Resolver::take_day(Found& date, const Date& day, AnchorKind kind, std::uint32_t found) {
    set(date, whole(day));
    set_anchor(date, kind, found);
    date.implied_year = date.implied_month = date.implied_day = true;
}

AnchorKind Resolver::publication_anchor() const { return published_.known() ? AnchorKind::published : AnchorKind::dateline; }

void Resolver::note_full_days() {
    notes_.full_days.clear();
    for (std::uint32_t i = 0; i < dates_.size(); ++i) {
        if (dates_[i].resolved && !dates_[i].ambiguous && dates_[i].value.first.is_full_day()) {
            notes_.full_days.push_back(i);
        }
    }
}

void Resolver::note_usual_year() {
    notes_.years.clear();
    for (std::uint32_t i = 0; i < dates_.size(); ++i) {
        const Found& date = dates_[i];
        if (date.resolved && !date.ambiguous && date.value.first.year != 0 && date.value.first.month != 0) {
            notes_.years.push_back(i);
        }
    }
    const auto year = [&](std::uint32_t index) { return dates_[index].value.first.year; };
    std::stable_sort(notes_.years.begin(), notes_.years.end(), [&](std::uint32_t one, std::uint32_t other) { return year(one) < year(other); });
    notes_.usual_year = DATELINE_NONE;
    std::size_t most = month_weight;
    for (std::size_t begin = 0, end = 0; begin < notes_.years.size(); begin = end) {
        std::size_t weight = 0;
        for (end = begin; end < notes_.years.size() && year(notes_.years[end]) == year(notes_.years[begin]); ++end) {
            weight += dates_[notes_.years[end]].value.first.day != 0 ? day_weight : month_weight;
        }
        if (weight >= most && weight > month_weight) {
            most = weight;
            notes_.usual_year = notes_.years[begin];
        }
    }
}

void Resolver::note_weekdays() {
    notes_.weekdays.clear();
    for (std::uint32_t i = 0; i < dates_.size(); ++i) {
        const Found& date = dates_[i];
        if (date.resolved && date.reading.weekday != 0 && date.value.first.is_day() && date.reading.form != Form::weekday) {
            notes_.weekdays.push_back({date.reading.weekday, i});
        }
    }
}

// ---- The publication date

void Resolver::find_publication(std::string_view stated) {
    published_ = PublicationFinder(document_, words_).find(dates_);
    if (published_.is_stated()) {
        return complete_publication();
    }
    if (const auto reading = read(Form::iso, stated.substr(0, 10)); reading && reading->has_year()) {
        published_ = {reading->first, Source::metadata, 0};
    }
}

// A dateline without its year takes the year that brings it nearest to a whole date in the article, if that is near enough to be
// of the same news; else that of a copyright notice.
void Resolver::complete_publication() {
    if (published_.known()) {
        return;
    }
    int nearest = news_days + 1, year = 0;
    for (const std::uint32_t index : notes_.full_days) {
        const Date& day = dates_[index].value.first;
        for (const int candidate : {day.year - 1, day.year, day.year + 1}) {
            const Date date{candidate, published_.date.month, published_.date.day};
            const int distance = is_possible(date) ? std::abs(days_between(date, day)) : nearest;
            if (distance < nearest) {
                nearest = distance;
                year = candidate;
            }
        }
    }
    published_.date.year = year != 0 ? year : copyright_year();
}

int Resolver::copyright_year() const {
    const auto noticed = std::find_if(dates_.rbegin(), dates_.rend(), [&](const Found& date) {
        return date.reading.form == Form::year && around_.in(date.first_token - std::int64_t{1}, words_.copyright);
    });
    return noticed == dates_.rend() ? 0 : noticed->reading.first.year;
}

// ---- What the words leave to be implied

void Resolver::resolve_implied(std::uint32_t index) {
    switch (dates_[index].reading.form) {
        case Form::date_year_relative:
        case Form::month_year_relative:
        case Form::year_relative:
            return resolve_relative_year(index);
        case Form::day:
            return resolve_day_of_month(index);
        case Form::month_direction:
            return resolve_month_direction(index);
        case Form::quarter:
            return resolve_part(index, 3);
        case Form::half:
            return resolve_part(index, 6);
        case Form::quarter_relative:
        case Form::half_relative:
        case Form::season_relative:
            return resolve_part_of_relative_year(index);
        case Form::season:
        case Form::season_alone:
            return resolve_season(index);
        case Form::season_direction:
            return resolve_season_direction(index);
        case Form::weekday:
        case Form::weekday_direction:
            return resolve_weekday(index);
        case Form::relative:
            return resolve_relative(index);
        case Form::ago:
            return resolve_ago(index);
        case Form::same:
            return resolve_same(index);
        case Form::holiday:
            return resolve_holiday(index);
        case Form::years_open:
            return resolve_open_years(index);
        default:
            return;
    }
}

}  // namespace dateline::dates
