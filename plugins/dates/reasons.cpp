#include "reasons.h"

namespace dateline::dates {
namespace {

constexpr std::array<std::string_view, reason_count> names = {
    "full-form", "day-form", "range-form", "month-year-form", "month-form", "capital-month-form", "decade-form", "quarter-form",
    "season-form", "year-form", "year-part-form", "short-years-form", "weekday-form", "relative-form", "day-alone-form", "numeric-form",
    "numeric-short-form", "holiday-form", "today-form", "yesterday-form", "tomorrow-form", "text-relative-form",
    "after-date-word", "after-article", "after-small-word", "in-parentheses", "before-small-word", "before-noun", "before-year-noun",
    "before-day-part", "alone-in-line", "in-dateline", "in-lead", "beside-date", "tells-event",
    "before-name", "before-short-name", "before-event-name", "after-name", "after-law", "after-weekday-name", "fiscal", "budget", "counts",
    "after-number-lead", "inside-number", "unlikely-year", "possessive", "opening-hours", "repeats-date", "opens-sentence", "recurring", "vague", "invites", "no-year-in-reach"};

}  // namespace

Reasons::Reasons(const Host& host) {
    for (std::size_t i = 0; i < reason_count; ++i) {
        ids[i] = host.evidence(names[i]);
    }
}

Reason reason_of(const Reading& reading) {
    switch (reading.form) {
        case Form::iso:
        case Form::full_date:
        case Form::date_year_relative: return Reason::full_form;
        case Form::month_day:
        case Form::listed_day: return Reason::day_form;
        case Form::day: return Reason::day_alone_form;
        case Form::month_year:
        case Form::month_year_relative:
        case Form::month_direction:
        case Form::week_of_month: return Reason::month_year_form;
        case Form::month: return Reason::month_form;
        case Form::month_capital: return Reason::capital_month_form;
        case Form::year:
        case Form::year_stop_month: return Reason::year_form;
        case Form::year_part:
        case Form::year_relative: return Reason::year_part_form;
        case Form::short_years: return Reason::short_years_form;
        case Form::years:
        case Form::years_open:
        case Form::range: return Reason::range_form;
        case Form::numeric:
        case Form::numeric_stops: return Reason::numeric_form;
        case Form::numeric_short: return Reason::numeric_short_form;
        case Form::decade:
        case Form::decades:
        case Form::era: return Reason::decade_form;
        case Form::quarter:
        case Form::quarter_relative:
        case Form::half:
        case Form::half_relative: return reading.has_year() ? Reason::month_year_form : Reason::quarter_form;
        case Form::season_alone: return Reason::season_form;
        case Form::season:
        case Form::season_relative:
        case Form::season_direction: return Reason::month_year_form;
        case Form::weekday: return Reason::weekday_form;
        case Form::holiday: return Reason::holiday_form;
        case Form::relative:
            if (reading.from_text || reading.unit != Unit::day) {
                return reading.from_text ? Reason::text_relative_form : Reason::relative_form;
            }
            return reading.distance < 0 ? Reason::yesterday_form : reading.distance > 0 ? Reason::tomorrow_form : Reason::today_form;
        default: return Reason::relative_form;
    }
}

}  // namespace dateline::dates
