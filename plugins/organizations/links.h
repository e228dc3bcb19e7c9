/// Which decided names stand for one body: abbreviations, definitions, shorter forms. A link is made only where the text makes it plain.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/plugin.hpp"
#include "hash_index.h"
#include "page.h"
#include "spans.h"

namespace dateline::organizations {

/// Why two names are one: the evidences whose names begin with "alias-".
enum class Tie : std::uint8_t { in_parentheses, defined, renamed, initials, inner_initials, legal_form, leading, without_place, inner, spelling, same_words, count_ };
constexpr std::size_t tie_count = static_cast<std::size_t>(Tie::count_);

struct TieIds {
    explicit TieIds(const Host& host);
    std::array<std::uint32_t, tie_count> ids{};
};

class Links {
public:
    /// Emits the links between the organizations (type `type`) among the document's decided mentions.
    void relate(const Page& page, std::uint32_t type, const TieIds& ids, Output& output);

private:
    /// A distinct name, at its first mention.
    struct Name {
        Span span;
        std::uint32_t handle;
        std::uint64_t bag;         // the same for other ways to write its words
        std::uint32_t places = 0;  // at how many it stands
    };
    /// Words of a full name that may stand for it; of no use when two names have them.
    struct Part {
        std::uint32_t name, start;
        bool ambiguous;
    };
    struct Place {
        std::uint32_t name;
        Span span;
    };

    // links.cpp: the names, and what is stated between two of them
    void gather(std::uint32_t type);
    void count_places();
    void state(const Place& one, const Place& other);
    void define(std::size_t place);
    void read_tickers(const Place& place);
    bool is_abbreviation(std::uint32_t token) const;
    void link(Tie tie, std::uint32_t from, std::uint32_t to);

    // short_forms.cpp: what the words tell
    void index();
    void index_parts(std::uint32_t name);
    void add_part(std::uint64_t key, std::uint32_t words_of_part, Part part);
    void index_initials(std::uint32_t name, std::uint32_t first, std::uint32_t least);
    void shorten(std::uint32_t name);
    bool by_initials(std::uint32_t name);
    bool by_inner_initials(std::uint32_t name);
    bool spells_out(const Span& span, std::uint32_t abbreviation, const Span& full) const;
    bool by_ticker(std::uint32_t name);
    bool by_part(std::uint32_t name);
    bool by_spelling(std::uint32_t name);
    bool by_words(std::uint32_t name);
    void by_some_words(std::uint32_t name);
    bool has_in_order(const Span& full, const Span& span) const;
    bool has_word(const Span& full, std::uint32_t token) const;
    bool has_words(const Span& span, const Span& full) const;
    bool may_shorten(const Span& span, const Span& full) const;
    bool joins(std::uint32_t token) const;
    bool adds_form_only(const Span& full, std::uint32_t rest) const;
    bool head_may_shorten(const Span& span, const Span& full) const;
    bool place_may_shorten(const Span& full, std::uint32_t rest) const;
    bool has_legal_form(const Span& span) const { return span.core_end != span.end; }
    bool any(std::uint32_t first, std::uint32_t end, std::uint64_t mask) const;
    bool all(std::uint32_t first, std::uint32_t end, std::uint64_t mask) const;
    std::uint32_t content_words(const Span& span) const;

    const Page* page_ = nullptr;             // these three during relate
    const TieIds* ids_ = nullptr;
    Output* output_ = nullptr;
    std::vector<Name> names_;
    std::vector<Place> places_;              // all mentions, in text order
    std::vector<Part> part_list_;
    std::vector<std::uint32_t> long_names_;  // those with many words, a bounded number
    HashIndex by_whole_, by_core_, by_words_, parts_, initials_, spelled_, tickers_;
};

}  // namespace dateline::organizations
