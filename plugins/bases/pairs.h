// What beside a base is its own, an organization, an event or a date, told by the words between and around the two: for what no pattern knows.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "../common/scene.h"
#include "words.h"

namespace bases {

/// Something that may belong to a base: tokens [first, past).
struct Span {
    std::uint32_t first = 0, past = 0;
    std::uint32_t mention = none;        ///< of an organization or a date
    std::string_view type = {};          ///< of an event
};

/// A base and a span at most two sentences apart, and how much speaks for a tie.
struct Pair {
    std::uint32_t base = none;           ///< mention
    std::uint32_t span = none;           ///< index
    std::int32_t weight = 0;             ///< hundredths of a logit
};

class Pairs {
public:
    enum class Kind : std::uint8_t { organization, event, date };

    Pairs(const Words& words, const dateline::Host& host);
    /// The same with a copy of the words.
    Pairs with(const Words& words) const { return Pairs(words, person_); }

    /// Looks at a document whose mentions have been decided.
    void open(const common::Scene& scene);
    /// The pairs of the document's bases with `spans` (in text order): of two names the nearest places. Of each base a bounded number of spans is looked at.
    void find(Kind kind, const std::vector<Span>& spans, std::vector<Pair>& pairs);

private:
    Pairs(const Words& words, std::uint32_t person) : words_(words), person_(person) {}

    using Code = std::uint64_t;  // of a word, or another part of a feature

    struct Place {
        std::uint32_t mention;
        std::uint64_t name;
    };

    void add(const Place& base, std::uint32_t span, std::vector<Pair>& pairs) const;
    std::int32_t weigh(std::uint32_t base, std::uint32_t index);
    void count_names(Code same, std::uint32_t begin, std::uint32_t end);
    void event(Code same, Code ordered, const Span& span);
    void between(Code order, std::uint32_t begin, std::uint32_t end);
    void sentence_of(bool is_same, std::uint32_t span);
    void say_sentence(Code same, const Span& span);
    void frame(Code ordered, std::uint32_t base, const Span& span);
    void bases_near(Code same, std::uint32_t base, const Span& span);
    void organization(std::uint32_t base, const Span& span);
    bool shares_a_word(std::uint32_t base, const Span& span) const;
    Code word(std::int64_t token);
    Code read(std::uint32_t token) const;
    std::pair<std::uint32_t, std::uint32_t> apart(std::uint32_t base, const Span& span) const;
    std::uint64_t name(std::uint32_t first, std::uint32_t past) const;
    std::uint64_t name_of(const Span& span) const;
    void say(std::span<const Code> parts);
    void say(std::initializer_list<Code> parts) { say(std::span(parts.begin(), parts.size())); }

    const Words& words_;
    std::uint32_t person_;
    const common::Scene* scene_ = nullptr;
    const std::vector<Span>* spans_ = nullptr;
    Kind kind_ = Kind::organization;
    std::vector<Place> bases_;
    std::size_t distinct_bases_ = 0;
    std::vector<Code> words_at_;  // of each token, 0 before somebody asks: the word, or what kind of name stands there
    std::vector<std::uint64_t> names_, order_;   // of each span; of organizations, in the order in which they are first told
    std::vector<std::optional<std::int32_t>> sentence_sums_;  // of each span, in the base's sentence and in another
    std::vector<Code> seen_;
    std::int32_t sum_ = 0;
};

}  // namespace bases
