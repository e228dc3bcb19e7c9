/// Decides which candidates become mentions, and which facts and links are stated.
#pragma once

#include <cstdint>
#include <span>

#include "core/mention/candidate.h"
#include "core/mention/type.h"

namespace dateline::judge {

/// Weights of the run's evidences by global id, in hundredths of a logit.
using Weights = std::span<const std::int32_t>;

/// What a margin is worth: the confidence is that of margin * slope / 100 + offset. Learned, or as it is here.
struct Scale {
    std::int32_t slope = 100, offset = 0;
};

/// The scales of a run: by type and by fact (indexes into Types), and of links.
struct Scales {
    std::span<const Scale> types, facts;
    Scale links;
};

/// Decides all candidates together: each gets a score (the sum of its evidence and of what its learned features say), then the set of candidates that do
/// not overlap and have the greatest sum is accepted, as in a semi-Markov conditional random field over the candidates (Sarawagi and Cohen, "Semi-Markov
/// Conditional Random Fields for Information Extraction", NIPS 2004). A candidate of a type without learned weights counts with its score times
/// its tokens, so that the longer of two wins. Twice: in the second round evidence counts only if its supporter was accepted in the first, and for types without
/// learned weights so does the best verdict of the first round on the same name elsewhere (for the same type in favour, for another against).
/// The confidence comes from the margin: by how much the sum exceeds the best one without the candidate. Candidates of silent types take part.
/// Ties: start, then length, then type. O(n log n) in the candidates; integers only.
void decide_spans(Proposals& proposals, Weights weights, const Scales& scales);

/// Scores facts and links, accepts those above 0 whose subject (ends) are accepted mentions of types that are written, and
/// keeps the best of each group of rivals. A field that refers to a rejected candidate becomes null; a fact that needs the field is rejected.
void decide_facts(Proposals& proposals, const Types& types, Weights weights, const Scales& scales);

}  // namespace dateline::judge
