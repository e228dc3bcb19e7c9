/// The reasons for and against a date, as data/evidence.tsv names them.
#pragma once

#include <array>
#include <cstdint>

#include "dateline/plugin.hpp"
#include "reading.h"

namespace dateline::dates {

/// In the order of `names` in reasons.cpp.
enum class Reason : std::uint8_t {
    // What the form itself is worth.
    full_form,
    day_form,
    range_form,
    month_year_form,
    month_form,
    capital_month_form,
    decade_form,
    quarter_form,
    season_form,
    year_form,
    year_part_form,
    short_years_form,
    weekday_form,
    relative_form,
    day_alone_form,
    numeric_form,
    numeric_short_form,
    holiday_form,
    today_form,
    yesterday_form,
    tomorrow_form,
    text_relative_form,
    // What stands around it.
    after_date_word,
    after_article,
    after_small_word,
    in_parentheses,
    before_small_word,
    before_noun,
    before_year_noun,
    before_day_part,
    alone_in_line,
    in_dateline,
    in_lead,
    beside_date,
    tells_event,
    before_name,
    before_short_name,
    before_event_name,
    after_name,
    after_capital,
    after_law,
    after_weekday_name,
    fiscal,
    budget,
    counts,
    after_number_lead,
    inside_number,
    unlikely_year,
    unled,
    possessive,
    opening_hours,
    repeats_date,
    opens_sentence,
    begins_sentence,
    recurring,
    vague,
    invites,
    no_year_in_reach
};
constexpr std::size_t reason_count = static_cast<std::size_t>(Reason::no_year_in_reach) + 1;

/// The ids of all reasons, looked up when the plugin is loaded.
struct Reasons {
    explicit Reasons(const Host& host);
    std::uint32_t operator[](Reason reason) const { return ids[static_cast<std::size_t>(reason)]; }

    std::array<std::uint32_t, reason_count> ids{};
};

/// What a form is worth before anything around it is looked at.
Reason reason_of(const Reading& reading);

}  // namespace dateline::dates
