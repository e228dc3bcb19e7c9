// Months, weekdays, "today" and other dates in words.
#include "context.h"

namespace dateline::dates {

// What follows with a capital makes the date a part of a name: "May Day", "Labor Day Weekend", "Thursday Club".
void Context::explain_name(std::uint64_t may_follow) {
    if (next_is(DATELINE_TOKEN_CAPITAL) && !next_is(DATELINE_TOKEN_ALL_CAPITALS) && !around_.begins_line(next_) && !around_.in(next_, may_follow)) {
        add(Reason::before_name, next_);
    }
}

// "every July", "typically held in May"
void Context::explain_recurring() {
    const std::int64_t before = find_before(words_.recurring, 8);
    if (const std::int64_t token = before >= 0 ? before : find_after(words_.recurring, 2); token >= 0) {
        add(Reason::recurring, token);
    }
}

void Context::explain_month() {
    explain_recurring();
    if (around_.in(before_, words_.before_date)) {
        return add(Reason::after_date_word, before_);
    }
    if (date_.reading.form == Form::month_capital && next_in(words_.after_may)) {
        add(Reason::vague, next_);
    }
    if (date_.reading.form == Form::month_short) {
        add(Reason::unled);
    }
    if (around_.in(before_ - 1, words_.month) || around_.in(next_ + 1, words_.month)) {
        add(Reason::beside_date);
    }
    if (around_.in(date_.first_token, words_.name_month)) {
        explain_name(0);
        if (around_.same_sentence(before_, date_.first_token) && around_.is(before_, DATELINE_TOKEN_CAPITAL) &&
            !around_.is(before_, DATELINE_TOKEN_SENTENCE_START)) {
            add(Reason::after_name, before_);
        }
    }
}

// "Tuesday - Saturday, 9:00 am - 6:00 pm"
bool Context::is_in_opening_hours() const {
    const auto joins = [&](std::int64_t token) {
        return around_.is_dash(token) || around_.folded(token) == "to" || around_.folded(token) == "through";
    };
    return (joins(next_) && around_.in(next_ + 1, words_.weekday)) || (joins(before_) && around_.in(before_ - 1, words_.weekday));
}

void Context::explain_weekday() {
    explain_recurring();
    if (is_in_opening_hours()) {
        add(Reason::opening_hours);
    }
    if (around_.in(before_, words_.weekday_name)) {
        return add(Reason::after_weekday_name, before_);
    }
    if (around_.mark(before_) == '(' && around_.mark(next_) == ')') {
        add(Reason::repeats_date);
    } else if (around_.in(before_, words_.before_date)) {
        add(Reason::after_date_word, before_);
    } else if (around_.in(before_, words_.article)) {
        add(Reason::after_article, before_);
    }
    if (next_in(words_.day_part)) {
        const bool name = next_is(DATELINE_TOKEN_CAPITAL) && around_.is(next_ + 1, DATELINE_TOKEN_CAPITAL);
        return add(name ? Reason::before_name : Reason::before_day_part, next_);
    }
    if (around_.same_sentence(before_, date_.first_token) && around_.is(before_, DATELINE_TOKEN_CAPITAL) &&
        !around_.in(before_, words_.before_date) && !around_.begins_line(date_.first_token)) {
        add(Reason::after_capital, before_);
    }
    if (next_is(DATELINE_TOKEN_LOWER) && !around_.in(next_, words_.small_word | words_.past | words_.future)) {
        add(Reason::before_noun, next_);
    }
    explain_name(words_.month | words_.weekday);
}

// "today" and its kin are days where they stand with what happened; elsewhere they may mean nowadays.
void Context::explain_today(std::uint32_t lead_end) {
    explain_nowadays();
    explain_event();
    if (const std::int64_t hour = around_.mark(next_) == ',' ? next_ + 1 : next_; around_.folded(hour) == "at" || around_.mark(hour + 1) == ':') {
        add(Reason::before_day_part, hour);
    }
    if (around_.is(date_.first_token, DATELINE_TOKEN_SENTENCE_START)) {
        add(around_.mark(next_) == ',' ? Reason::opens_sentence : Reason::begins_sentence);
    }
    if (date_.anchor == AnchorKind::date) {
        add(Reason::beside_date);
    }
    if (date_.first_token < lead_end) {
        add(Reason::in_lead);
    }
}

// "in today's fast-paced world", "for today and tomorrow", "USA Today"
void Context::explain_nowadays() {
    if (around_.folded(next_) == "'s") {
        add(Reason::possessive, next_);
        if (around_.in(next_ + 1, words_.nowadays_next)) {
            add(Reason::vague, next_ + 1);
        }
    }
    if (around_.in(next_ + 1, words_.day_word) || around_.in(before_ - 1, words_.day_word)) {
        add(Reason::vague);
    }
    if (around_.in(before_, words_.before_date)) {
        add(Reason::after_small_word, before_);
    }
    // In a line of capitals a name cannot be told.
    const std::int64_t first = date_.first_token;
    const bool capital =
        around_.is(first, DATELINE_TOKEN_CAPITAL) && (!around_.is(first, DATELINE_TOKEN_ALL_CAPITALS) || next_is(DATELINE_TOKEN_LOWER));
    if (capital && around_.same_sentence(before_, first) && around_.is(before_, DATELINE_TOKEN_ALL_CAPITALS)) {
        add(Reason::after_name, before_);
    }
}

// A verb that tells of what happened, or of what will; else, perhaps, one that invites.
void Context::explain_event() {
    const std::uint64_t verbs = date_.reading.distance > 0 ? words_.past | words_.future : words_.past;
    const std::int64_t before = find_before(verbs, 6);
    if (const std::int64_t event = before >= 0 ? before : find_after(verbs, 12); event >= 0) {
        add(Reason::tells_event, event);
    } else if (const std::int64_t invitation = find_before(words_.invites, 12); invitation >= 0) {
        add(Reason::invites, invitation);
    }
}

// A quarter, half, week, month or year told by its distance: "the second quarter", "last year".
void Context::explain_period() {
    explain_fiscal();
    // "Q1: What ...?" is a question.
    // "Q3. Who may apply?"
    const char mark = around_.mark(next_);
    if (date_.reading.form == Form::quarter && around_.is(date_.first_token, DATELINE_TOKEN_HAS_DIGIT) &&
        around_.is(date_.first_token, DATELINE_TOKEN_SENTENCE_START | DATELINE_TOKEN_LINE_BEFORE | DATELINE_TOKEN_BLOCK_START) && (mark == ':' || mark == '.' || mark == ')')) {
        add(Reason::counts, next_);
    }
    if (date_.value.first.year == 0) {
        add(Reason::no_year_in_reach);
    }
}

// "on the 25th, ..." is a day; "the 25th anniversary" counts something.
void Context::explain_day() {
    if (around_.mark(before_) == '(' && around_.in(before_ - 1, words_.weekday)) {
        return add(Reason::beside_date);
    }
    const std::int64_t lead = around_.folded(before_) == "the" ? before_ - 1 : before_;
    if (around_.in(lead, words_.before_date)) {
        add(Reason::after_date_word, lead);
    } else {
        add(Reason::unled);
    }
    if (!around_.same_sentence(next_, date_.first_token) || around_.is(next_, DATELINE_TOKEN_PUNCTUATION)) {
        return;
    }
    if (around_.is(next_, DATELINE_TOKEN_CAPITAL)) {
        add(Reason::before_name, next_);
    } else if (around_.in(next_, words_.ordinal_noun) || around_.in(next_ + 2, words_.ordinal_noun) ||
               !around_.in(next_, words_.small_word | words_.past)) {
        add(Reason::counts, next_);
    }
}

void Context::explain_season() {
    explain_recurring();
    if (date_.value.first.year == 0) {
        add(Reason::no_year_in_reach);
    }
    if (around_.is(date_.end_token - std::int64_t{1}, DATELINE_TOKEN_CAPITAL)) {
        explain_name(0);
    }
    if (date_.reading.has_year()) {
        return;
    }
    if (!around_.in(before_, words_.article | words_.before_date)) {
        add(Reason::unled);
    }
    // "summer weather", "the fall of the wall"
    if (next_is(DATELINE_TOKEN_LOWER) && (!around_.in(next_, words_.small_word | words_.past) || around_.folded(next_) == "of")) {
        add(Reason::vague, next_);
    }
}

// "the 60s and 70s" are decades; "in his twenties" tells an age.
void Context::explain_decade_word() {
    const bool led = around_.folded(before_) == "the" || around_.folded(before_) == "a" || around_.mark(before_) == '\'';
    if (!led && !around_.in(date_.first_token, words_.part) && !around_.in(before_ - 1, words_.decade)) {
        add(Reason::unled);
    }
}

// "by year-end"; "year-end results" are those of a year that is not told.
void Context::explain_year_end() {
    if (date_.reading.first.month == 0 && !around_.in(before_, words_.deadline | words_.before_old_year | words_.article)) {
        add(Reason::unled);
    }
}

// "on Christmas Day", "this Halloween"
void Context::explain_holiday() {
    explain_name(0);
    if (!date_.reading.has_year() && !around_.in(before_, words_.direction) && around_.folded(before_) != "on") {
        add(Reason::unled);
    }
}

}  // namespace dateline::dates
