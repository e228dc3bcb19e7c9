/// Parses the right side of a rule of a plugin without a library.
#pragma once

#include "core/lexicon/cursor.h"
#include "core/lexicon/pattern.h"
#include "core/lexicon/rule_names.h"
#include "core/lexicon/statement.h"

namespace dateline::lexicon {

/// What stands behind “=>”, of a rule with this pattern: up to a line that does not begin with white space. Throws BuildError.
Statement parse_statement(Cursor& in, const Pattern& pattern, const RuleNames& names);

}  // namespace dateline::lexicon
