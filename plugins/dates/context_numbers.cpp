// Years and other numbers: dates, counts, parts of names?
#include "context.h"

namespace dateline::dates {
namespace {

constexpr int oldest_likely_year = 1800, latest_likely_year = 2060;
constexpr int oldest_led_year = 1500;  // after "in" or a parenthesis
constexpr int name_tokens = 8;         // how far a name after a year is followed

bool joins_numbers(char c) { return c == '-' || c == '.' || c == '/' || c == '_' || c == ',' || c == '+' || c == '=' || c == ':'; }

}  // namespace

// Digits, stops and slashes joined to it make it a part of a longer number, an address or a file name.
bool Context::joins_number_before() const {
    if (!around_.is_joined(date_.first_token)) {
        return false;
    }
    const char mark = around_.mark(before_);
    if (mark == '$' || mark == '#' || mark == '+' || mark == '_' || mark == '=' || mark == '%' || mark == '\\') {
        return true;
    }
    if (!joins_numbers(mark) || !around_.is_joined(before_)) {
        return false;
    }
    const std::int64_t other = before_ - 1;
    return around_.is(other, DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_HAS_DIGIT) ||
           ((mark == '-' || mark == '/') && around_.is(other, DATELINE_TOKEN_ALL_CAPITALS)) || (mark == ':' && around_.mark(other) == ')');
}

bool Context::joins_number_after() const {
    if (!around_.is_joined(next_)) {
        return false;
    }
    const char mark = around_.mark(next_);
    return mark == '%' || mark == '#' || mark == '_' || mark == '=' || mark == '+' ||
           (mark == '-' && around_.is_joined(next_ + 1) && around_.is(next_ + 1, DATELINE_TOKEN_ALL_CAPITALS)) ||
           (joins_numbers(mark) && around_.is_joined(next_ + 1) && around_.is(next_ + 1, DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_HAS_DIGIT));
}

void Context::explain_number() {
    if (joins_number_before() || joins_number_after()) {
        add(Reason::inside_number);
    }
    if (date_.reading.form == Form::ago) {
        if (around_.in(before_, words_.more_than)) {
            add(Reason::vague, before_);
        }
        return;
    }
    const char mark = around_.mark(before_);
    const std::int64_t lead = mark == '.' || mark == ':' ? before_ - 1 : before_;
    if (around_.in(lead, words_.number_lead)) {
        add(Reason::after_number_lead, lead);
    }
    if (next_in(words_.counted)) {
        add(Reason::counts, next_);
    }
}

// 11/2018 is a month where something leads to it; "2020.11" is written in chronicles; elsewhere a number after the stop is a decimal or a footnote.
void Context::explain_year_stop_month() {
    explain_number();
    const bool begins = around_.begins_line(date_.first_token);
    if (begins) {
        add(Reason::alone_in_line);
    }
    if (date_.reading.first.year < oldest_likely_year || (!begins && document_.word(date_.end_token - 1).size() < 2)) {
        add(Reason::inside_number);
    }
    const bool led = around_.in(before_, words_.before_date);
    if (led) {
        add(Reason::after_date_word, before_);
    }
    const bool slash = around_.mark(date_.first_token + std::int64_t{1}) == '/', opens = begins || around_.mark(before_) == '(' || around_.mark(before_) == ':';
    if (slash && !led && !opens) {
        add(Reason::unled);
    }
}

// 20/9 and 9/24 are dates only where something leads to one: fractions and ratios look the same.
void Context::explain_number_short() {
    explain_number();
    if (around_.in(date_.first_token, words_.number_name) || date_.reading.part == date_.reading.nth) {
        add(Reason::inside_number);
    }
    if (around_.in(before_, words_.before_numeric)) {
        add(Reason::after_date_word, before_);
    } else if (around_.mark(before_) == '(' && around_.in(before_ - 1, words_.weekday)) {
        add(Reason::beside_date);
    }
}

void Context::explain_years() {
    explain_number();
    explain_fiscal();
    if (date_.reading.form == Form::short_years) {
        explain_budget();
    }
    const bool led = around_.mark(before_) == '(' || around_.in(before_, words_.before_old_year);
    if (date_.reading.first.year < (led ? oldest_led_year : oldest_likely_year)) {
        add(Reason::unlikely_year);
    }
    if (around_.in(before_, words_.before_date)) {
        add(Reason::after_date_word, before_);
    } else if (around_.mark(before_) == '(') {
        add(Reason::in_parentheses);
    } else {
        explain_name_before();
    }
    explain_name_after();
}

void Context::explain_year() {
    explain_number();
    explain_fiscal();
    const int year = date_.reading.first.year;
    const bool led = around_.mark(before_) == '(' || around_.in(before_, words_.before_old_year);
    if (year < (led ? oldest_led_year : oldest_likely_year) || year > latest_likely_year) {
        add(Reason::unlikely_year);
    }
    // "2000 to 2500 meters"
    const bool to_number = (around_.is_dash(next_) || around_.folded(next_) == "to") && around_.is(next_ + 1, DATELINE_TOKEN_NUMBER) &&
                           around_.folded(next_ + 1).size() >= 4;
    if (around_.is(before_, DATELINE_TOKEN_NUMBER) || around_.is(next_, DATELINE_TOKEN_NUMBER) || to_number || next_is(DATELINE_TOKEN_HAS_DIGIT)) {
        add(Reason::inside_number);
    }
    explain_what_leads_year();
    explain_what_follows_year();
}

void Context::explain_what_leads_year() {
    const std::int64_t law = around_.folded(before_) == "of" ? before_ - 1 : before_;
    if (around_.in(law, words_.law)) {
        return add(Reason::after_law, law);
    }
    if (around_.begins_line(date_.first_token)) {
        return add(Reason::alone_in_line);
    }
    if (around_.in(before_, words_.before_date | words_.before_year)) {
        return add(Reason::after_date_word, before_);
    }
    if (around_.mark(before_) == '(') {
        return add(Reason::in_parentheses);
    }
    if (around_.in(before_, words_.article) || around_.folded(before_) == "'s") {
        return add(Reason::after_article, before_);
    }
    if (around_.is(before_, DATELINE_TOKEN_LOWER)) {
        return add(Reason::after_small_word, before_);
    }
    explain_name_before();
}

// "Vision 2030", "Agenda 2022-2027"
void Context::explain_name_before() {
    if (around_.same_sentence(before_, date_.first_token) && around_.is(before_, DATELINE_TOKEN_CAPITAL) && !around_.in(before_, words_.article) &&
        !around_.begins_line(date_.first_token)) {
        add(Reason::after_name, before_);
    }
}

void Context::explain_what_follows_year() {
    if (next_in(words_.year_noun) && !next_is(DATELINE_TOKEN_CAPITAL)) {
        return add(Reason::before_year_noun, next_);
    }
    if (next_is(DATELINE_TOKEN_LOWER)) {
        return add(around_.in(next_, words_.small_word) ? Reason::before_small_word : Reason::before_noun, next_);
    }
    explain_name_after();
}

// Capitalised words after it: "2025 World Conference" is a name, "a 2002 GAO report" a report of that year.
void Context::explain_name_after() {
    if (!next_is(DATELINE_TOKEN_CAPITAL) || around_.begins_line(next_)) {
        return;
    }
    std::int64_t i = next_;
    std::int64_t head = -1;
    while (i < next_ + name_tokens && around_.same_sentence(i, date_.first_token) && around_.is(i, DATELINE_TOKEN_CAPITAL)) {
        head = around_.in(i, words_.event_head) ? i : head;
        ++i;
    }
    if (head < 0 && around_.folded(i) == "of" && around_.same_sentence(i, date_.first_token) && around_.in(i, words_.event_head)) {
        head = i;
    }
    if (head >= 0) {
        return add(Reason::before_event_name, head);
    }
    const bool noun_follows = around_.same_sentence(i, date_.first_token) && around_.is(i, DATELINE_TOKEN_LOWER) && !around_.in(i, words_.small_word);
    add(i == next_ + 1 && noun_follows ? Reason::before_short_name : Reason::before_name, next_);
}

// A fiscal word shortly before or after: "fiscal year 2024", "the first quarter of fiscal 2025".
void Context::explain_fiscal() {
    for (std::int64_t i = before_; i > before_ - 4 && around_.exists(i); --i) {
        if (around_.in(i, words_.fiscal)) {
            return add(Reason::fiscal, i);
        }
        if (around_.folded(i) == "and" || (around_.is(i, DATELINE_TOKEN_PUNCTUATION) && around_.mark(i) != ')' && around_.mark(i) != '(')) {
            break;
        }
    }
    for (std::int64_t i = next_; i < next_ + 2; ++i) {
        if (around_.in(i, words_.fiscal)) {
            return add(Reason::fiscal, i);
        }
    }
}

void Context::explain_budget() {
    const std::int64_t before = find_before(words_.money, 12);
    if (const std::int64_t token = before >= 0 ? before : find_after(words_.money, 8); token >= 0) {
        add(Reason::budget, token);
    }
}

}  // namespace dateline::dates
