/// All that was considered in a document, for programs.
#pragma once

#include <string>

#include "core/explain/findings.h"

namespace dateline::explain {

/// Appends one JSON object and a line feed:
///
///     {"source": …, "status": …, "published": …, "length": …,
///      "candidates": [{"id", "type", "start", "end", "text", "plugin", "rule", "score", "elsewhere", "confidence", "accepted", "rival", "entity", "outcome",
///                      "attributes": {NAME: [values]}, "evidence": [EVIDENCE]}],
///      "facts": [{"id", "fact", "subject", "start", "end", "text", "plugin", "rule", "score", "accepted", "written", "rival", "outcome", "fields": {NAME: [values]}, "evidence"}],
///      "links": [{"id", "reason", "from", "to", "start", "end", "text", "plugin", "rule", "score", "accepted", "outcome", "evidence"}],
///      "diagnostics": [{"code", "message", "plugin", "start", "end"}]}
///
/// EVIDENCE: {"plugin", "name", "weight", "counts", "start", "end", "supporter", "text"}. Scores and weights are hundredths of a logit; ids count from 0 in the
/// order of submission, and `rival`, `subject`, `from`, `to`, `supporter` and references in values are such ids or null. A debugging format: it may change.
void write_json(const Findings& findings, std::string& out);

}  // namespace dateline::explain
