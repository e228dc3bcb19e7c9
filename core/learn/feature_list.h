/// The list of features, for the two that walk it: the sum of weights (fast), and the features themselves (for training and explanations).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <bit>
#include <initializer_list>
#include <span>
#include <string_view>

#include "core/learn/page.h"
#include "core/text/fold.h"

namespace dateline::learn {

/// In the order of templates().
enum class T : std::uint8_t {
    any, before, after, second_before, second_after, two_before, two_after, around, class_before, class_after, second_class_before,
    second_class_after, two_classes_before, two_classes_after, classes_around, first, last, name, holds, holds_class, first_class, last_class,
    shapes, holds_shape, word_and_shape, shape_and_word, length, length_in_style, style, capital_before, capital_after, no_capital_beside, begins_sentence, begins_line, ends_line,
    whole_sentence, glued, initials, no_initials, letters, first_elsewhere, first_count, last_elsewhere, last_count, name_count,
    again, own_verdict, same_name, same_name_places, no_same_name, begins_name, ends_name, begins_with_name, ends_with_name, item_before, item_after,
    between_items, list, in_parentheses, in_parentheses_behind, abbreviates, parentheses_behind, abbreviated, has_initials_behind,
    count_of_templates
};

/// A part of a feature. `token` is the word's own where the code is a word's.
struct Part {
    std::uint64_t code = 0;
    std::uint32_t token = DATELINE_NONE;
    std::string_view keyword = {};  ///< the word whose hash the code is, when it is none of the text's
};

/// The part that a keyword is.
inline Part keyword(std::string_view word) { return {text::hash(word), DATELINE_NONE, word}; }

/// By bit of Place, and by Style.
inline const std::array<Part, place_bits> place_parts = {
    keyword("after-title"), keyword("beside-saying"), keyword("before-legal-form"), keyword("in-parentheses"), keyword("begins-name"),
    keyword("ends-name"), keyword("possessive"), keyword("after-in"), keyword("after-the"), keyword("alone"), keyword("after-given-name"),
    keyword("before-head"), keyword("before-parenthesis"), keyword("lower-too"), keyword("lower-mostly")};
inline const std::array<Part, 6> style_parts = {keyword("plain"), keyword("title-case"), keyword("capitals"), keyword("plain-heading"),
                                                keyword("title-case-heading"), keyword("capitals-heading")};

/// What a feature depends on, so that one look-up of its weight serves all candidates of a type that share this. Holds for candidates inside one sentence.
enum Share : std::uint32_t {
    of_first = 1,    ///< its first token
    of_last = 2,     ///< its last token
    of_longer = 4,   ///< its last token, when it has several
    of_each = 8,     ///< one of its tokens
    of_whole = 16,   ///< more than that
    of_all = 31
};
inline constexpr std::uint32_t most_tokens = 12;  ///< of a candidate that are looked at one by one

/// Says the features of one candidate, those of `shares`.
template <class Say, std::uint32_t shares = of_all>
class FeatureList {
public:
    FeatureList(const Page& page, const Candidate& candidate, Say say)
        : page_(page), candidate_(candidate), say_(say), first_(candidate.first_token), end_(candidate.first_token + candidate.token_count) {
        const auto& analysis = page.document().analysis;
        const dateline_sentence& sentence = analysis.sentences[analysis.tokens[first_].sentence];
        sentence_ = analysis.tokens[first_].sentence;
        from_ = sentence.first_token;
        to_ = sentence.first_token + sentence.token_count;
    }

    void walk() {
        say<of_first>(T::any, {});
        context();
        inside();
        form();
        place();
        elsewhere();
    }

private:
    template <Share share>
    void say(T what, std::span<const Part> parts) {
        if constexpr ((shares & share) != 0) say_(what, parts);
    }
    template <Share share>
    void say(T what, std::initializer_list<Part> parts) {
        say<share>(what, std::span<const Part>(parts.begin(), parts.size()));
    }

    // Tokens as signed numbers: those before a sentence and behind it have codes of their own.
    Part word(std::int64_t token) const {
        if (token < from_) return {sentence_begin};
        if (token >= to_) return {sentence_end};
        return {page_.word(static_cast<std::uint32_t>(token)), static_cast<std::uint32_t>(token)};
    }
    Part word_class(std::int64_t token) const {
        if (token < from_) return {sentence_begin};
        return token >= to_ ? Part{sentence_end} : Part{page_.word_class(static_cast<std::uint32_t>(token)) + 4};
    }
    Part shape(std::int64_t token) const { return {page_.shape(static_cast<std::uint32_t>(token))}; }

    void context() {
        const std::int64_t before = std::int64_t{first_} - 1, after = end_;
        say<of_first>(T::before, {word(before)});
        say<of_last>(T::after, {word(after)});
        say<of_first>(T::second_before, {word(before - 1)});
        say<of_last>(T::second_after, {word(after + 1)});
        say<of_first>(T::two_before, {word(before - 1), word(before)});
        say<of_last>(T::two_after, {word(after), word(after + 1)});
        say<of_whole>(T::around, {word(before), word(after)});
        say<of_first>(T::class_before, {word_class(before)});
        say<of_last>(T::class_after, {word_class(after)});
        say<of_first>(T::second_class_before, {word_class(before - 1)});
        say<of_last>(T::second_class_after, {word_class(after + 1)});
        say<of_first>(T::two_classes_before, {word_class(before - 1), word_class(before)});
        say<of_last>(T::two_classes_after, {word_class(after), word_class(after + 1)});
        say<of_whole>(T::classes_around, {word_class(before), word_class(after)});
        say<of_first>(T::word_and_shape, {word(before), shape(first_)});
        say<of_last>(T::shape_and_word, {shape(end_ - 1), word(after)});
    }

    void inside() {
        say<of_first>(T::first, {word(first_)});
        say<of_last>(T::last, {word(end_ - 1)});
        say<of_first>(T::first_class, {word_class(first_)});
        say<of_last>(T::last_class, {word_class(end_ - 1)});
        std::array<Part, most_tokens> words, shapes;
        std::size_t count = 0;
        for (std::uint32_t token = first_; token < end_ && count < most_tokens; ++token, ++count) {
            words[count] = word(token);
            shapes[count] = shape(token);
            say<of_each>(T::holds, {words[count]});
            say<of_each>(T::holds_class, {word_class(token)});
            say<of_each>(T::holds_shape, {shapes[count]});
        }
        if (end_ - first_ <= most_tokens) {
            say<of_whole>(T::name, std::span<const Part>(words.data(), count));
            say<of_whole>(T::shapes, std::span<const Part>(shapes.data(), count));
        }
    }

    void form() {
        const std::uint64_t tokens = std::min<std::uint64_t>(end_ - first_, 8);
        const Part style = style_parts[static_cast<std::size_t>(page_.style(sentence_))];
        say<of_whole>(T::length, {{tokens}});
        say<of_whole>(T::length_in_style, {{tokens}, style});
        say<of_first>(T::style, {style});
        if (tokens == 1 && page_.is(first_, DATELINE_TOKEN_ALL_CAPITALS)) {
            const dateline_token& token = page_.document().analysis.tokens[first_];
            say<of_whole>(page_.are_initials(first_) ? T::initials : T::no_initials, {});
            say<of_whole>(T::letters, {{std::min<std::uint64_t>(token.end - token.begin, 7)}});
        }
    }

    void place() {
        const bool capital_before = first_ > from_ && page_.is_capital(first_ - 1), capital_after = end_ < to_ && page_.is_capital(end_);
        if (capital_before) say<of_first>(T::capital_before, {});
        if (capital_after) say<of_last>(T::capital_after, {});
        if (!capital_before && !capital_after) say<of_whole>(T::no_capital_beside, {});
        if (first_ == from_) say<of_first>(T::begins_sentence, {});
        if (page_.is(first_, DATELINE_TOKEN_LINE_BEFORE)) say<of_first>(T::begins_line, {});
        if (end_ >= page_.document().analysis.tokens.size() || page_.is(end_, DATELINE_TOKEN_LINE_BEFORE)) say<of_last>(T::ends_line, {});
        if (first_ == from_ && end_ >= to_) say<of_whole>(T::whole_sentence, {{std::min<std::uint64_t>(end_ - first_, 5)}});
        if (!page_.is(first_, DATELINE_TOKEN_SPACE_BEFORE)) say<of_first>(T::glued, {});
    }

    // What the whole document shows of the first and the last word, and of the name.
    void elsewhere() {
        word_elsewhere<of_first>(first_, T::first_elsewhere, T::first_count);
        if (end_ - first_ > 1) word_elsewhere<of_longer>(end_ - 1, T::last_elsewhere, T::last_count);
        say<of_whole>(T::name_count, {{bucket(page_.name_count(candidate_))}});
    }

    template <Share share>
    void word_elsewhere(std::uint32_t token, T places, T count) {
        for (std::uint32_t bits = page_.places(token); bits != 0; bits &= bits - 1) {
            say<share>(places, {place_parts[static_cast<std::size_t>(std::countr_zero(bits))]});
        }
        say<share>(count, {{bucket(page_.capitals(token))}});
    }

    static std::uint64_t bucket(std::uint32_t count) { return count >= 8 ? 8 : count >= 4 ? 4 : count; }

    const Page& page_;
    const Candidate& candidate_;
    Say say_;
    std::uint32_t first_, end_, sentence_ = 0;
    std::int64_t from_ = 0, to_ = 0;
};

}  // namespace dateline::learn
