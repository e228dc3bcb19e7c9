// The part of the resolver that tells the years of quarters, halves and seasons.
#include <algorithm>
#include <cstdlib>

#include "resolver.h"

namespace dateline::dates {
namespace {

constexpr int wrong_tense = 7;  // what speaks against a season, in months of distance

}  // namespace

// The year in which months from `month` on lie nearest to the publication; what is to come must be said to come, or be near.
int Resolver::nearest_part_year(int month, int count, Tense tense, bool is_when) const {
    const int now = published_.date.year * 12 + published_.date.month;
    const int begins = published_.date.year * 12 + month;
    if (begins <= now) {
        const int behind = now - (begins + count - 1), ahead = begins + 12 - now;
        return published_.date.year + (tense == Tense::future && ahead < behind);
    }
    const int behind = now - (begins - 12 + count - 1), ahead = begins - now;
    return published_.date.year - (tense == Tense::future ? behind < ahead && !is_when : behind <= ahead * 4);
}

// A quarter or half with no year: the one told with its year elsewhere, else the last that had begun when the article appeared.
void Resolver::resolve_part(std::uint32_t index, int count) {
    Found& date = dates_[index];
    const int month = (date.reading.part - 1) * count + 1;
    int year = 0;
    if (published_.known() && published_.date.month != 0) {
        const bool article = around_.in(date.first_token - std::int64_t{1}, words_.article);
        const bool is_when = around_.in(date.first_token - std::int64_t{1} - article, words_.before_date);
        year = nearest_part_year(month, count, tense(date), is_when);
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

// "the first half of last year", "the second quarter of this year"
void Resolver::resolve_part_of_relative_year(std::uint32_t index) {
    Found& date = dates_[index];
    const Precision precision = date.reading.precision;
    const int months = precision == Precision::half ? 6 : 3;
    const int month = precision == Precision::season ? date.reading.part : (date.reading.part - 1) * months + 1;
    int year = relative_year(date, date.reading.distance);
    if (year == 0 && last_year_ != DATELINE_NONE) {
        year = dates_[last_year_].value.first.year + date.reading.distance;
        set_anchor(date, AnchorKind::date, last_year_);
    }
    set(date, months_from(year, month, months, precision));
    date.implied_year = true;
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
        const Tense when = tense(date);
        for (int candidate = published_.date.year - 1; candidate <= published_.date.year + 1; ++candidate) {
            const int ahead = candidate * 12 + month + 1 - now;
            const bool wrong = (when == Tense::future && ahead < -1) || (when == Tense::past && ahead > 1);
            const int distance = std::abs(ahead) + (wrong ? wrong_tense : 0);
            if (distance < best) {
                best = distance;
                year = candidate;
            }
        }
        set_anchor(date, AnchorKind::published);
    } else {
        std::uint32_t from = 0;
        year = year_in_reach(from);
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
        if (const int year = year_in_reach(from)) {
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

}  // namespace dateline::dates
