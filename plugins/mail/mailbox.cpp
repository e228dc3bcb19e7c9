#include "mailbox.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "../common/ascii.h"
#include "header.h"
#include "lines.h"

namespace mail {
namespace {

bool is_one_of(std::string_view word, std::string_view three_letters) {
    const std::size_t at = three_letters.find(word);
    return word.size() == 3 && at != std::string_view::npos && at % 3 == 0;
}

bool is_time(std::string_view word) { return word.size() >= 4 && common::is_digit(word[0]) && (word[1] == ':' || word[2] == ':'); }

std::string_view take_word(std::string_view& line) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(word.size());
    return word;
}

// Texts have lines that begin with "From " too: that before a mail has a date as in "Mon Jul 20 01:01:07 2015".
bool is_separator(std::string_view line) {
    constexpr std::size_t longest = 500;
    if (!line.starts_with("From ")) return false;
    line = without_end(line).substr(0, longest);
    while (!line.empty()) {
        if (!is_one_of(take_word(line), "MonTueWedThuFriSatSun")) continue;
        std::string_view date = line;
        const bool has_month = is_one_of(take_word(date), "JanFebMarAprMayJunJulAugSepOctNovDec");
        const std::string_view day = take_word(date);
        if (has_month && !day.empty() && day.size() <= 2 && common::is_digit(day.back()) && is_time(take_word(date))) return true;
    }
    return false;
}

// The end of the mail that begins `text`: at an empty line (or at the beginning) with a separator behind it.
std::size_t end_of(std::string_view text) {
    for (std::size_t at = 0; (at = text.find("\nFrom ", at)) != std::string_view::npos; ++at) {
        const std::string_view before = text.substr(0, at);
        const bool after_empty_line = before.empty() || before.ends_with('\n') || before.ends_with("\n\r");
        if (after_empty_line && is_separator(text.substr(at + 1, text.find('\n', at + 1) - at - 1))) return at + 1;
    }
    return text.size();
}

// By its Content-Length, where a separator or the end comes after so many bytes; else 0. Such mailboxes may not mark "From " in texts.
std::size_t stated_end(std::string_view text) {
    std::string_view body = text;
    const std::string_view value = take_header(body).value("content-length");
    std::uint64_t length = 0;
    if (value.empty() || std::from_chars(value.data(), value.data() + value.size(), length).ec != std::errc() || length > body.size()) return 0;
    const std::string_view behind = body.substr(static_cast<std::size_t>(length));
    const std::size_t from = std::min(behind.substr(0, 8).find_first_not_of("\r\n"), behind.size());
    const std::string_view next = behind.substr(from);
    return from <= 4 && (next.empty() || is_separator(next.substr(0, next.find('\n')))) ? text.size() - next.size() : 0;
}

// A line of ">" and "From " loses one ">".
void append_unmarked(std::string_view text, std::string& mail) {
    while (!text.empty()) {
        std::string_view line = take_line(text);
        const std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
        mail += marks > 0 && line.substr(marks).starts_with("From ") ? line.substr(1) : line;
    }
}

}  // namespace

bool begins_mailbox(std::string_view bytes) {
    constexpr std::size_t looked_at = 1024;
    bytes = bytes.substr(0, looked_at);
    return is_separator(take_line(bytes)) && !field_name(take_line(bytes)).empty();
}

bool Mailbox::next(std::string& mail) {
    while (is_separator(rest_.substr(0, rest_.find('\n')))) {
        take_line(rest_);
    }
    mail.clear();
    if (rest_.find_first_not_of(common::white) == std::string_view::npos) {
        return false;
    }
    const std::size_t stated = stated_end(rest_), end = stated > 0 ? stated : end_of(rest_);
    append_unmarked(rest_.substr(0, end), mail);
    rest_.remove_prefix(end);
    return true;
}

}  // namespace mail
