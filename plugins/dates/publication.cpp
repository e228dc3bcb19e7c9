#include "publication.h"

#include <algorithm>

namespace dateline::dates {
namespace {

constexpr std::uint32_t body_tokens = 40;        // a block of so many is no heading or byline any more
constexpr std::uint32_t tail_bytes = 500;        // how far from the end a closing date line may stand
constexpr std::uint32_t dateline_tokens = 32;    // how far into its line a dateline's date may stand
constexpr std::uint32_t head_bytes = 4000;

bool may_be_publication(const Found& date) {
    return date.resolved && !date.reading.is_range() && date.value.first.month != 0 && date.value.precision <= Precision::month &&
           date.reading.unit == Unit::none && date.reading.form != Form::day && date.reading.form != Form::weekday;
}

}  // namespace

// The first block that is long enough to be running text: what stands before it is title, byline and date line.
std::uint32_t PublicationFinder::body_token() const {
    for (const dateline_block& block : document_.blocks()) {
        if (block.sentence_count == 0) {
            continue;
        }
        const std::uint32_t first = document_.sentences()[block.first_sentence].first_token;
        const dateline_sentence& last = document_.sentences()[block.first_sentence + block.sentence_count - 1];
        if (last.first_token + last.token_count - first >= body_tokens) {
            return first;
        }
    }
    return static_cast<std::uint32_t>(document_.tokens().size());
}

// "Date:", "Posted on", "Last updated on" within the few tokens before, on the same line or the one above.
bool PublicationFinder::is_labelled(std::int64_t token) const {
    for (std::int64_t i = token - 1; i >= token - 3 && around_.exists(i); --i) {
        if (around_.in(i, words_.published_label)) {
            return true;
        }
        if (!around_.is(i, DATELINE_TOKEN_PUNCTUATION) && !around_.in(i, words_.before_date)) {
            return false;
        }
    }
    return false;
}

// "SHANGHAI, April 1, 2024 /Wire/ --": between place and dash, near the start of its line.
bool PublicationFinder::stands_in_dateline(const Found& date) const {
    const std::int64_t next = date.end_token;
    const char after = around_.mark(next);
    const bool bracket = after == '/' || after == '(' || after == '@' || after == ')' || after == '.' || after == ',' || after == ':';
    if (!around_.is_dash(next) && !bracket) {
        return false;
    }
    if (!around_.is_dash(next) && after != '/') {
        bool dash = false;
        for (std::int64_t i = next; i < next + 14 && around_.exists(i) && !dash && !around_.begins_line(i + 1); ++i) {
            dash = around_.is_dash(i) && !around_.is_joined(i + 1);
        }
        if (!dash && after != '(') {
            return false;
        }
    }
    std::int64_t i = date.first_token - 1;
    const char before = around_.mark(i);
    if (before != ',' && before != '/' && before != ')' && before != '(' && before != '.' && !around_.is_dash(i)) {
        return around_.begins_line(date.first_token) && (around_.is_dash(next) || after == '/');
    }
    for (std::uint32_t steps = 0; steps < dateline_tokens && around_.exists(i); ++steps, --i) {
        if (around_.is(i, DATELINE_TOKEN_LOWER) && !around_.in(i, words_.before_date) && document_.folded(static_cast<std::size_t>(i)) != "and") {
            return false;
        }
        if (around_.begins_line(i)) {
            return true;
        }
    }
    return false;
}

bool PublicationFinder::is_alone_in_line(const Found& date) const {
    std::int64_t i = date.first_token;
    while (!around_.begins_line(i) && around_.is(i - 1, DATELINE_TOKEN_PUNCTUATION)) {
        --i;
    }
    if (!around_.begins_line(i)) {
        return false;
    }
    std::int64_t next = date.end_token;
    while (!around_.begins_line(next) && (around_.is(next, DATELINE_TOKEN_PUNCTUATION) || around_.is(next, DATELINE_TOKEN_NUMBER) ||
                                          around_.in(next, words_.time))) {
        ++next;
    }
    return around_.begins_line(next);
}

bool PublicationFinder::ends_heading(const Found& date) const {
    std::int64_t next = date.end_token;
    while (!around_.begins_line(next) && around_.is(next, DATELINE_TOKEN_PUNCTUATION)) {
        ++next;
    }
    return around_.begins_line(next) && !around_.in(static_cast<std::int64_t>(date.first_token) - 1, words_.before_date);
}

Source PublicationFinder::place(const Found& date, bool in_head) const {
    const bool full = date.reading.has_year();
    const std::int64_t first = date.first_token;
    if (in_head && full && (is_labelled(first) || is_alone_in_line(date) || (around_.begins_line(first) && date.value.first.day != 0) || ends_heading(date))) {
        return Source::line;
    }
    if (date.value.first.day != 0 && date.begin < head_bytes && stands_in_dateline(date)) {
        return Source::dateline;
    }
    return Source::none;
}

Publication PublicationFinder::find(const std::vector<Found>& dates) const {
    const std::uint32_t body = body_token();
    const auto text_end = static_cast<std::uint32_t>(document_.text().size());
    Publication best;
    for (std::uint32_t i = 0; i < dates.size() && dates[i].begin < head_bytes; ++i) {
        if (!may_be_publication(dates[i])) {
            continue;
        }
        const Source source = place(dates[i], dates[i].first_token <= body + 2);
        if (source != Source::none) {
            return {dates[i].value.first, source, i};
        }
    }
    for (auto i = static_cast<std::uint32_t>(dates.size()); i-- > 0 && dates[i].begin + tail_bytes >= text_end;) {
        if (may_be_publication(dates[i]) && dates[i].reading.has_year() &&
            (is_alone_in_line(dates[i]) || is_labelled(dates[i].first_token) || dates[i].end == text_end)) {
            return {dates[i].value.first, Source::line, i};
        }
    }
    return best;
}

}  // namespace dateline::dates
