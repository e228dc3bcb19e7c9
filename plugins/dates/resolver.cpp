#include "resolver.h"

#include <algorithm>
#include <cstdlib>

#include "numeric.h"

namespace dateline::dates {
namespace {

// What speaks against a year, in days of distance.
constexpr int wrong_weekday = 300, wrong_tense = 200, doubtful_tense = 50;
constexpr std::uint32_t entry_dates = 6;   // how many dates an entry of a chronicle is searched for its year
constexpr std::uint32_t reach = 24;   // how many dates away another date may stand that tells something of one

bool lacks_only_the_year(const Reading& reading) {
    switch (reading.form) {
        case Form::month_day:
        case Form::listed_day:
        case Form::month:
        case Form::month_capital:
        case Form::week_of_month: return true;
        case Form::numeric_short:
        case Form::range: return !reading.has_year();
        default: return false;
    }
}

}  // namespace

Publication Resolver::resolve(std::string_view stated) {
    for (Found& date : dates_) {
        resolve_explicit(date);
    }
    NumericDates(document_, dates_).resolve();
    for (std::uint32_t i = 0; i < dates_.size(); ++i) {
        if (dates_[i].resolved && !dates_[i].ambiguous && dates_[i].value.first.is_full_day()) {
            full_days_.push_back(i);
        }
    }
    published_ = PublicationFinder(document_, words_).find(dates_);
    if (published_.source == Source::none && !stated.empty()) {
        if (const auto reading = read(Form::iso, stated.substr(0, 10)); reading && reading->has_year()) {
            published_ = {reading->first, Source::metadata, 0};
        }
    }
    complete_publication(published_);
    for (std::uint32_t i = 0; i < dates_.size(); ++i) {
        if (lacks_only_the_year(dates_[i].reading)) {
            resolve_year(i);
        }
    }
    note_weekdays();
    for (std::uint32_t i = 0; i < dates_.size(); ++i) {
        if (!dates_[i].resolved) {
            resolve_implied(i);
        }
        if (dates_[i].resolved && dates_[i].value.first.year != 0) {
            last_year_ = i;
        }
        if (dates_[i].resolved && dates_[i].value.first.is_day()) {
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

AnchorKind Resolver::publication_anchor() const {
    return published_.known() ? AnchorKind::published : AnchorKind::dateline;
}

// ---- What the words say themselves

void Resolver::resolve_explicit(Found& date) {
    const Reading& reading = date.reading;
    switch (reading.form) {
        case Form::iso:
        case Form::full_date:
        case Form::month_year:
        case Form::year_stop_month:
        case Form::year:
        case Form::year_part:
        case Form::years:
        case Form::short_years:
        case Form::decade:
        case Form::decades:
        case Form::era:
            if (reading.has_year()) {
                set(date, {reading.first, reading.last, reading.precision});
            }
            return;
        case Form::month_day: set(date, {reading.first, reading.last, reading.precision}); return;
        case Form::range:
            if (reading.has_year()) {
                Value value{reading.first, reading.last, Precision::range};
                // "December 13 to January 4, 2026" says the year of its end.
                value.first.year -= value.first.year == value.last.year && value.first.month > value.last.month;
                set(date, value);
            }
            return;
        case Form::quarter:
            if (reading.has_year()) {
                set(date, months_from(reading.first.year, reading.part * 3 - 2, 3, Precision::quarter));
            }
            return;
        case Form::half:
            if (reading.has_year()) {
                set(date, months_from(reading.first.year, reading.part * 6 - 5, 6, Precision::half));
            }
            return;
        case Form::season:
            if (reading.has_year()) {
                set(date, months_from(reading.first.year, reading.part, 3, Precision::season));
            }
            return;
        case Form::holiday:
            if (reading.has_year()) {
                resolve_holiday(static_cast<std::uint32_t>(&date - dates_.data()));
            }
            return;
        default: return;
    }
}

// ---- The publication date

// A dateline without its year takes the latest year of a whole date in the article, else that of a copyright notice.
void Resolver::complete_publication(Publication& publication) {
    if (!publication.is_stated()) {
        return;
    }
    dates_[publication.found].ambiguous = false;
    if (publication.date.year != 0) {
        return;
    }
    for (const std::uint32_t index : full_days_) {
        publication.date.year = std::max(publication.date.year, dates_[index].value.first.year);
    }
    if (publication.date.year == 0) {
        publication.date.year = copyright_year();
    }
}

int Resolver::copyright_year() const {
    const auto noticed = std::find_if(dates_.rbegin(), dates_.rend(), [&](const Found& date) {
        return date.reading.form == Form::year && around_.in(date.first_token - std::int64_t{1}, words_.copyright);
    });
    return noticed == dates_.rend() ? 0 : noticed->reading.first.year;
}

void Resolver::note_weekdays() {
    for (std::uint32_t i = 0; i < dates_.size(); ++i) {
        const Found& date = dates_[i];
        if (date.resolved && date.reading.weekday != 0 && date.value.first.is_day() && date.reading.form != Form::weekday) {
            dated_weekdays_.push_back({date.reading.weekday, i});
        }
    }
}

// ---- Years

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
    if (index + 1 < dates_.size() && dates_[index + 1].first_token <= date.end_token + 3 && take(index + 1)) {
        return true;
    }
    return index > 0 && date.first_token <= dates_[index - 1].end_token + 3 && take(index - 1);
}

bool Resolver::take_same_days_year(std::uint32_t index) {
    Found& date = dates_[index];
    if (!date.reading.first.is_day() || full_days_.empty()) {
        return false;
    }
    const auto at = std::lower_bound(full_days_.begin(), full_days_.end(), index);
    const auto first = at - std::min<std::ptrdiff_t>(at - full_days_.begin(), reach);
    const auto end = at + std::min<std::ptrdiff_t>(full_days_.end() - at, reach);
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
    const Date base = now.day ? now : Date{now.year, std::max(now.month, 1), 28};
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

// Without a publication date: the year of the nearest whole date.
int Resolver::year_in_reach(std::uint32_t index, std::uint32_t& from) const {
    if (full_days_.empty()) {
        return 0;
    }
    const auto at = std::lower_bound(full_days_.begin(), full_days_.end(), index);
    const auto distance = [&](std::uint32_t other) {
        return std::abs(static_cast<std::int64_t>(dates_[other].first_token) - static_cast<std::int64_t>(dates_[index].first_token));
    };
    from = at == full_days_.end() ? full_days_.back() : *at;
    if (at != full_days_.begin() && distance(*(at - 1)) <= distance(from)) {
        from = *(at - 1);
    }
    return dates_[from].value.first.year;
}

void Resolver::resolve_year(std::uint32_t index) {
    Found& date = dates_[index];
    const Reading& reading = date.reading;
    const bool week = reading.form == Form::week_of_month;
    set(date, {reading.first, reading.last, reading.precision});
    date.implied_year = true;
    if (published_.is_stated() && published_.found == index) {
        date.value.first.year = published_.date.year;
    } else if (take_neighbours_year(index) || take_same_days_year(index) || take_entrys_year(index)) {
    } else if (published_.known()) {
        date.value.first.year = nearest_year(reading.first, reading.weekday, tense(date));
        set_anchor(date, AnchorKind::published);
    } else if (std::uint32_t from = 0; const int year = year_in_reach(index, from)) {
        date.value.first.year = year;
        set_anchor(date, AnchorKind::date, from);
    }
    const int year = date.value.first.year;
    date.value.last.year = reading.is_range() && reading.last.month < reading.first.month && year != 0 ? year + 1 : year;
    if (week) {
        date.value = {{year, reading.first.month, 1}, {year, reading.first.month, 7}, Precision::week};
    }
    if (!is_possible(date.value.first) || !is_possible(date.value.last)) {
        date.resolved = false;
    }
}

// ---- Tense

// "to be opened", "purpose-built": tells no past.
bool Resolver::is_participle(std::int64_t token) const {
    return around_.folded(token - 1) == "be" || around_.is_dash(token - 1);
}

// The nearest word in the sentence that tells past from future; words before the date count for more.
Resolver::Tense Resolver::tense(const Found& date) const {
    constexpr int far = 14;
    const std::int64_t first = date.first_token, last = static_cast<std::int64_t>(date.end_token) - 1;
    for (int distance = 1; distance <= far; ++distance) {
        for (const std::int64_t token : {first - distance, distance % 2 == 0 ? last + distance / 2 : -1}) {
            if (!around_.same_sentence(token, first)) {
                continue;
            }
            if (around_.in(token, words_.future)) {
                return Tense::future;
            }
            if (around_.in(token, words_.past) && !is_participle(token)) {
                return around_.in(first - 1, words_.deadline) ? Tense::unknown : Tense::past;
            }
        }
    }
    return Tense::unknown;
}

}  // namespace dateline::dates
