/// One document as this plugin looks at it: tokens with their lists, and where list entries of several words begin and end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/plugin.hpp"
#include "words.h"

namespace dateline::organizations {

/// What list entries say of a token; zero where none begins or ends.
struct Mark {
    std::uint8_t known = 0;            ///< tokens of the longest known body that begins here
    std::uint8_t company = 0;          ///< tokens of the listed company that begins here
    std::uint8_t press = 0;            ///< tokens of the body that press releases name, and that begins here
    std::uint8_t abbreviation = 0;     ///< tokens of the known abbreviation that begins here
    std::uint8_t legal_form = 0;       ///< tokens of the legal form that begins here
    std::uint8_t place = 0;            ///< tokens of the place or nationality that begins here
    std::uint8_t generic = 0;          ///< tokens of the nameless body that begins here
    std::uint8_t channel = 0;          ///< tokens of the place on the net that begins here
    bool known_word = false;           ///< the known body is an ordinary word
    bool after_cue = false;            ///< words that stand before bodies end just before this token
};

/// Questions about tokens; an index outside the text gives "no".
class Page {
public:
    Page(const Document& document, const Words& words, std::vector<Mark>& marks);

    const Document& document() const { return document_; }
    const Words& words() const { return words_; }
    std::uint32_t size() const { return size_; }
    bool is(std::uint32_t token, std::uint32_t flags) const { return token < size_ && document_.is(token, flags); }
    bool in(std::uint32_t token, std::uint64_t mask) const { return token < size_ && (document_.lists(token) & mask) != 0; }
    const Mark& mark(std::uint32_t token) const { return marks_[token]; }
    std::string_view folded(std::uint32_t token) const { return token < size_ ? document_.folded(token) : std::string_view(); }
    std::string_view word(std::uint32_t token) const { return document_.word(token); }
    /// Whether a token is this one-byte punctuation mark.
    bool at(std::uint32_t token, char punctuation) const {
        return is(token, DATELINE_TOKEN_PUNCTUATION) && document_.folded(token).size() == 1 && document_.folded(token).front() == punctuation;
    }
    bool is_dash(std::uint32_t token) const {
        return is(token, DATELINE_TOKEN_PUNCTUATION) && (folded(token) == "-" || folded(token) == "—" || folded(token) == "–");
    }
    /// The 's or the lone apostrophe after a name.
    bool is_possessive(std::uint32_t token) const {
        return is_joined(token) && (folded(token) == "'s" || at(token, '\''));
    }
    bool is_quote(std::uint32_t token) const { return at(token, '"') || at(token, '\''); }
    bool is_line_start(std::uint32_t token) const {
        return token >= size_ || document_.is(token, DATELINE_TOKEN_LINE_BEFORE | DATELINE_TOKEN_BLOCK_START);
    }
    bool is_joined(std::uint32_t token) const { return token < size_ && !document_.is(token, DATELINE_TOKEN_SPACE_BEFORE); }
    bool same_sentence(std::uint32_t a, std::uint32_t b) const {
        return a < size_ && b < size_ && document_.tokens()[a].sentence == document_.tokens()[b].sentence;
    }
    /// Whether a token may be part of a name: a word with a capital, or a number with letters.
    bool is_name(std::uint32_t token) const {
        constexpr std::uint32_t capital = DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_INNER_CAPITAL;
        return is(token, DATELINE_TOKEN_WORD) && (is(token, capital) || (is(token, DATELINE_TOKEN_HAS_DIGIT) && !is(token, DATELINE_TOKEN_LOWER)));
    }
    /// Whether "and" or a comma joins two ordinary words rather than two names: Marine Affairs and Fisheries.
    bool joins_words(std::uint32_t token) const;
    /// Whether a possessive belongs inside a name: People's Government, Seafarers' Union.
    bool is_inner_possessive(std::uint32_t token) const {
        const bool plural = at(token, '\'') && token > 0 && in(token - 1, words_.ordinary) && folded(token - 1).back() == 's';
        return is_possessive(token) && (plural || in(token - 1, words_.owner));
    }
    /// A word with a full stop and an internet ending right behind it (Acme.com), as its number of tokens; else 0.
    std::uint32_t domain(std::uint32_t token) const {
        const bool ends = in(token + 2, words_.domain_ending) && at(token + 1, '.') && is_joined(token + 1) && is_joined(token + 2);
        return ends && is(token, DATELINE_TOKEN_WORD) ? 3 : 0;
    }

private:
    void mark_hits(std::vector<Mark>& marks) const;

    const Document& document_;
    const Words& words_;
    std::uint32_t size_;
    std::vector<Mark>& marks_;
};

/// "No token": beyond the end of every text.
constexpr std::uint32_t nowhere = 0xFFFFFFFFu;

}  // namespace dateline::organizations
