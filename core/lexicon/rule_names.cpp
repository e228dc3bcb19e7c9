#include "core/lexicon/rule_names.h"

namespace dateline::lexicon {

std::uint32_t RuleNames::add_literal(const WordCutter::Word& word, bool exact) {
    const std::string verbatim(exact ? word.verbatim : std::string_view());
    const auto [known, is_new] = literal_ids_.emplace(std::pair(std::string(word.folded), verbatim), static_cast<std::uint32_t>(literals.size()));
    if (is_new) literals.push_back({word.hash, std::string(word.folded), verbatim});
    return known->second;
}

}  // namespace dateline::lexicon
