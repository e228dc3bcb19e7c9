/// Which rules may begin at a token, and go on at the next: rows of bits for each group of rules.
#pragma once

#include <vector>

#include "core/lexicon/format.h"
#include "core/lexicon/program.h"

namespace dateline::lexicon {

struct RuleIndex {
    std::vector<Group> groups;
    std::vector<std::uint64_t> rows, literal_filter;
    std::vector<LiteralSlot> literal_slots;
};

/// Adds the group of the rules [first_rule, first_rule + programs.size()).
void add_group(RuleIndex& index, std::uint32_t first_rule, const std::vector<const Program*>& programs, const std::vector<Literal>& literals);

}  // namespace dateline::lexicon
