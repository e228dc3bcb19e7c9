/// Adds what the learned weights say to the candidates of a document.
#pragma once

#include <cstdint>
#include <vector>

#include "core/learn/page.h"
#include "core/learn/weights.h"
#include "core/mention/candidate.h"
#include "core/mention/type.h"

namespace dateline::learn {

/// One a worker; reused from document to document. `weights` and `types` must outlive it.
class Weigher {
public:
    Weigher(const Weights& weights, const Types& types);

    /// Fills in Candidate::learned of every candidate of a type that the weights know. Linear in text and candidates.
    void weigh(const Document& document, Proposals& proposals);

private:
    const Weights& weights_;
    std::vector<std::vector<std::uint64_t>> bases_;  // by type and template; empty for a type that the weights do not know
    Page page_;
};

}  // namespace dateline::learn
