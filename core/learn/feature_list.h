/// The list of features, for the two that walk it: the sum of weights (fast), and the features themselves (for training and explanations).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <bit>
#include <initializer_list>
#include <span>
#include <string_view>

#include "core/learn/feature_part.h"
#include "core/learn/page.h"

namespace dateline::learn {

/// In the order of templates().
enum class T : std::uint8_t {
    any, before, after, second_before, second_after, two_before, two_after, around, class_before, class_after, second_class_before,
    second_class_after, two_classes_before, two_classes_after, classes_around, first, last, name, holds, holds_class, first_class, last_class,
    topic_before, topic_after, second_topic_before, second_topic_after, first_topic, last_topic, holds_topic,
    shapes, holds_shape, word_and_shape, shape_and_word, length, length_in_style, style, capital_before, capital_after, no_capital_beside, begins_sentence, begins_line, ends_line,
    whole_sentence, glued, initials, no_initials, letters, first_elsewhere, first_count, last_elsewhere, last_count, name_count,
    again, own_verdict, same_name, same_name_places, no_same_name, begins_name, ends_name, begins_with_name, ends_with_name, item_before, item_after,
    between_items, list, in_parentheses, in_parentheses_behind, abbreviates, parentheses_behind, abbreviated, has_initials_behind,
    count_of_templates
};

/// Whether the parts of a template are few numbers and keywords, so that each of its features can have a place of its own.
constexpr bool is_of_few(T what) { return what == T::any || what >= T::length; }

/// By bit of Place, and by Style.
inline const auto place_parts = keywords<place_bits>({"after-title", "beside-saying", "before-legal-form", "in-parentheses", "begins-name", "ends-name", "possessive",
                                                      "after-in", "after-the", "alone", "after-given-name", "before-head", "before-parenthesis", "lower-too",
                                                      "lower-mostly"});
inline const auto style_parts = keywords<6>({"plain", "title-case", "capitals", "plain-heading", "title-case-heading", "capitals-heading"});

/// Where a word stands that has features of its own: beside the candidate, as its first or last word, anywhere in it.
enum class Role : std::uint8_t { before, after, second_before, second_after, first, last, inside };
inline constexpr std::size_t role_count = 7;

/// The templates of one word by role: of the word, of its class and of its topic. Inside the candidate there is one of its shape, too.
struct WordTemplates {
    T word, word_class, topic;
};
inline constexpr std::array<WordTemplates, role_count> word_templates = {{{T::before, T::class_before, T::topic_before},
                                                                          {T::after, T::class_after, T::topic_after},
                                                                          {T::second_before, T::second_class_before, T::second_topic_before},
                                                                          {T::second_after, T::second_class_after, T::second_topic_after},
                                                                          {T::first, T::first_class, T::first_topic},
                                                                          {T::last, T::last_class, T::last_topic},
                                                                          {T::holds, T::holds_class, T::holds_topic}}};
constexpr bool is_of_one_word(T what) {
    const auto is_of = [what](const WordTemplates& one) { return what == one.word || what == one.word_class || what == one.topic; };
    return what == T::holds_shape || std::any_of(word_templates.begin(), word_templates.end(), is_of);
}

/// All that features of one word are made of; its topic goes with the word.
struct WordCodes {
    std::uint64_t word = 0, word_class = 0, shape = 0;
    bool operator==(const WordCodes&) const = default;
};

inline constexpr std::uint32_t most_tokens = 12;  ///< of a candidate that are looked at one by one

/// The features of one candidate.
template <class Say>
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

    /// Calls say.operator()<T>(span of Part) for each.
    void walk() {
        say<T::any>({});
        context();
        inside();
        form();
        place();
        elsewhere();
    }

    /// Calls say_word(Role, WordCodes) for each word that has features of its own.
    template <class SayWord>
    void words(SayWord say_word) const {
        const std::int64_t before = std::int64_t{first_} - 1, after = end_;
        say_word(Role::before, codes(before));
        say_word(Role::after, codes(after));
        say_word(Role::second_before, codes(before - 1));
        say_word(Role::second_after, codes(after + 1));
        say_word(Role::first, codes(first_));
        say_word(Role::last, codes(end_ - 1));
        for (std::uint32_t token = first_; token < std::min(end_, first_ + most_tokens); ++token) say_word(Role::inside, codes(token));
    }

private:
    template <T what>
    void say(std::span<const Part> parts) {
        say_.template operator()<what>(parts);
    }
    template <T what>
    void say(std::initializer_list<Part> parts) {
        say<what>(std::span<const Part>(parts.begin(), parts.size()));
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
    Part topic(std::int64_t token) const {
        if (token < from_) return {sentence_begin};
        return token >= to_ ? Part{sentence_end} : Part{page_.topic_code(static_cast<std::uint32_t>(token))};
    }
    Part shape(std::int64_t token) const { return {page_.shape(static_cast<std::uint32_t>(token))}; }
    WordCodes codes(std::int64_t token) const {
        const bool has_shape = token >= from_ && token < std::max<std::int64_t>(to_, end_);
        return {word(token).code, word_class(token).code, has_shape ? shape(token).code : 0};
    }

    void context() {
        const std::int64_t before = std::int64_t{first_} - 1, after = end_;
        say<T::before>({word(before)});
        say<T::after>({word(after)});
        say<T::second_before>({word(before - 1)});
        say<T::second_after>({word(after + 1)});
        say<T::two_before>({word(before - 1), word(before)});
        say<T::two_after>({word(after), word(after + 1)});
        say<T::around>({word(before), word(after)});
        say<T::class_before>({word_class(before)});
        say<T::class_after>({word_class(after)});
        say<T::second_class_before>({word_class(before - 1)});
        say<T::second_class_after>({word_class(after + 1)});
        say<T::two_classes_before>({word_class(before - 1), word_class(before)});
        say<T::two_classes_after>({word_class(after), word_class(after + 1)});
        say<T::classes_around>({word_class(before), word_class(after)});
        say<T::topic_before>({topic(before)});
        say<T::topic_after>({topic(after)});
        say<T::second_topic_before>({topic(before - 1)});
        say<T::second_topic_after>({topic(after + 1)});
        say<T::word_and_shape>({word(before), shape(first_)});
        say<T::shape_and_word>({shape(end_ - 1), word(after)});
    }

    void inside() {
        say<T::first>({word(first_)});
        say<T::last>({word(end_ - 1)});
        say<T::first_class>({word_class(first_)});
        say<T::last_class>({word_class(end_ - 1)});
        say<T::first_topic>({topic(first_)});
        say<T::last_topic>({topic(end_ - 1)});
        std::array<Part, most_tokens> words, shapes;
        std::size_t count = 0;
        for (std::uint32_t token = first_; token < end_ && count < most_tokens; ++token, ++count) {
            words[count] = word(token);
            shapes[count] = shape(token);
            say<T::holds>({words[count]});
            say<T::holds_class>({word_class(token)});
            say<T::holds_topic>({topic(token)});
            say<T::holds_shape>({shapes[count]});
        }
        if (end_ - first_ <= most_tokens) {
            say<T::name>(std::span<const Part>(words.data(), count));
            say<T::shapes>(std::span<const Part>(shapes.data(), count));
        }
    }

    void form() {
        const std::uint64_t tokens = std::min<std::uint64_t>(end_ - first_, 8);
        const Part style = style_parts[static_cast<std::size_t>(page_.style(sentence_))];
        say<T::length>({number(tokens)});
        say<T::length_in_style>({number(tokens), style});
        say<T::style>({style});
        if (tokens == 1 && page_.is(first_, DATELINE_TOKEN_ALL_CAPITALS)) {
            const dateline_token& token = page_.document().analysis.tokens[first_];
            const bool initials = page_.are_initials(first_);
            if (initials) say<T::initials>({});
            if (!initials) say<T::no_initials>({});
            say<T::letters>({number(std::min<std::uint64_t>(token.end - token.begin, 7))});
        }
    }

    void place() {
        const bool capital_before = first_ > from_ && page_.is_capital(first_ - 1), capital_after = end_ < to_ && page_.is_capital(end_);
        if (capital_before) say<T::capital_before>({});
        if (capital_after) say<T::capital_after>({});
        if (!capital_before && !capital_after) say<T::no_capital_beside>({});
        if (first_ == from_) say<T::begins_sentence>({});
        if (page_.is(first_, DATELINE_TOKEN_LINE_BEFORE)) say<T::begins_line>({});
        if (end_ >= page_.document().analysis.tokens.size() || page_.is(end_, DATELINE_TOKEN_LINE_BEFORE)) say<T::ends_line>({});
        if (first_ == from_ && end_ >= to_) say<T::whole_sentence>({number(std::min<std::uint64_t>(end_ - first_, 5))});
        if (!page_.is(first_, DATELINE_TOKEN_SPACE_BEFORE)) say<T::glued>({});
    }

    // What the whole document shows of the first and the last word, and of the name.
    void elsewhere() {
        word_elsewhere<T::first_elsewhere, T::first_count>(first_);
        if (end_ - first_ > 1) word_elsewhere<T::last_elsewhere, T::last_count>(end_ - 1);
        say<T::name_count>({number(bucket(page_.name_count(candidate_)))});
    }

    template <T places, T count>
    void word_elsewhere(std::uint32_t token) {
        for (std::uint32_t bits = page_.places(token); bits != 0; bits &= bits - 1) {
            say<places>({place_parts[static_cast<std::size_t>(std::countr_zero(bits))]});
        }
        say<count>({number(bucket(page_.capitals(token)))});
    }

    static std::uint64_t bucket(std::uint32_t count) { return count >= 8 ? 8 : count >= 4 ? 4 : count; }

    const Page& page_;
    const Candidate& candidate_;
    Say say_;
    std::uint32_t first_, end_, sentence_ = 0;
    std::int64_t from_ = 0, to_ = 0;
};

}  // namespace dateline::learn
