/// What extractors submit, checked and copied: candidates, facts and links, and the verdicts on them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "dateline/plugin.h"

namespace dateline {

/// A reason with its id made global (index into the run's evidence table).
struct Evidence {
    std::uint32_t id = 0;
    std::uint32_t begin = 0, end = 0;                 ///< what it points at, bytes; 0, 0 for nothing
    std::uint32_t supporter = DATELINE_NONE;          ///< index of the candidate without which it does not count
};

/// A value of an attribute or of a fact's field; `name` indexes the declaration's attributes or fields.
struct Value {
    std::uint32_t name = 0;
    dateline_value_kind kind = DATELINE_VALUE_NULL;
    std::string_view string;                          ///< in Proposals::strings
    double number = 0;
    std::uint32_t reference = DATELINE_NONE;          ///< index of a candidate
};

/// A range of one of the arrays in Proposals.
struct Range {
    std::uint32_t first = 0, count = 0;
};

/// A verdict: the sum of the evidence, and what came of it.
struct Verdict {
    std::int32_t score = 0;                           ///< hundredths of a logit
    std::int32_t elsewhere = 0;                       ///< the part of it that the same name elsewhere in the document gave
    bool accepted = false;
    std::uint32_t rival = DATELINE_NONE;              ///< index of the accepted candidate (or fact) that won over it
    std::int32_t margin = 0;                          ///< by how much it wins over what could stand in its place, hundredths of a logit
    std::int32_t confidence = 1;                      ///< hundredths, 1 to 99: how often such verdicts are right
};

struct Candidate {
    std::uint32_t type = 0;                           ///< index into Types::types
    std::uint32_t plugin = 0;                         ///< index of the plugin in the run
    std::uint32_t begin = 0, end = 0;                 ///< bytes
    std::uint32_t first_token = 0, token_count = 0;   ///< the tokens it covers, at least one
    std::uint64_t name_hash = 0;                      ///< of its tokens' folded forms; 0 for a type whose mentions are no names
    std::string_view rule;                            ///< "dates/iso"
    Range evidence;                                   ///< in Proposals::evidence
    Range attributes;                                 ///< in Proposals::attributes
    std::int32_t confidence = -1;                     ///< hundredths, of plugins without evidence; -1: evidence speaks
    bool weighed = false;                             ///< the learned weights know its type
    std::int32_t learned = 0;                         ///< hundredths of a logit: what its learned features say
    std::int32_t second_look = 0;                     ///< the same, of a second look when first verdicts were there
    Verdict verdict;
};

struct Fact {
    std::uint32_t fact = 0;                           ///< index into Types::facts
    std::uint32_t plugin = 0;
    std::uint32_t subject = 0;                        ///< candidate
    std::uint32_t begin = 0, end = 0;
    std::uint32_t rival = 0;                          ///< group in which only the best stays; 0: none
    std::string_view rule;
    Range evidence, fields;
    std::int32_t confidence = -1;
    bool weighed = false;                             ///< the learned weights know its kind
    std::int32_t learned = 0;                         ///< hundredths of a logit: what its learned features say
    Verdict verdict;
};

struct Link {
    dateline_link_reason reason = DATELINE_LINK_SHORTER_FORM;
    std::uint32_t plugin = 0;
    std::uint32_t from = 0, to = 0;                   ///< candidates of one type
    std::uint32_t begin = 0, end = 0;
    std::string_view rule;
    Range evidence;
    std::int32_t confidence = -1;
    Verdict verdict;
};

/// All that was submitted for one document, in the order of submission. Indexes are handles. Reused by a worker.
struct Proposals {
    std::vector<Candidate> candidates;
    std::vector<Fact> facts;
    std::vector<Link> links;
    std::vector<Evidence> evidence;
    std::vector<Value> attributes, fields;

    /// A copy of `string` that lives until clear(). Views stay valid when more are kept.
    std::string_view keep(std::string_view string);
    void clear();

private:
    std::vector<std::string> chunks_;                 ///< each reserved once and never grown
    std::size_t chunk_ = 0;
};

/// Facts with the same rivalry (and a Fact::rival) exclude each other: of one kind, about one subject or one name, with the same number.
using Rivalry = std::tuple<std::uint32_t, std::uint64_t, std::uint32_t>;
inline Rivalry rivalry(const Proposals& proposals, const Fact& fact) {
    const std::uint64_t name = (fact.rival & DATELINE_RIVAL_OF_NAME) != 0 ? proposals.candidates[fact.subject].name_hash : 0;
    return {fact.fact, name != 0 ? name : fact.subject, fact.rival};
}

}  // namespace dateline
