#include "publication.h"

namespace dateline::dates {
namespace {

constexpr std::uint32_t body_tokens = 40;     // a block of so many is running text, no heading or byline
constexpr std::uint32_t head_bytes = 4000;    // how far from the start a dateline or date line may stand
constexpr std::uint32_t tail_bytes = 600;     // how far from the end a closing date line may stand
constexpr std::int64_t dateline_tokens = 40;  // how far into its line a dateline's date may stand
constexpr std::int64_t report_tokens = 5;     // how much text must follow on a dateline's line
constexpr std::int64_t line_tokens = 40;      // how much punctuation, numbers and hours of a date line are looked through
constexpr std::int64_t name_tokens = 10;      // how long a name after a date line's date may be
constexpr std::int64_t wire_tokens = 16;      // how far the dash may stand from a dateline's date

// A day or month that the words themselves tell, in one way only.
bool may_be_publication(const Found& date) {
    switch (date.reading.form) {
        case Form::iso:
        case Form::full_date:
        case Form::month_day:
        case Form::month_year:
        case Form::year_stop_month:
        case Form::numeric:
        case Form::numeric_stops:
        case Form::numeric_short:
            return date.resolved && !date.ambiguous && date.value.first.month != 0;
        default:
            return false;
    }
}

}  // namespace

// The first block that is long enough to be running text: what stands before it is title, byline and date line.
std::uint32_t PublicationFinder::first_body_token() const {
    for (const dateline_block& block : document_.blocks()) {
        if (block.sentence_count == 0) {
            continue;
        }
        const std::uint32_t first = document_.sentences()[block.first_sentence].first_token;
        const dateline_sentence& last = document_.sentences()[block.first_sentence + block.sentence_count - 1];
        const std::uint32_t end = last.first_token + last.token_count;
        // A page's menu is long, but is no sentence; a ruled line is no words.
        const bool sentences = block.sentence_count > 1 || around_.is(end - 1, DATELINE_TOKEN_PUNCTUATION);
        const bool words = around_.is(first + 1, DATELINE_TOKEN_WORD) || around_.is(first + 2, DATELINE_TOKEN_WORD);
        if (end - first >= body_tokens && sentences && words) {
            return first;
        }
    }
    return static_cast<std::uint32_t>(document_.tokens().size());
}

// "Date:", "Posted on", "Last updated:" within the few tokens before, on the same line or the one above: its first token, or -1.
std::int64_t PublicationFinder::label_of(const Found& date) const {
    const std::int64_t first = date.first_token;
    for (std::int64_t i = first - 1; i >= first - 3 && around_.exists(i); --i) {
        if (around_.in(i, words_.published_label)) {
            while (!around_.begins_line(i) && around_.in(i - 1, words_.published_label)) {
                --i;
            }
            return i;
        }
        if (!around_.is(i, DATELINE_TOKEN_PUNCTUATION) && !around_.in(i, words_.before_date)) {
            return -1;
        }
    }
    return -1;
}

// Whether a label stands apart from what is before it, or from the date by a colon: "Release date: ", not "an album released " or "a decree, dated ".
bool PublicationFinder::is_apart(std::int64_t label, const Found& date) const {
    const bool colon = around_.mark(date.first_token - std::int64_t{1}) == ':', says_of_something = around_.in(label, words_.before_date);
    return colon || around_.begins_line(label) || (around_.is(label - 1, DATELINE_TOKEN_PUNCTUATION) && !says_of_something);
}

// "Event: ... / Date: ... / Venue: ...": the day of something else. The lines before and after it tell.
bool PublicationFinder::is_of_event(std::int64_t label, const Found& date) const {
    std::int64_t next = skip_time(date.end_token);
    std::int64_t before = label - 1;
    for (std::int64_t end = before - line_tokens; before > end && !around_.begins_line(before);) {
        --before;
    }
    const auto tells_event = [&](std::int64_t line) { return around_.says(line, words_.line_word, "event") && around_.mark(line + 1) == ':'; };
    return tells_event(next) || tells_event(before);
}

// The token after punctuation, hours and words of the time of day that stand on the same line.
std::int64_t PublicationFinder::skip_time(std::int64_t token) const {
    const std::int64_t end = token + line_tokens;
    while (token < end && !around_.begins_line(token) &&
           (around_.is(token, DATELINE_TOKEN_PUNCTUATION | DATELINE_TOKEN_NUMBER) || around_.in(token, words_.time) ||
            (around_.folded(token) == "at" && around_.is(token + 1, DATELINE_TOKEN_NUMBER)))) {
        ++token;
    }
    return token;
}

// A line that holds the date, perhaps the time, and perhaps what pages print beside them: "2023-05-29 Clicks: 412".
bool PublicationFinder::is_alone_in_line(const Found& date) const {
    std::int64_t first = date.first_token;
    while (first > date.first_token - line_tokens && !around_.begins_line(first) && around_.is(first - 1, DATELINE_TOKEN_PUNCTUATION)) {
        --first;
    }
    const std::int64_t next = skip_time(date.end_token);
    const bool page_word = around_.in(next, words_.after_published);
    if (around_.begins_line(first)) {
        return page_word || is_short_name(next);
    }
    return page_word && around_.mark(next + 1) == ':';
}

// The rest of a line: nothing, or the few words of a name, "2023-04-19 Press Office".
bool PublicationFinder::is_short_name(std::int64_t first) const {
    for (std::int64_t i = first; i < first + name_tokens; ++i) {
        if (around_.begins_line(i)) {
            return i == first || around_.mark(i - 1) != '.';
        }
        if (i == first && !around_.is(i, DATELINE_TOKEN_CAPITAL)) {
            return false;
        }
    }
    return false;
}

// "... Deccan Despatch, 21-05-2019" at the end of a line that is no sentence.
bool PublicationFinder::ends_heading(const Found& date) const {
    const std::int64_t next = skip_time(date.end_token);
    if (around_.mark(next - 1) == '.') {
        return false;
    }
    return (around_.begins_line(next) || next > date.end_token + 2) && !around_.in(date.first_token - std::int64_t{1}, words_.before_date);
}

// The first token of a line, or one that is far before.
std::int64_t PublicationFinder::line_begin(std::int64_t token) const {
    const std::int64_t end = token - line_tokens;
    while (token > end && !around_.begins_line(token)) {
        --token;
    }
    return token;
}

// "By the press office | 14 Feb 2023 | News", "12-12-2016, added by: office", "Media release of the Board of 19.11.2019".
bool PublicationFinder::is_in_byline(const Found& date) const {
    constexpr std::int64_t longest = 24;
    const std::int64_t first = line_begin(date.first_token), last = date.first_token - std::int64_t{1};
    std::int64_t end = date.end_token;
    while (end < first + longest && !around_.begins_line(end)) {
        ++end;
    }
    if (!around_.begins_line(first) || !around_.begins_line(end) || (around_.mark(end - 1) == '.' && end > date.end_token + 1)) {
        return false;
    }
    const bool release = around_.folded(first + 1) == "release" || around_.folded(first + 1) == "statement" || around_.folded(first + 1) == "bulletin";
    const auto separates = [&](std::int64_t token) { return around_.mark(token) == '|' || around_.mark(token) == ',' || around_.folded(token) == "·" || around_.is_dash(token); };
    const std::int64_t next = skip_time(date.end_token);
    const bool updated = next > date.end_token + 1 && around_.in(next, words_.published_label);
    const bool apart = first == date.first_token || separates(last), closed = end <= date.end_token + 1 || separates(date.end_token) || updated;
    return release ? end <= date.end_token + 1 : apart && closed;
}

std::int64_t PublicationFinder::line_end(std::int64_t token) const {
    const std::int64_t end = token + line_tokens;
    while (token < end && !around_.begins_line(token)) {
        ++token;
    }
    return token;
}

// "Harbour Post – Issue 3, July 2024", "Frontier Monthly, issue of May 2024": the heading of a periodical.
bool PublicationFinder::is_of_issue(const Found& date) const {
    constexpr std::int64_t longest = 24, reach = 10;
    const std::int64_t first = line_begin(date.first_token), end = line_end(date.end_token), last = date.first_token - std::int64_t{1};
    const bool parted = around_.mark(last) == ',' || around_.mark(last) == '|' || around_.mark(last) == '(' || around_.is_dash(last) || (around_.folded(last) == "of" && around_.says(last - 1, words_.line_word, "issue"));
    if (lead(date.first_token) == Lead::names && around_.mark(last) == ',' && end == date.end_token) {
        return true;  // "Harbour Review, July 2024"
    }
    if (!parted || end - first > longest || (end > date.end_token + 1 && !around_.is(date.end_token, DATELINE_TOKEN_PUNCTUATION))) {
        return false;
    }
    for (std::int64_t i = last; i >= first && i > last - reach; --i) {
        if (around_.says(i, words_.line_word, "issue") && (around_.is(i, DATELINE_TOKEN_CAPITAL) || around_.folded(last) == "of")) {
            return true;
        }
    }
    return false;
}

// "Source: Harbour Post, 2023-08-24", "Compiled by the office on July 10, 2022.": a line about the text itself.
bool PublicationFinder::is_in_label_line(const Found& date) const {
    constexpr std::int64_t longest = 30;
    const std::int64_t first = line_begin(date.first_token), end = line_end(date.end_token);
    const bool opens = around_.begins_line(first) && (around_.says(first, words_.line_word, "label") || (around_.mark(first) == '(' && around_.says(first + 1, words_.line_word, "label")));
    const char next = around_.mark(date.end_token);
    const bool closed = around_.begins_line(date.end_token) || next == '.' || next == ';' || next == ')' || next == '/' || next == '|' || around_.is(date.end_token, DATELINE_TOKEN_CAPITAL);
    return opens && closed && end - first <= longest && !is_of_event(first, date);
}

// "(Harbour Post, 7 July 2023; abridged)" in a line of its own.
bool PublicationFinder::is_in_parentheses(const Found& date) const {
    constexpr std::int64_t longest = 24;
    const std::int64_t first = line_begin(date.first_token), end = line_end(date.end_token);
    const char last = around_.mark(date.first_token - std::int64_t{1});
    return end - first <= longest && around_.begins_line(first) && around_.mark(first) == '(' && around_.mark(end - 1) == ')' && (last == ',' || last == '(');
}

// "Eastport, 30 March 2021" in a line of its own, with the names of those who sign above or below.
bool PublicationFinder::closes_letter(const Found& date) const {
    const Lead before = lead(date.first_token);
    return around_.begins_line(date.end_token) && around_.mark(date.first_token - std::int64_t{1}) == ',' && (before == Lead::names || before == Lead::places);
}

// "Ends/Wednesday, December 23, 2020": the last line of Hong Kong's releases.
bool PublicationFinder::follows_end_mark(const Found& date) const {
    const std::int64_t mark = date.first_token - std::int64_t{1};
    return around_.mark(mark) == '/' && (around_.folded(mark - 1) == "ends" || around_.folded(mark - 1) == "end") && around_.begins_line(mark - 1);
}

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
        const bool part_of_text = around_.mark(date.end_token) == ')' && !date.reading.has_year() && !dash_follows(date.end_token);  // "Day 1 (27 May). The"
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

PublicationFinder::Place PublicationFinder::place_in_head(const Found& date, bool before_body) const {
    const bool full = date.reading.has_year();
    const bool day = date.value.first.day != 0;
    const std::int64_t label = full ? label_of(date) : -1;
    if (label >= 0 && is_of_event(label, date)) {
        return Place::none;
    }
    if (label >= 0 && before_body && is_apart(label, date)) {
        return Place::labelled;
    }
    if (day && is_in_dateline(date)) {
        return Place::dateline;
    }
    if (before_body && full && (date.first_token == 0 || is_alone_in_line(date))) {
        return Place::line;
    }
    if (label >= 0 && around_.begins_line(label)) {
        return Place::line;
    }
    if (before_body && full && day && is_in_byline(date)) {
        return Place::line;
    }
    if (before_body && full && ((day && (is_in_label_line(date) || is_in_parentheses(date))) || is_of_issue(date))) {
        return Place::line;
    }
    return before_body && full && day && ends_heading(date) ? Place::heading : Place::none;
}

// "This piece first appeared in the Harbour Post, August 13, 2019.", "Harbour Post, no. 6, 5 June 2013, pp. 12-14": where a text was printed.
bool PublicationFinder::is_of_print(const Found& date) const {
    constexpr std::int64_t longest = 14;
    const std::int64_t first = date.first_token, next = date.end_token + std::int64_t{1};
    const std::string_view page = around_.folded(next);
    const bool numbered = around_.is(next + 1, DATELINE_TOKEN_NUMBER) || around_.is(next + 2, DATELINE_TOKEN_NUMBER);
    if (around_.mark(date.end_token) == ',' && (page == "p" || page == "pp" || page == "page") && numbered) {
        return true;
    }
    for (std::int64_t i = first - 1; i > first - longest && around_.same_sentence(i, first); --i) {
        if (around_.in(i, words_.published_label) && !around_.in(i, words_.before_date) && around_.folded(i).ends_with("ed")) {
            return true;
        }
    }
    return false;
}

PublicationFinder::Place PublicationFinder::place_in_tail(const Found& date) const {
    if (!date.reading.has_year()) {
        return Place::none;
    }
    if (follows_end_mark(date)) {
        return Place::labelled;
    }
    if (is_of_print(date)) {
        return Place::signature;
    }
    const std::int64_t label = label_of(date);
    if (label >= 0) {
        if (!around_.begins_line(label) || is_of_event(label, date)) {
            return Place::none;
        }
        return around_.mark(date.first_token - std::int64_t{1}) == ':' ? Place::labelled : Place::signature;
    }
    const std::int64_t next = skip_time(date.end_token);
    const bool last = !around_.exists(next) && around_.mark(next - 1) != '.';
    const bool day = date.value.first.day != 0;
    const bool apart = day && (is_in_label_line(date) || is_in_parentheses(date) || closes_letter(date));
    return last || apart || is_alone_in_line(date) ? Place::signature : Place::none;
}

Publication PublicationFinder::find(const std::vector<Found>& dates) const {
    const std::uint32_t body = first_body_token();
    const std::size_t text_end = document_.text().size();
    Place best = Place::none;
    Publication found;
    for (std::uint32_t i = 0; i < dates.size(); ++i) {
        const Found& date = dates[i];
        if (!may_be_publication(date)) {
            continue;
        }
        Place place = date.begin < head_bytes ? place_in_head(date, date.first_token <= body + 2) : Place::none;
        if (place == Place::none && date.begin + tail_bytes >= text_end) {
            place = place_in_tail(date);
        }
        if (place > best || (place == Place::signature && best == Place::signature)) {
            best = place;
            found = {date.value.first, place == Place::dateline ? Source::dateline : Source::line, i};
        }
    }
    return found;
}

}  // namespace dateline::dates
