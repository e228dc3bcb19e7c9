#include "publication.h"

// Datelines: "SHANGHAI, April 1, 2024 /Wire/ --".
namespace dateline::dates {
namespace {

constexpr std::int64_t dateline_tokens = 40;  // how far into its line a dateline's date may stand
constexpr std::int64_t report_tokens = 5;     // how much text must follow on a dateline's line
constexpr std::int64_t wire_tokens = 16;      // how far the dash may stand from a dateline's date

}  // namespace

// What stands before a token on its line: names alone, names with small words, a reporter's too, or other words.
PublicationFinder::Lead PublicationFinder::lead(std::int64_t first) const {
    Lead lead = around_.begins_line(first) ? Lead::nothing : Lead::names;
    for (std::int64_t i = first; i > first - dateline_tokens; --i) {
        if (around_.begins_line(i)) {
            return lead;
        }
        const std::int64_t before = i - 1;
        const bool small = around_.is(before, DATELINE_TOKEN_LOWER) && !around_.is(before, DATELINE_TOKEN_ADDRESS) && !around_.is_joined(before);
        if (around_.says(before, words_.line_word, "reporter")) {
            lead = Lead::reporter;
        } else if (small && !around_.in(before, words_.dateline_word)) {
            return Lead::other;
        } else if (small && lead == Lead::names) {
            lead = Lead::places;
        }
    }
    return Lead::other;
}

// A dash that separates, within the tokens of one line: "(Wire) @ 7:00 AM Central -".
bool PublicationFinder::dash_follows(std::int64_t next) const {
    for (std::int64_t i = next; i < next + wire_tokens && !around_.begins_line(i); ++i) {
        if (around_.is_dash(i) && !(around_.is_joined(i) && around_.is_joined(i + 1))) {
            return true;
        }
        if (around_.mark(i) == '.' && around_.is(i + 1, DATELINE_TOKEN_SENTENCE_START) && around_.mark(i + 1) != '/') {
            return false;
        }
    }
    return false;
}

// What stands between a dateline's date and the report: a dash, the wire's name between slashes or in parentheses.
bool PublicationFinder::opens_report(std::int64_t next) const {
    if (around_.mark(next) == '/' || wire_ends_line(next)) {
        return true;
    }
    for (std::int64_t i = next; i < next + report_tokens; ++i) {
        if (around_.begins_line(i)) {
            return false;
        }
    }
    switch (around_.mark(next)) {
        case '(':
        case ')':
            return true;
        case '@':
        case ',':
        case ':':
        case '.':
            return dash_follows(next) || around_.mark(next + 1) == '/';
        case ']':
            return true;
        default:
            break;
    }
    std::int64_t dash = next;
    while (around_.is_dash(dash) && around_.is_dash(dash + 1) && around_.is_joined(dash + 1)) {
        ++dash;
    }
    return around_.is_dash(dash) && (dash > next || !around_.is_joined(dash) || !around_.is_joined(dash + 1));
}

// "KINGSTON, July 5, 2024 (Wire):", with the report in the lines below.
bool PublicationFinder::wire_ends_line(std::int64_t next) const {
    std::int64_t close = next + 1;
    while (around_.mark(next) == '(' && close < next + wire_tokens && !around_.begins_line(close) && around_.mark(close) != ')') {
        ++close;
    }
    return around_.mark(close) == ')' && close > next + 1 && (around_.mark(close + 1) == ':' || around_.is_dash(close + 1)) && around_.begins_line(close + 2);
}

// "(Wire) - April 1, 2024 - The", "April 1, 2024 (Wire) - The": the name of a wire beside a whole date, whatever stands before.
bool PublicationFinder::is_beside_wire(const Found& date) const {
    constexpr std::int64_t longest_wire = 4;
    const std::int64_t first = date.first_token, next = date.end_token;
    if (!date.reading.has_year() || around_.begins_line(next) || around_.in(first - 1, words_.before_date)) {
        return false;
    }
    if (around_.is_dash(first - 1) && around_.mark(first - 2) == ')') {
        return around_.is_dash(next);
    }
    std::int64_t close = next + 1;
    while (around_.mark(next) == '(' && close < next + longest_wire && around_.mark(close) != ')') {
        ++close;
    }
    return around_.mark(next) == '(' && around_.mark(close) == ')' && around_.is_dash(close + 1) && !around_.begins_line(close + 1);
}

// A whole date that opens its line: "(23 July 2015, Eastport) The port", "Thursday, May 7, 2015 The port".
bool PublicationFinder::opens_line(const Found& date) const {
    const std::int64_t first = date.first_token, next = date.end_token;
    if (around_.mark(first - 1) != '(') {
        return date.reading.weekday != 0 && around_.begins_line(first) && around_.is(next, DATELINE_TOKEN_CAPITAL) && !around_.begins_line(next);
    }
    std::int64_t close = next;
    while (close < next + report_tokens && around_.mark(close) != ')') {
        ++close;
    }
    return around_.begins_line(first - 1) && around_.mark(close) == ')' && !around_.begins_line(close + 1);
}

// "SHANGHAI, April 1, 2024 /Wire/ --"
bool PublicationFinder::is_in_dateline(const Found& date) const {
    if (is_beside_wire(date) || (date.reading.has_year() && opens_line(date))) {
        return true;
    }
    const Lead before = lead(date.first_token);
    if (before == Lead::other || around_.in(date.first_token - std::int64_t{1}, words_.before_date)) {
        return false;
    }
    if (opens_report(date.end_token)) {
        const bool of_weekday = around_.in(date.first_token - std::int64_t{2}, words_.weekday);  // "Monday (6 June 2022) saw rain"
        const bool in_text = !date.reading.has_year() || of_weekday;                             // "Day 1 (27 May). The"
        const bool part_of_text = around_.mark(date.end_token) == ')' && in_text && !dash_follows(date.end_token);
        return !part_of_text;
    }
    const std::int64_t last = date.first_token - std::int64_t{1}, next = date.end_token;
    const char mark = around_.mark(next);
    if (before == Lead::reporter) {
        return around_.mark(last) == ',' && mark == ',';
    }
    // "Geneva, 4 March 2024. The ...", "Geneva, 4 March 2024  The ..."
    const bool stop = mark == ':' || mark == '.', text = around_.mark(last) == ',' && around_.is(next, DATELINE_TOKEN_CAPITAL) && !around_.begins_line(next);
    const bool place = before == Lead::names || (before == Lead::places && around_.mark(last) == ',');
    return place && date.reading.has_year() && around_.is(last, DATELINE_TOKEN_PUNCTUATION) && !around_.begins_line(last) && ((stop && !around_.begins_line(next + 1)) || text);
}

}  // namespace dateline::dates
