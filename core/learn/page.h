/// A document as features see it: of each token its word, class, shape and kinds, and what the rest of the document shows of the word.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/learn/weights.h"
#include "core/mention/candidate.h"

namespace dateline::learn {

/// How a sentence is written.
enum class Style : std::uint8_t { plain, title_case, capitals, plain_heading, title_case_heading, capitals_heading };

/// What kinds.tsv says of a word.
enum Kind : std::uint32_t { kind_title = 1, kind_honorific = 2, kind_legal_form = 4, kind_given_name = 8, kind_head = 16, kind_saying = 32 };

/// How a word with a capital stands in other places of the document: bits of Page::places.
enum Place : std::uint32_t {
    place_after_title = 1 << 0, place_before_saying = 1 << 1, place_before_legal_form = 1 << 2, place_in_parentheses = 1 << 3,
    place_begins_name = 1 << 4, place_ends_name = 1 << 5, place_possessive = 1 << 6, place_after_in = 1 << 7, place_after_the = 1 << 8,
    place_alone = 1 << 9, place_after_given_name = 1 << 10, place_before_head = 1 << 11, place_before_parenthesis = 1 << 12,
    place_lower_too = 1 << 13, place_lower_mostly = 1 << 14
};
inline constexpr std::uint32_t place_bits = 15;

/// Codes of what stands before the first and behind the last token of a sentence. A hash of a word is none of them.
inline constexpr std::uint64_t sentence_begin = 2, sentence_end = 3;
/// What the table of weights holds for a word: its class in the lowest bits, its kinds above.
inline constexpr std::uint32_t class_bits = 10, class_mask = (1u << class_bits) - 1;
/// The code of a word without a class: this bit and its shape.
inline constexpr std::uint64_t no_class = std::uint64_t{1} << 63;
/// Classes of words in capitals that are only known as "Word" begin here.
inline constexpr std::uint64_t capitals_class = 1000;

/// Up to 8 characters that tell how a word is written, a byte each: X, x, 9 and what else stands in it; a run counts as two. "McDonald" is XxXxx.
std::uint64_t shape_of(std::string_view word);
/// The pattern that stands for a number in features and classes: "99", "99th"; "<number>" for a long one.
std::string number_pattern(std::string_view word);
/// The key under which the table of weights holds class and kinds of a word.
std::uint64_t word_key(std::uint64_t hash, std::uint32_t flags);

/// The code of a word's topic, whatever stands there before a sentence or behind it; words without one have a code of their own.
inline std::uint64_t topic_code(std::uint64_t word, const Weights& weights) {
    constexpr std::int32_t none = 1023;
    if (word == sentence_begin || word == sentence_end) return word;
    const std::int32_t topic = weights.topic(word);
    return static_cast<std::uint64_t>(topic == 0 ? none : topic) + 4;
}

/// Reused from document to document.
class Page {
public:
    /// Takes in a document and the names of its candidates; they and the weights must live as long as the page is asked.
    void open(const Document& document, const Proposals& proposals, const Weights& weights);
    void open(const Document& document, const Proposals& proposals, Weights&& weights) = delete;

    const Document& document() const { return *document_; }
    bool is(std::uint32_t token, std::uint32_t flags) const { return (document_->analysis.tokens[token].flags & flags) == flags; }
    bool is_capital(std::uint32_t token) const { return is(token, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_WORD); }
    std::uint64_t word(std::uint32_t token) const { return words_[token].word; }
    std::uint64_t word_class(std::uint32_t token) const { return words_[token].word_class; }
    std::uint64_t topic_code(std::uint32_t token) const { return learn::topic_code(words_[token].word, *weights_); }
    std::uint64_t shape(std::uint32_t token) const { return words_[token].shape; }
    /// The places of a token's word in the whole document, and how often it stands with a capital.
    std::uint32_t places(std::uint32_t token) const;
    std::uint32_t capitals(std::uint32_t token) const;
    /// How many candidates of its type have the candidate's name.
    std::uint32_t name_count(const Candidate& candidate) const;
    /// Whether the letters of a word in capitals are the first letters of a run of names in the document.
    bool are_initials(std::uint32_t token) const;
    Style style(std::uint32_t sentence) const { return styles_[sentence]; }
    /// The word as parts_text writes it.
    std::string word_text(std::uint32_t token) const;

private:
    struct Word {
        std::uint64_t word = 0, word_class = 0, shape = 0;
        std::uint32_t kinds = 0, known = 0;  // known: where in known_ its capitals are counted, from 1 on
    };
    struct Known {
        std::uint64_t word = 0;
        std::uint32_t places = 0, capitals = 0, lower = 0;
    };
    struct NameCount {
        std::uint64_t name = 0;
        std::uint32_t count = 0;
    };

    std::string_view text_of(std::uint32_t token) const;
    bool has(std::uint32_t token, std::uint32_t kind) const { return token < words_.size() && (words_[token].kinds & kind) != 0; }
    bool reads(std::uint32_t token, std::uint64_t word) const { return document_->analysis.tokens[token].hash == word; }
    void read(std::uint32_t token);
    void look_up(std::uint32_t token, const Weights& weights);
    void count_capitals();
    void count_lower();
    std::uint32_t places_of(std::uint32_t token) const;
    std::uint32_t* slot_of(std::uint64_t word);
    void find_styles();
    Style style_of(const dateline_sentence& sentence) const;
    void find_initials();
    static std::size_t asked_bit(std::uint64_t letters) { return static_cast<std::size_t>(letters * 0x9E3779B97F4A7C15u >> 52); }
    std::uint32_t add_run(std::uint32_t first, std::uint32_t end);
    void count_names(const Proposals& proposals);

    const Document* document_ = nullptr;
    const Weights* weights_ = nullptr;
    std::vector<Word> words_;
    std::vector<Known> known_;
    std::vector<std::uint32_t> index_;       // of known_, by word; from 1 on
    std::vector<Style> styles_;
    std::vector<std::uint64_t> initials_;    // that are words in capitals, and a few more; sorted
    std::array<std::uint64_t, 64> asked_{};  // a filter of the words in capitals
    std::vector<NameCount> names_;           // by name, open addressing
};

}  // namespace dateline::learn
