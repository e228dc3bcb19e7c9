/// The plugin's word lists as masks, and small questions about the tokens around a place.
#pragma once

#include <cstdint>

#include "dateline/plugin.hpp"

namespace dateline::dates {

struct Words {
    explicit Words(const Host& host);

    // What may stand before or after a date.
    std::uint64_t before_date, before_year, before_old_year, before_numeric, article, small_word, year_noun, day_part;
    // What tells past from future.
    std::uint64_t future, past, deadline;
    // What makes a number or a word something else than a date.
    std::uint64_t fiscal, money, counted, ordinal_noun, number_lead, number_name, law, event_head, weekday_name, name_month, more_than, after_may,
        recurring, invites, nowadays_next, day_word;
    // Where an article gives its own date.
    std::uint64_t published_label, after_published, dateline_word, copyright, time;
    std::uint32_t line_word;     ///< a list: words of lines about a text, with what they tell
    // Where which of two numbers is the month is told by the country.
    std::uint32_t number_order;  ///< a list
    // Parts of dates.
    std::uint64_t part, month, weekday, decade, direction;
};

/// Questions about a token that may lie outside the text: index -1 or beyond the end gives "no".
class Around {
public:
    Around(const Document& document) : document_(document), count_(static_cast<std::int64_t>(document.tokens().size())) {}

    bool exists(std::int64_t token) const { return token >= 0 && token < count_; }
    bool is(std::int64_t token, std::uint32_t flags) const { return exists(token) && document_.is(static_cast<std::size_t>(token), flags); }
    bool in(std::int64_t token, std::uint64_t mask) const { return exists(token) && (document_.lists(static_cast<std::size_t>(token)) & mask) != 0; }
    std::string_view folded(std::int64_t token) const {
        return exists(token) ? document_.folded(static_cast<std::size_t>(token)) : std::string_view();
    }
    /// The one-byte punctuation mark that a token is; 0 for every other token.
    char mark(std::int64_t token) const;
    bool is_dash(std::int64_t token) const;
    /// Whether an entry of a list begins at a token that has a word among its values.
    bool says(std::int64_t token, std::uint32_t list, std::string_view value) const;
    /// Whether a token begins a line (or the text); the end of the text counts as a beginning.
    bool begins_line(std::int64_t token) const { return !exists(token) || is(token, DATELINE_TOKEN_LINE_BEFORE | DATELINE_TOKEN_BLOCK_START); }
    bool begins_block(std::int64_t token) const { return is(token, DATELINE_TOKEN_BLOCK_START); }
    /// Whether no white space stands before a token.
    bool is_joined(std::int64_t token) const { return exists(token) && !is(token, DATELINE_TOKEN_SPACE_BEFORE); }
    /// Whether both stand in one sentence.
    bool same_sentence(std::int64_t a, std::int64_t b) const;
    bool same_block(std::int64_t a, std::int64_t b) const;

private:
    const Document& document_;
    std::int64_t count_;
};

}  // namespace dateline::dates
