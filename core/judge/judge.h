/// Decides which candidates become mentions, and which facts and links are stated.
#pragma once

#include <cstdint>
#include <span>

#include "core/mention/candidate.h"
#include "core/mention/type.h"

namespace dateline::judge {

/// Weights of the run's evidences by global id, in hundredths of a logit.
using Weights = std::span<const std::int32_t>;

/// Decides all candidates together: each gets a score (the sum of its evidence), then the set of candidates that do not
/// overlap and have the greatest sum of score times tokens is accepted. Twice: in the second round evidence whose
/// supporter was accepted counts, and so does the best verdict of the first round on the same name elsewhere
/// (for the same type in favour, for another against; where mentions are names). Candidates of silent types take part. Ties: start, then length, then type.
/// `token_count` is the document's. O(n log n) in the candidates; integers only.
void decide_spans(Proposals& proposals, Weights weights, std::uint32_t token_count);

/// Scores facts and links, accepts those above 0 whose subject (ends) are accepted mentions of types that are written, and
/// keeps the best of each group of rivals. A field that refers to a rejected candidate becomes null; a fact that needs the field is rejected.
void decide_facts(Proposals& proposals, const Types& types, Weights weights);

}  // namespace dateline::judge
