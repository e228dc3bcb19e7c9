/// Adds what the learned weights say to the facts of a document.
#pragma once

#include <cstdint>
#include <vector>

#include "core/learn/fact_page.h"
#include "core/learn/weights.h"

namespace dateline::learn {

/// One a worker; reused from document to document. All that it is made from must outlive it.
class FactWeigher {
public:
    FactWeigher(const Weights& weights, const Types& types, std::span<const EvidenceDeclaration> declared);

    /// Fills in Fact::learned of every fact of a kind that the weights know. `page` is open on the document, whose mentions have been decided.
    void weigh(const Page& page, Proposals& proposals);

private:
    template <class Walk>
    std::int32_t sum(std::uint32_t fact, const FactPlace& place, Walk walk);

    const Weights& weights_;
    std::vector<std::vector<std::uint64_t>> bases_;  // by fact and template; empty for a kind that the weights do not know
    std::vector<std::uint64_t> keys_;
    FactPage facts_;
};

}  // namespace dateline::learn
