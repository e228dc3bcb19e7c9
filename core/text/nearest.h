/// The nearest name for a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

/// The candidate that fewest typing mistakes (a letter more, less, other, or two swapped) make into `word`; empty when all are too far off.
/// Of equally near ones the first.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// "; did you mean '--format'?" or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace dateline::text
