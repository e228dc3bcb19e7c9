#include "reasons.h"

namespace dateline::dates {
namespace {

constexpr std::array<std::string_view, reason_count> names = {"full-form",
                                                              "day-form",
                                                              "range-form",
                                                              "month-year-form",
                                                              "month-form",
                                                              "capital-month-form",
                                                              "decade-form",
                                                              "quarter-form",
                                                              "season-form",
                                                              "year-form",
                                                              "year-part-form",
                                                              "short-years-form",
                                                              "weekday-form",
                                                              "relative-form",
                                                              "day-alone-form",
                                                              "numeric-form",
                                                              "numeric-short-form",
                                                              "holiday-form",
                                                              "today-form",
                                                              "yesterday-form",
                                                              "tomorrow-form",
                                                              "text-relative-form",
                                                              "after-date-word",
                                                              "after-article",
                                                              "after-small-word",
                                                              "in-parentheses",
                                                              "before-small-word",
                                                              "before-noun",
                                                              "before-year-noun",
                                                              "before-day-part",
                                                              "alone-in-line",
                                                              "in-dateline",
                                                              "in-lead",
                                                              "beside-date",
                                                              "tells-event",
                                                              "before-name",
                                                              "before-short-name",
                                                              "before-event-name",
                                                              "after-name",
                                                              "after-capital",
                                                              "after-law",
                                                              "after-weekday-name",
                                                              "fiscal",
                                                              "budget",
                                                              "counts",
                                                              "after-number-lead",
                                                              "inside-number",
                                                              "unlikely-year",
                                                              "unled",
                                                              "possessive",
                                                              "opening-hours",
                                                              "repeats-date",
                                                              "opens-sentence",
                                                              "begins-sentence",
                                                              "recurring",
                                                              "vague",
                                                              "invites",
                                                              "no-year-in-reach"};

// In the order of Form.
constexpr std::array<Reason, form_count> of_form = {
    Reason::full_form,           // iso
    Reason::full_form,           // full-date
    Reason::day_form,            // month-day
    Reason::day_form,            // listed-day
    Reason::full_form,           // date-year-relative
    Reason::day_alone_form,      // day
    Reason::month_year_form,     // month-year
    Reason::month_year_form,     // month-year-relative
    Reason::month_form,          // month
    Reason::capital_month_form,  // month-capital
    Reason::month_form,          // month-short
    Reason::month_year_form,     // month-direction
    Reason::month_year_form,     // week-of-month
    Reason::month_year_form,     // week-of-day
    Reason::year_form,           // year-stop-month
    Reason::year_form,           // year
    Reason::year_part_form,      // year-part
    Reason::year_part_form,      // year-relative
    Reason::short_years_form,    // short-years
    Reason::range_form,          // years
    Reason::range_form,          // years-open
    Reason::range_form,          // range
    Reason::numeric_form,        // numeric
    Reason::numeric_form,        // numeric-stops
    Reason::numeric_short_form,  // numeric-short
    Reason::decade_form,         // decade
    Reason::decade_form,         // decade-word
    Reason::decade_form,         // decades
    Reason::quarter_form,        // quarter
    Reason::quarter_form,        // quarter-relative
    Reason::quarter_form,        // half
    Reason::quarter_form,        // half-relative
    Reason::month_year_form,     // season
    Reason::month_year_form,     // season-relative
    Reason::month_year_form,     // season-direction
    Reason::season_form,         // season-alone
    Reason::weekday_form,        // weekday
    Reason::relative_form,       // weekday-direction
    Reason::relative_form,       // relative
    Reason::relative_form,       // same
    Reason::relative_form,       // ago
    Reason::holiday_form,        // holiday
    Reason::decade_form,         // era
};

}  // namespace

Reasons::Reasons(const Host& host) {
    for (std::size_t i = 0; i < reason_count; ++i) {
        ids[i] = host.evidence(names[i]);
    }
}

Reason reason_of(const Reading& reading) {
    if (reading.form == Form::relative && !reading.from_text && reading.unit == Unit::day) {
        return reading.distance < 0 ? Reason::yesterday_form : reading.distance > 0 ? Reason::tomorrow_form : Reason::today_form;
    }
    if (reading.form == Form::relative && reading.from_text) {
        return Reason::text_relative_form;
    }
    if (reading.form == Form::short_years && reading.last.year > reading.first.year + 1) {
        return Reason::range_form;
    }
    const Reason reason = of_form[static_cast<std::size_t>(reading.form)];
    return reason == Reason::quarter_form && reading.has_year() ? Reason::month_year_form : reason;
}

}  // namespace dateline::dates
