/// Verdicts in words: what spoke for a candidate, fact or link, and what against it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/explain/findings.h"

namespace dateline::explain {

/// One summand of a score.
struct Reason {
    std::int32_t weight = 0;             ///< hundredths of a logit
    bool counts = true;                  ///< false: the candidate on which it hangs was not accepted
    std::string_view plugin;             ///< who declared it; empty for the host's own
    std::string_view name;               ///< "after-title"; "elsewhere" and "given-confidence" are the host's
    std::string sentence;                ///< for people, filled in; may hold any characters of the text
    std::uint32_t begin = 0, end = 0;    ///< what it points at, bytes; 0, 0 for nothing
    std::uint32_t supporter = DATELINE_NONE;  ///< the candidate on which it hangs
};

/// In the order in which they were submitted. Those that count add up to the verdict's score.
std::vector<Reason> reasons(const Findings& findings, const Candidate& candidate);
std::vector<Reason> reasons(const Findings& findings, const Fact& fact);
std::vector<Reason> reasons(const Findings& findings, const Link& link);

/// Hundredths as people read them: "+2.5", "-0.25", "+0".
std::string points(std::int32_t hundredths);

/// Why it is marked or not: "accepted", "not marked: “AI Base” (base) takes these words", …
std::string outcome(const Findings& findings, const Candidate& candidate);
std::string outcome(const Findings& findings, const Fact& fact);
std::string outcome(const Findings& findings, const Link& link);

/// White space folded, and cut to `most` characters with … for the rest.
std::string shortened(std::string_view text, std::size_t most = 80);

}  // namespace dateline::explain
