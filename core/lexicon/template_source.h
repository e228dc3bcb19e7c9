/// Parses value templates: "{year}-{month:02}".
#pragma once

#include <vector>

#include "core/lexicon/cursor.h"
#include "core/lexicon/pattern.h"
#include "core/lexicon/rule_names.h"
#include "core/lexicon/statement.h"

namespace dateline::lexicon {

/// What stands behind an opening quotation mark, of a rule with this pattern. Throws BuildError.
std::vector<ValuePart> parse_template(Cursor& in, const Pattern& pattern, const RuleNames& names);

/// The id of a capture of the pattern; no_index when it has none of this name.
std::uint32_t find_capture(std::string_view name, const Pattern& pattern, const RuleNames& names);
/// The same of one that must be there. Throws BuildError at `at`.
std::uint32_t need_capture(const Cursor& in, std::size_t at, std::string_view name, const Pattern& pattern, const RuleNames& names);

}  // namespace dateline::lexicon
