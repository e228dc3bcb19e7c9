/// The list of features of a fact, for the two that walk it: the sum of weights (fast), and the features themselves (for training and explanations).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "core/learn/fact_page.h"
#include "core/learn/feature_list.h"

namespace dateline::learn {

/// In the order of fact_templates().
enum class F : std::uint8_t {
    any, rule, reason, first, last, holds, length, before, after, class_before, class_after, first_class,
    last_class, shapes_before, shapes_after, begins_line, ends_line, rule_and_before, rule_and_after, rule_and_first, rule_and_length,
    order, distance, sentences, between, between_two, between_all, names_between, before_subject, after_subject, rule_and_names,
    alone, alone_after, alone_before, alone_last, alone_rule, alone_in_order, tied, tied_last, tied_order, tied_distance, tied_sentences, tied_between, tied_between_all, tied_names,
    tied_before, tied_after, tied_rule, tied_rank, tied_class, tied_last_word, tied_words, tied_classes, tied_word_and_class, alone_count, alone_class, reason_and_last, reason_and_class,
    far_sentence, subject_before, subject_after, rule_in_order,
    count_of_templates
};

/// The features of one fact.
template <class Say>
class FactList {
public:
    FactList(const FactPage& page, const FactPlace& place, Say say) : facts_(page), page_(page.page()), place_(place), say_(say) {}

    /// Those of its subject and its words: they are the same for facts that differ in what they refer to.
    void walk_words() {
        say<F::any>({});
        say<F::rule>({place_.rule});
        words();
        beside();
        subject();
    }

    /// Those of its plugin's reasons, and of what it refers to.
    void walk_reference() {
        const std::int64_t last = std::int64_t{place_.words.end} - 1;
        facts_.each_reason(place_, [&](const Part& reason) {
            say<F::reason>({reason});
            say<F::reason_and_last>({reason, word(last)});
            say<F::reason_and_class>({reason, word_class(last)});
        });
        if (place_.reference.is_none()) {
            alone();
        } else {
            tied();
        }
    }

private:
    static constexpr std::uint32_t most_words = 12, longest_between = 24, longest_all = 5, greatest_count = 4, longest_sentence = 30;

    template <F what>
    void say(std::initializer_list<Part> parts) {
        say_.template operator()<what>(std::span<const Part>(parts.begin(), parts.size()));
    }
    template <F what>
    void say(std::span<const Part> parts) {
        say_.template operator()<what>(parts);
    }

    // Between two places: in which order they stand.
    static Part order(const TokenRange& one, const TokenRange& other) {
        static const auto orders = keywords<3>({"before", "behind", "over"});
        return one.end <= other.first ? orders[0] : other.end <= one.first ? orders[1] : orders[2];
    }
    static Part bucket(std::uint64_t count) { return number(count >= 16 ? 16 : count >= 8 ? 8 : count >= 4 ? 4 : count); }

    Part word(std::int64_t token) const { return facts_.word(token, place_.words.first); }
    Part word_class(std::int64_t token) const { return facts_.is_inside(token) ? Part{page_.word_class(static_cast<std::uint32_t>(token)) + 4} : Part{token < 0 ? sentence_begin : sentence_end}; }
    Part shape(std::int64_t token) const { return {facts_.is_inside(token) ? page_.shape(static_cast<std::uint32_t>(token)) : std::uint64_t{'|'}}; }

    void words() {
        const auto [first, end] = place_.words;
        say<F::first>({word(first)});
        say<F::last>({word(end - 1)});
        say<F::first_class>({word_class(first)});
        say<F::last_class>({word_class(end - 1)});
        say<F::length>({number(std::min(end - first, most_words))});
        say<F::rule_and_length>({place_.rule, number(std::min(end - first, most_words))});
        say<F::rule_and_first>({place_.rule, shape(first)});
        for (std::uint32_t token = first; token < std::min(end, first + most_words); ++token) say<F::holds>({Part{page_.word(token), token}});
    }

    void beside() {
        const std::int64_t first = place_.words.first, end = place_.words.end;
        say<F::before>({word(first - 1)});
        say<F::after>({word(end)});
        say<F::class_before>({word_class(first - 1)});
        say<F::class_after>({word_class(end)});
        say<F::shapes_before>({shape(first - 1), shape(first)});
        say<F::shapes_after>({shape(end - 1), shape(end)});
        say<F::rule_and_before>({place_.rule, word(first - 1)});
        say<F::rule_and_after>({place_.rule, word(end)});
        if (facts_.begins_line(first)) say<F::begins_line>({});
        if (facts_.begins_line(end)) say<F::ends_line>({});
    }

    void subject() {
        const Part side = order(place_.words, place_.subject);
        const TokenRange gap = between(place_.words, place_.subject);
        say<F::order>({side});
        say<F::distance>({side, bucket(gap.end - gap.first)});
        say<F::sentences>({side, number(std::min(facts_.sentences_between(place_.words.first, place_.subject.first), greatest_count))});
        const Part names = number(std::min(facts_.names_between(gap, place_.subject_type), greatest_count));
        say<F::names_between>({side, names});
        say<F::rule_and_names>({place_.rule, names});
        say<F::rule_in_order>({place_.rule, side, number(std::min(facts_.sentences_between(place_.words.first, place_.subject.first), greatest_count))});
        say<F::before_subject>({side, word(std::int64_t{place_.subject.first} - 1)});
        say<F::after_subject>({side, word(place_.subject.end)});
        if (facts_.sentences_between(place_.words.first, place_.subject.first) > 0) far();
        std::array<Part, longest_between + 1> all;
        const std::size_t count = collect(gap, all);
        if (count > longest_between) return;
        for (std::size_t i = 1; i < count; ++i) {
            say<F::between>({side, all[i]});
            if (i > 1) say<F::between_two>({side, all[i - 1], all[i]});
        }
        all[0] = side;
        if (count <= longest_all + 1) say<F::between_all>(std::span<const Part>(all.data(), count));
    }

    // A subject in another sentence: the words around it, and those of the fact's own sentence.
    void far() {
        say<F::subject_before>({facts_.word(std::int64_t{place_.subject.first} - 1, place_.subject.first)});
        say<F::subject_after>({facts_.word(place_.subject.end, place_.subject.first)});
        std::array<std::uint64_t, longest_sentence> said;
        std::size_t count = 0;
        const TokenRange sentence = facts_.sentence(place_.words.first);
        for (std::uint32_t token = sentence.first; token < sentence.end && count < longest_sentence; token = facts_.past(token)) {
            const Part one = facts_.word(token, token);
            if (std::find(said.begin(), said.begin() + count, one.code) != said.begin() + count) continue;
            said[count++] = one.code;
            say<F::far_sentence>({one});
        }
    }

    void alone() {
        const std::int64_t first = place_.words.first, end = place_.words.end;
        say<F::alone>({});
        say<F::alone_after>({word(end)});
        say<F::alone_before>({word(first - 1)});
        say<F::alone_last>({word(end - 1)});
        say<F::alone_rule>({place_.rule});
        say<F::alone_count>({number(facts_.distinct(place_.reference_type))});
        say<F::alone_class>({word_class(end - 1)});
        say<F::alone_in_order>({order(place_.words, place_.subject), bucket(facts_.names_around(place_.words, place_.reference_type))});
    }

    void tied() {
        const TokenRange& other = place_.reference;
        const std::int64_t first = other.first, end = other.end;
        const Part side = keyword_of_order();
        const TokenRange gap = between(place_.words, other);
        say<F::tied>({});
        say<F::tied_last>({word(std::int64_t{place_.words.end} - 1)});
        say<F::tied_order>({side});
        say<F::tied_distance>({side, bucket(gap.end - gap.first)});
        say<F::tied_sentences>({side, number(std::min(facts_.sentences_between(place_.words.first, other.first), greatest_count))});
        say<F::tied_names>({side, number(std::min(facts_.names_between(gap, place_.reference_type), greatest_count))});
        say<F::tied_before>({side, word(first - 1)});
        say<F::tied_after>({side, word(end)});
        say<F::tied_rule>({place_.rule, side});
        say<F::tied_rank>({number(facts_.rank(place_.reference_candidate))});
        say<F::tied_class>({word_class(end - 1)});
        const Part last = {page_.word(other.end - 1), other.end - 1};
        const std::int64_t own_last = std::int64_t{place_.words.end} - 1;
        say<F::tied_last_word>({last});
        say<F::tied_words>({word(own_last), last});
        say<F::tied_classes>({word_class(own_last), word_class(end - 1)});
        say<F::tied_word_and_class>({word(own_last), word_class(end - 1)});
        std::array<Part, longest_between + 1> all;
        const std::size_t count = collect(gap, all);
        if (count > longest_between) return;
        for (std::size_t i = 1; i < count; ++i) say<F::tied_between>({side, all[i]});
        all[0] = side;
        if (count <= longest_all + 1) say<F::tied_between_all>(std::span<const Part>(all.data(), count));
    }

    // Its words, its subject and the name that it refers to in the order of the text.
    Part keyword_of_order() const {
        static const auto names = keywords<6>({"words-subject-name", "words-name-subject", "subject-words-name", "name-words-subject", "subject-name-words", "name-subject-words"});
        const std::uint32_t t = place_.words.first, s = place_.subject.first, r = place_.reference.first;
        const std::size_t index = t < s ? (s < r ? 0 : t < r ? 1 : 3) : (t < r ? 2 : s < r ? 4 : 5);
        return names[index];
    }

    static TokenRange between(const TokenRange& one, const TokenRange& other) {
        if (one.end <= other.first) return {one.end, other.first};
        if (other.end <= one.first) return {other.end, one.first};
        return {one.first, one.first};
    }

    // The words and kinds of names of a gap from place 1 on; more than there is room for when it is too long.
    std::size_t collect(const TokenRange& gap, std::array<Part, longest_between + 1>& all) const {
        static const Part line = keyword("<line>", 0);
        std::size_t count = 1;
        for (std::uint32_t token = gap.first; token < gap.end; token = facts_.past(token)) {
            if (count == all.size()) return all.size() + 1;
            if (facts_.begins_line(token)) all[count++] = line;
            if (count == all.size()) return all.size() + 1;
            all[count++] = facts_.word(token, token);
        }
        return count;
    }

    const FactPage& facts_;
    const Page& page_;
    const FactPlace& place_;
    Say say_;
};

}  // namespace dateline::learn
