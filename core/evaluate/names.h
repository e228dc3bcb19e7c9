/// When two names are the same to a score.
#pragma once

#include <string>
#include <string_view>

namespace dateline::evaluate {

/// Every run of white space as one space, none at the ends.
std::string folded(std::string_view text);

/// folded(), and full case folding: what names, titles and events are compared by.
std::string name_key(std::string_view text);

/// Without white space at the ends.
std::string_view trimmed(std::string_view text);

}  // namespace dateline::evaluate
