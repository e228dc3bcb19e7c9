#include "context.h"

namespace dateline::dates {

void Context::add(Reason reason, std::int64_t token) {
    const dateline_token& at = document_.tokens()[static_cast<std::size_t>(token)];
    candidate_.because(reasons_[reason], at.begin, at.end);
}

std::int64_t Context::find_before(std::uint64_t mask, int distance) const {
    for (std::int64_t i = before_; i > before_ - distance && around_.same_sentence(i, date_.first_token); --i) {
        if (around_.in(i, mask)) {
            return i;
        }
    }
    return -1;
}

std::int64_t Context::find_after(std::uint64_t mask, int distance) const {
    for (std::int64_t i = next_; i < next_ + distance && around_.same_sentence(i, date_.first_token); ++i) {
        if (around_.in(i, mask)) {
            return i;
        }
    }
    return -1;
}

void Context::explain(bool is_publication, std::uint32_t lead_end) {
    add(reason_of(date_.reading));
    if (is_publication) {
        add(Reason::in_dateline);
    }
    explain_form(lead_end);
}

void Context::explain_form(std::uint32_t lead_end) {
    switch (date_.reading.form) {
        case Form::year:
            return explain_year();
        case Form::years:
        case Form::short_years:
            return explain_years();
        case Form::year_part:
            return explain_fiscal();
        case Form::year_stop_month:
            return explain_year_stop_month();
        case Form::iso:
        case Form::numeric:
        case Form::numeric_stops:
        case Form::ago:
            return explain_number();
        case Form::numeric_short:
            return explain_number_short();
        default:
            return explain_words(lead_end);
    }
}

void Context::explain_words(std::uint32_t lead_end) {
    switch (date_.reading.form) {
        case Form::month:
        case Form::month_capital:
        case Form::month_short:
            return explain_month();
        case Form::month_day:
            return explain_recurring();
        case Form::weekday:
        case Form::weekday_direction:
            return explain_weekday();
        case Form::day:
            return explain_day();
        case Form::relative:
            return date_.reading.unit == Unit::day ? explain_today(lead_end) : explain_period();
        case Form::quarter:
        case Form::half:
            return explain_period();
        case Form::season:
        case Form::season_alone:
            return explain_season();
        case Form::decade_word:
            return explain_decade_word();
        case Form::year_relative:
            return explain_year_end();
        case Form::holiday:
            return explain_holiday();
        default:
            return;
    }
}

}  // namespace dateline::dates
