/// Adds what the learned weights say to the candidates of a document.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/learn/fact_weigher.h"
#include "core/learn/page.h"
#include "core/learn/second_look.h"
#include "core/learn/word_sums.h"
#include "core/learn/weights.h"
#include "core/mention/candidate.h"
#include "core/mention/type.h"

namespace dateline::learn {

/// Whether what its plugin says of a candidate rules it out: none of a thousand such is a name, and features need not be looked up. `declared` are the weights that
/// plugins give, by Evidence::id.
bool is_hopeless(const Candidate& candidate, const Proposals& proposals, std::span<const EvidenceDeclaration> declared);

/// What is added to the score of a candidate that is ruled out.
inline constexpr std::int32_t hopeless = -10'000;

/// One a worker; reused from document to document. All that it is made from must outlive it.
class Weigher {
public:
    Weigher(const Weights& weights, const Types& types, std::span<const EvidenceDeclaration> declared);

    /// Fills in Candidate::learned of every candidate of a type that the weights know. Linear in text and candidates.
    void weigh(const Document& document, Proposals& proposals);
    /// Adds what a second look says, when first verdicts are there. False when the weights say nothing of it.
    bool weigh_again(const Document& document, Proposals& proposals);
    /// Adds what they say of the facts, when mentions have been decided. Precondition: weigh() was called for the document.
    void weigh_facts(Proposals& proposals) { facts_.weigh(page_, proposals); }

private:
    /// A key whose weight is to be added to a sum.
    struct Question {
        std::uint64_t key = 0;
        std::int32_t* sum = nullptr;
    };
    /// Weights of features of few by the index of the first part; `unknown` until one is asked for.
    using Few = std::array<std::int16_t, most_few>;
    static constexpr std::int16_t unknown = -32768;  // weights are larger

    void ask(Candidate& candidate);
    std::uint64_t key(std::uint32_t type, T what, std::span<const Part> parts) const;
    void add_few(std::uint32_t type, T what, std::span<const Part> parts, std::int32_t& sum);
    std::int32_t word_sum(std::uint32_t type, Role role, const WordCodes& word, std::uint64_t topic) const;
    /// Adds the weight of a key to a sum, when take_all() is called or before: memory needs some time to come.
    void ask(std::uint64_t key, std::int32_t& sum);
    void take_all();

    const Weights& weights_;
    std::span<const EvidenceDeclaration> declared_;
    std::vector<std::vector<std::uint64_t>> bases_;  // by type and template; empty for a type that the weights do not know
    bool looks_again_ = false;
    std::vector<std::vector<Few>> few_;              // by type; index of the second part and template, so that those without one lie together
    WordSums word_sums_;
    std::array<Question, 64> questions_;             // the first asked_ are open
    std::size_t asked_ = 0;
    Page page_;
    SecondLook look_;
    FactWeigher facts_;
};

}  // namespace dateline::learn
