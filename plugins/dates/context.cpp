#include "context.h"

namespace dateline::dates {
namespace {

constexpr std::array<std::string_view, reason_count> reason_names = {
    "full-form", "day-form", "range-form", "month-year-form", "month-form", "capital-month-form", "decade-form", "quarter-form",
    "season-form", "year-form", "year-part-form", "weekday-form", "relative-form", "day-alone-form", "numeric-form", "numeric-short-form",
    "holiday-form", "today-form", "after-date-word", "in-parentheses", "before-small-word", "before-year-noun", "after-small-word",
    "alone-in-line", "in-dateline", "beside-date", "tells-event", "before-name", "after-name", "after-law", "fiscal", "counts",
    "after-number-lead", "inside-number", "possessive", "opening-hours", "vague", "no-year-in-reach"};

Reason form_reason(const Reading& reading) {
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
        case Form::short_years:
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
        case Form::weekday:
        case Form::weekday_direction: return Reason::weekday_form;
        case Form::holiday: return Reason::holiday_form;
        case Form::relative: return reading.unit == Unit::day && reading.distance == 0 ? Reason::today_form : Reason::relative_form;
        default: return Reason::relative_form;
    }
}

}  // namespace

Reasons::Reasons(const Host& host) {
    for (std::size_t i = 0; i < reason_count; ++i) {
        ids[i] = host.evidence(reason_names[i]);
    }
}

void Context::add(Candidate& candidate, Reason reason, std::int64_t token) const {
    const dateline_token& at = document_.tokens()[static_cast<std::size_t>(token)];
    candidate.because(reasons_[reason], at.begin, at.end);
}

void Context::explain(const Found& date, bool is_publication, Candidate& candidate) const {
    add(candidate, form_reason(date.reading));
    if (is_publication) {
        add(candidate, Reason::in_dateline);
    }
    explain_fiscal(date, candidate);
    switch (date.reading.form) {
        case Form::year: return explain_year(date, candidate);
        case Form::year_stop_month:
        case Form::years:
        case Form::short_years:
        case Form::numeric:
        case Form::numeric_stops:
        case Form::numeric_short: return explain_number(date, candidate);
        case Form::month:
        case Form::month_capital: return explain_month(date, candidate);
        case Form::weekday: return explain_weekday(date, candidate);
        case Form::relative:
            if (date.reading.unit == Unit::day) {
                explain_day_word(date, candidate);
            }
            return;
        case Form::day: return explain_day(date, candidate);
        case Form::ago: return explain_vague(date, candidate);
        default: return;
    }
}

// A fiscal word shortly before or after: "fiscal year 2024", "the first quarter of fiscal 2025".
void Context::explain_fiscal(const Found& date, Candidate& candidate) const {
    const Form form = date.reading.form;
    if (form != Form::year && form != Form::quarter && form != Form::half && form != Form::years && form != Form::short_years) {
        return;
    }
    for (std::int64_t i = date.first_token - 1; i >= static_cast<std::int64_t>(date.first_token) - 4 && around_.exists(i); --i) {
        if (around_.in(i, words_.fiscal)) {
            return add(candidate, Reason::fiscal, i);
        }
        if (around_.is(i, DATELINE_TOKEN_PUNCTUATION) && around_.mark(i) != ')' && around_.mark(i) != '(') {
            break;
        }
    }
    for (std::int64_t i = date.end_token; i < static_cast<std::int64_t>(date.end_token) + 2; ++i) {
        if (around_.in(i, words_.fiscal)) {
            return add(candidate, Reason::fiscal, i);
        }
    }
}

// Digits, stops and slashes joined to it make it a part of a longer number, an address or a file name.
void Context::explain_number(const Found& date, Candidate& candidate) const {
    const std::int64_t before = static_cast<std::int64_t>(date.first_token) - 1, next = date.end_token;
    const auto joins = [](char c) { return c == '-' || c == '.' || c == '/' || c == '_' || c == ',' || c == '+' || c == '$' || c == '#' || c == '=' || c == '%' || c == ':'; };
    const bool joined_before = around_.is_joined(date.first_token) && joins(around_.mark(before)) &&
                               (around_.mark(before) == '$' || around_.mark(before) == '#' || around_.mark(before) == '+' ||
                                (around_.is_joined(before) && around_.is(before - 1, DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_HAS_DIGIT)));
    const bool joined_after = around_.is_joined(next) && (around_.mark(next) == '%' || around_.mark(next) == '#' ||
                              (joins(around_.mark(next)) && around_.is_joined(next + 1) && around_.is(next + 1, DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_HAS_DIGIT)));
    if (joined_before || joined_after) {
        add(candidate, Reason::inside_number);
    }
    if (around_.in(before, words_.number_lead) || (around_.mark(before) == '.' && around_.in(before - 1, words_.number_lead))) {
        add(candidate, Reason::after_number_lead, around_.in(before, words_.number_lead) ? before : before - 1);
    }
    if (around_.in(before, words_.before_date)) {
        add(candidate, Reason::after_date_word, before);
    } else if (around_.begins_line(date.first_token)) {
        add(candidate, Reason::alone_in_line);
    } else if (around_.mark(before) == '(') {
        add(candidate, Reason::in_parentheses);
    }
}

void Context::explain_year(const Found& date, Candidate& candidate) const {
    const std::int64_t before = static_cast<std::int64_t>(date.first_token) - 1, next = date.end_token;
    explain_number(date, candidate);
    if (around_.is(before, DATELINE_TOKEN_NUMBER) || around_.is(next, DATELINE_TOKEN_NUMBER)) {
        add(candidate, Reason::inside_number);
    }
    if (around_.in(next, words_.counted)) {
        add(candidate, Reason::counts, next);
    }
    const bool led = around_.in(before, words_.before_year);
    if (led && !around_.in(before, words_.before_date)) {
        add(candidate, Reason::after_date_word, before);
    }
    if (document_.folded(date.first_token > 0 ? date.first_token - 1 : 0) == "of" && around_.in(before - 1, words_.law)) {
        add(candidate, Reason::after_law, before - 1);
    }
    if (around_.in(before, words_.law)) {
        add(candidate, Reason::after_law, before);
    }
    if (around_.in(next, words_.year_noun)) {
        add(candidate, Reason::before_year_noun, next);
    } else if (around_.same_sentence(next, date.first_token) && around_.is(next, DATELINE_TOKEN_LOWER)) {
        add(candidate, Reason::before_small_word, next);
    }
    explain_names(date, candidate);
}

// Capitalised words beside it: "2025 World Conference", "Summit 2025".
void Context::explain_names(const Found& date, Candidate& candidate) const {
    const std::int64_t before = static_cast<std::int64_t>(date.first_token) - 1, next = date.end_token;
    constexpr std::uint32_t capital = DATELINE_TOKEN_CAPITAL;
    if (around_.same_sentence(next, date.first_token) && around_.is(next, capital) && !around_.in(next, words_.year_noun) &&
        !around_.begins_line(next)) {
        add(candidate, Reason::before_name, next);
    }
    if (around_.same_sentence(before, date.first_token) && around_.is(before, capital) && !around_.in(before, words_.before_year | words_.before_date) &&
        !around_.begins_line(date.first_token)) {
        add(candidate, Reason::after_name, before);
    }
}

void Context::explain_month(const Found& date, Candidate& candidate) const {
    const std::int64_t before = static_cast<std::int64_t>(date.first_token) - 1, next = date.end_token;
    if (around_.in(before, words_.before_date)) {
        add(candidate, Reason::after_date_word, before);
        return;
    }
    if (around_.in(before - 1, words_.month) || around_.in(next + 1, words_.month)) {
        add(candidate, Reason::beside_date);
    }
    if (around_.same_sentence(next, date.first_token) && around_.is(next, DATELINE_TOKEN_CAPITAL)) {
        add(candidate, Reason::before_name, next);
    }
}

void Context::explain_weekday(const Found& date, Candidate& candidate) const {
    const std::int64_t before = static_cast<std::int64_t>(date.first_token) - 1, next = date.end_token;
    const auto another = [&](std::int64_t joint, std::int64_t other) {
        return (around_.is_dash(joint) || document_.folded(static_cast<std::size_t>(joint)) == "to" ||
                document_.folded(static_cast<std::size_t>(joint)) == "through") &&
               around_.in(other, words_.weekday);
    };
    if ((around_.exists(next) && another(next, next + 1)) || (around_.exists(before) && another(before, before - 1))) {
        add(candidate, Reason::opening_hours);
    }
    if (around_.same_sentence(before, date.first_token) && around_.is(before, DATELINE_TOKEN_CAPITAL) &&
        !around_.is(before, DATELINE_TOKEN_SENTENCE_START) && !around_.in(before, words_.before_date | words_.month)) {
        add(candidate, Reason::after_name, before);
    }
}

// "today" and its kin are days where they stand with what happened; elsewhere they may mean nowadays.
void Context::explain_day_word(const Found& date, Candidate& candidate) const {
    const std::int64_t before = static_cast<std::int64_t>(date.first_token) - 1, next = date.end_token;
    const std::string_view after = around_.exists(next) ? document_.folded(static_cast<std::size_t>(next)) : std::string_view();
    if (after == "'s") {
        add(candidate, Reason::possessive, next);
        if (around_.in(next + 1, words_.nowadays_next)) {
            add(candidate, Reason::vague, next + 1);
        }
    }
    for (const std::int64_t token : {before, next, before - 1, next + 1}) {
        if (around_.same_sentence(token, date.first_token) && around_.in(token, words_.past)) {
            add(candidate, Reason::tells_event, token);
            return;
        }
    }
    if (date.anchor == AnchorKind::date) {
        add(candidate, Reason::beside_date);
    }
}

// "on the 25th, ..." is a day; "the 25th anniversary" counts something.
void Context::explain_day(const Found& date, Candidate& candidate) const {
    const std::int64_t next = date.end_token;
    std::int64_t before = static_cast<std::int64_t>(date.first_token) - 1;
    before -= around_.exists(before) && document_.folded(static_cast<std::size_t>(before)) == "the";
    if (around_.in(before, words_.before_date)) {
        add(candidate, Reason::after_date_word, before);
    }
    if (!around_.same_sentence(next, date.first_token) || around_.is(next, DATELINE_TOKEN_PUNCTUATION)) {
        return;
    }
    if (around_.is(next, DATELINE_TOKEN_CAPITAL)) {
        add(candidate, Reason::before_name, next);
    } else if (around_.in(next, words_.ordinal_noun) || !around_.in(next, words_.after_day | words_.past)) {
        add(candidate, Reason::counts, next);
    }
}

void Context::explain_vague(const Found& date, Candidate& candidate) const {
    const std::int64_t before = static_cast<std::int64_t>(date.first_token) - 1;
    if (around_.in(before, words_.more_than)) {
        add(candidate, Reason::vague, before);
    }
}

}  // namespace dateline::dates
