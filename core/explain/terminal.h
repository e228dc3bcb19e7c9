/// The whole document for the terminal: the text with its marks, then each entity with its reasons.
#pragma once

#include <string>

#include "core/explain/findings.h"
#include "core/explain/paint.h"

namespace dateline::explain {

void write_terminal(const Findings& findings, const Paint& paint, std::string& out);

/// The accepted candidates of written types in text order.
std::vector<std::uint32_t> marks(const Findings& findings);

}  // namespace dateline::explain
