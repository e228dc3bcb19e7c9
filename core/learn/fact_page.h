/// A document as features of facts see it: which mention stands on each token, and where a fact and what it is about stand.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/learn/feature_part.h"
#include "core/learn/page.h"
#include "core/mention/candidate.h"
#include "core/mention/type.h"

namespace dateline::learn {

/// Tokens [first, end).
struct TokenRange {
    std::uint32_t first = 0, end = 0;
    bool is_none() const { return first == end; }
};

/// A fact in tokens: its words, its subject, and the first mention that a field of it refers to.
struct FactPlace {
    TokenRange words, subject, reference;
    std::uint32_t subject_type = 0, reference_type = DATELINE_NONE, reference_candidate = DATELINE_NONE;
    Part rule;
    Range reasons;  ///< in Proposals::evidence
};

/// Reused from document to document.
class FactPage {
public:
    FactPage(const Types& types, std::span<const EvidenceDeclaration> declared);
    FactPage(const FactPage&) = delete;
    FactPage& operator=(const FactPage&) = delete;

    /// Takes in the decided mentions of the document that the page is open on. All must live as long as this is asked.
    void open(const Page& page, const Proposals& proposals);
    FactPlace place(const Fact& fact) const;

    const Page& page() const { return *page_; }
    bool is_inside(std::int64_t token) const { return token >= 0 && token < static_cast<std::int64_t>(over_.size()); }
    /// A word, or the kind of the name that stands there; a sign where another line or sentence than that of `from` begins.
    Part word(std::int64_t token, std::uint32_t from) const;
    /// Past a token, or past the name that stands there.
    std::uint32_t past(std::uint32_t token) const;
    bool begins_line(std::int64_t token) const;
    TokenRange sentence(std::uint32_t token) const;
    std::uint32_t sentences_between(std::uint32_t one, std::uint32_t other) const;
    /// How many names of a type begin in a range, or in the sentence of one; no more than a few are counted.
    std::uint32_t names_between(const TokenRange& range, std::uint32_t type) const;
    std::uint32_t names_around(const TokenRange& range, std::uint32_t type) const;
    /// The place of a name among the first distinct ones of its type.
    std::uint32_t rank(std::uint32_t candidate) const;
    /// How many different names of a type there are; no more than a few are counted.
    std::uint64_t distinct(std::uint32_t type) const { return type == DATELINE_NONE ? 0 : first_names_[type].size(); }
    /// The names of a fact's evidences.
    template <class Take>
    void each_reason(const FactPlace& place, Take take) const {
        for (std::uint32_t i = 0; i < place.reasons.count; ++i) take(reasons_[proposals_->evidence[place.reasons.first + i].id]);
    }

private:
    static constexpr std::uint32_t most_ranks = 4, longest = 60;

    TokenRange tokens(std::uint32_t begin, std::uint32_t end) const;

    std::vector<Part> reasons_;                           // by Evidence::id
    std::vector<std::string> kind_names_;                 // "<person>", by type
    std::vector<Part> kinds_;                             // these
    std::vector<std::vector<std::uint64_t>> first_names_; // by type
    std::vector<std::uint32_t> reference_types_;          // by fact: the type that its first reference field points at
    const Page* page_ = nullptr;
    const Proposals* proposals_ = nullptr;
    std::vector<std::uint32_t> over_;                     // by token: the accepted candidate there
};

}  // namespace dateline::learn
