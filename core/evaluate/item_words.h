/// How items are worded: the same for gold and records, or they would not be equal.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/evaluate/items.h"

namespace dateline::evaluate {

/// “words”, white space folded.
std::string in_quotes(std::string_view words);
/// The item with its value: “March 21” = 2024-03-21.
Item valued(Item item, std::string_view value);
/// person li na
Item typed_name(std::string_view type, std::string_view key);
/// Each two of the names of one thing.
void add_pairs(std::string_view type, const std::set<std::string>& keys, Items& out);

}  // namespace dateline::evaluate
