/// What the whole document says of a name: how often and how surely it stands for a body, of which longer name it is a short form.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hash_index.h"
#include "letters.h"
#include "page.h"
#include "reasons.h"
#include "spans.h"

namespace dateline::organizations {

class DocumentNames {
public:
    /// Takes in the explained spans of a document and forgets those of the one before.
    void build(const Page& page, const std::vector<Span>& spans, const std::vector<Given>& reasons);
    /// Appends spans where a name of the document stands and no span does yet; they are not explained.
    void find_again(const Page& page, std::vector<Span>& spans);
    /// Whether the span is a full name of its own: others may be short forms of it.
    static bool is_full(const Span& span);
    /// Calls say(reason, supporting span or HashIndex::none) for what the document says of a span.
    template <class Say>
    void explain(const Page& page, const Span& span, Say&& say) const;

private:
    template <class Say>
    void explain_word(const Page& page, std::uint32_t token, Say&& say) const;

    struct Name {
        std::int32_t points = 0;
        std::uint32_t count = 0, complete = 0;   // places, and those where no other name joins it
        std::uint32_t span = 0;      // its first
        std::uint32_t next = HashIndex::none;   // another that begins with the same word
    };

    void add_names(const std::vector<Span>& spans);
    void add_sides(const Page& page, const std::vector<Span>& spans);
    static std::uint32_t better(const std::vector<Span>& spans, std::uint32_t one, std::uint32_t other);
    void add_short_forms(const Page& page, const std::vector<Span>& spans);
    void add_spellings(const Page& page, const Span& span, std::uint32_t index);
    std::uint32_t spelled_otherwise(const Page& page, const Span& span) const;
    void add_definitions(const Page& page, const std::vector<Span>& spans, const std::vector<Given>& reasons);
    void look_through(const Page& page);
    void add_domain(std::string_view address);
    void add_brands(const Page& page, std::vector<Span>& spans);
    void add_with_legal_form(const Page& page, std::uint32_t first, std::uint32_t end, std::vector<Span>& spans);
    void add_again(const Page& page, std::uint32_t first, std::uint32_t end, std::vector<Span>& spans);
    std::uint32_t longest_at(const Page& page, std::uint32_t token, std::uint32_t& name) const;
    bool in_domain(const Page& page, const Span& span) const;
    bool stands_beside_body(const Page& page, const Span& span) const;
    bool is_sure(std::uint32_t span) const { return sure_[span]; }
    bool stands_lower(std::uint64_t hash) const { return (lower_[hash >> 6 & 63] >> (hash & 63) & 1) != 0; }

    std::vector<Name> names_;
    std::vector<Span> firsts_;              // of names_
    HashIndex by_name_, by_first_word_, leading_, inner_, initials_, defined_, surnames_, places_, brands_, spelled_;
    struct Spelling {
        std::uint32_t span, token;
    };
    std::vector<Spelling> spellings_;       // of spelled_
    std::uint32_t main_ = HashIndex::none, second_ = HashIndex::none;   // the names that stand most often
    std::vector<std::string> domains_;
    std::vector<bool> sure_;                // by span: full names that leave little doubt
    std::vector<std::int8_t> begin_points_, end_points_;  // of the best span that begins or ends at a token
    std::uint64_t lower_[64] = {};          // words in lower case, by hash
    std::uint64_t first_words_[64] = {};    // of names, by hash
};

template <class Say>
void DocumentNames::explain(const Page& page, const Span& span, Say&& say) const {
    const std::uint32_t index = by_name_.find(span.name);
    if (index != HashIndex::none) {
        const Name& name = names_[index];
        if (name.count >= 5) {
            say(Reason::often, HashIndex::none);
        } else if (name.count >= 2) {
            say(Reason::repeated, HashIndex::none);
        }
        const std::int32_t elsewhere = name.points - span.points;
        if (elsewhere >= 2) {
            say(elsewhere >= 10 ? Reason::sure_document_name : elsewhere >= 5 ? Reason::strong_document_name : Reason::document_name, HashIndex::none);
        }
        if (index == main_ || index == second_) {
            say(index == main_ ? Reason::main_name : Reason::second_name, HashIndex::none);
        }
    }
    if (const std::uint32_t full = leading_.find(span.name); full != HashIndex::none && span.complete) {
        say(is_sure(full) ? Reason::strong_leading_form : Reason::leading_form, full);
    }
    if (const std::uint32_t inner = inner_.find(span.name); inner != HashIndex::none && span.complete) {
        say(Reason::inner_form, inner);
    }
    if (span.core_end == span.first + 1) {
        explain_word(page, span.first, say);
    }
    if (const std::uint32_t full = spelled_otherwise(page, span); full != HashIndex::none) {
        say(Reason::other_spelling, full);
    }
    if (stands_beside_body(page, span)) {
        say(Reason::body_beside, HashIndex::none);
    }
    if (page.is(span.first, DATELINE_TOKEN_BLOCK_START) && page.is_joined(span.first)) {
        say(Reason::glued, HashIndex::none);
    }
    if (in_domain(page, span)) {
        say(Reason::in_domain, HashIndex::none);
    }
}

template <class Say>
void DocumentNames::explain_word(const Page& page, std::uint32_t token, Say&& say) const {
    const bool abbreviation = page.is(token, DATELINE_TOKEN_ALL_CAPITALS | DATELINE_TOKEN_INNER_CAPITAL);
    const std::uint64_t letters = abbreviation ? letters_of(page.word(token)) : 0;
    if (const std::uint32_t full = initials_.find(letters); letters != 0 && full != HashIndex::none) {
        say(Reason::initials, full);
    }
    if (const std::uint32_t full = defined_.find(token); full != HashIndex::none) {
        say(Reason::defined_abbreviation, full);
    }
    if (const std::uint32_t open = abbreviation ? expansion_end(page, token) : nowhere; open != nowhere) {
        say(end_points_[open] >= 2 ? Reason::abbreviates_before : Reason::abbreviates_other, HashIndex::none);
    }
    const std::uint64_t hash = page.document().tokens()[token].hash;
    if (stands_lower(hash) && page.is(token, DATELINE_TOKEN_CAPITAL)) {
        say(Reason::lower_elsewhere, HashIndex::none);
    }
    if (surnames_.find(hash) != HashIndex::none) {
        say(Reason::person_elsewhere, HashIndex::none);
    }
}

}  // namespace dateline::organizations
