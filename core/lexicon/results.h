/// Writes matches in the shape that plugins see.
#pragma once

#include <span>
#include <string_view>

#include "core/lexicon/format.h"
#include "core/lexicon/matcher.h"

namespace dateline::lexicon {

/// Adds the match of a rule at tokens [first, end) to `matches`.
void add_match(const Lexicon::Tables& tables, std::string_view text, const text::Analysis& analysis, std::uint32_t rule, std::uint32_t first,
               std::uint32_t end, std::span<const Step> steps, Matches& matches);

/// By first token, then length, then rule.
void sort_matches(Matches& matches);

}  // namespace dateline::lexicon
