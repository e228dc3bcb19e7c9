#include "publication.h"

namespace dateline::dates {
namespace {

constexpr std::uint32_t body_tokens = 40;   // a block of so many is running text, no heading or byline
constexpr std::uint32_t head_bytes = 4000;  // how far from the start a dateline or date line may stand
constexpr std::uint32_t tail_bytes = 600;   // how far from the end a closing date line may stand
constexpr std::int64_t line_tokens = 40;    // how much punctuation, numbers and hours of a date line are looked through
constexpr std::int64_t name_tokens = 10;    // how long a name after a date line's date may be

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
    const bool release =
        around_.folded(first + 1) == "release" || around_.folded(first + 1) == "statement" || around_.folded(first + 1) == "bulletin";
    const auto separates = [&](std::int64_t token) {
        return around_.mark(token) == '|' || around_.mark(token) == ',' || around_.folded(token) == "·" || around_.is_dash(token);
    };
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
    const char mark = around_.mark(last);
    const bool of_issue = around_.folded(last) == "of" && around_.says(last - 1, words_.line_word, "issue");
    const bool parted = mark == ',' || mark == '|' || mark == '(' || around_.is_dash(last) || of_issue;
    if (lead(date.first_token) == Lead::names && mark == ',' && end == date.end_token) {
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
    const std::int64_t label = around_.mark(first) == '(' ? first + 1 : first;
    const bool opens = around_.begins_line(first) && around_.says(label, words_.line_word, "label");
    const char next = around_.mark(date.end_token);
    const bool mark = next == '.' || next == ',' || next == ';' || next == ')' || next == '/' || next == '|';
    const bool closed = mark || around_.begins_line(date.end_token) || around_.is(date.end_token, DATELINE_TOKEN_CAPITAL);
    return opens && closed && end - first <= longest && !is_of_event(first, date);
}

// "(Harbour Post, 7 July 2023; abridged)" in a line of its own.
bool PublicationFinder::is_in_parentheses(const Found& date) const {
    constexpr std::int64_t longest = 24;
    const std::int64_t first = line_begin(date.first_token), end = line_end(date.end_token);
    const char last = around_.mark(date.first_token - std::int64_t{1});
    return end - first <= longest && around_.begins_line(first) && around_.mark(first) == '(' && around_.mark(end - 1) == ')' &&
           (last == ',' || last == '(');
}

// "Eastport, 30 March 2021" in a line of its own, with the names of those who sign above or below.
bool PublicationFinder::closes_letter(const Found& date) const {
    const Lead before = lead(date.first_token);
    return around_.begins_line(date.end_token) && around_.mark(date.first_token - std::int64_t{1}) == ',' &&
           (before == Lead::names || before == Lead::places);
}

// "Ends/Wednesday, December 23, 2020": the last line of Hong Kong's releases.
bool PublicationFinder::follows_end_mark(const Found& date) const {
    const std::int64_t mark = date.first_token - std::int64_t{1};
    return around_.mark(mark) == '/' && (around_.folded(mark - 1) == "ends" || around_.folded(mark - 1) == "end") && around_.begins_line(mark - 1);
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

// ISBN 978-0-19-2018-05-3
bool PublicationFinder::is_inside_number(const Found& date) const {
    const std::int64_t first = date.first_token;
    return around_.is_joined(first) && around_.is_dash(first - 1) && around_.is_joined(first - 1) && around_.is(first - 2, DATELINE_TOKEN_NUMBER);
}

Publication PublicationFinder::find(const std::vector<Found>& dates) const {
    const std::uint32_t body = first_body_token();
    const std::size_t text_end = document_.text().size();
    Place best = Place::none;
    Publication found;
    for (std::uint32_t i = 0; i < dates.size(); ++i) {
        const Found& date = dates[i];
        if (!may_be_publication(date) || is_inside_number(date)) {
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
