/// The day on which the page was published.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "day.h"
#include "page.h"

namespace html {

/// A day that may be it, and where it stood.
struct DayFound {
    Day day;
    std::string place;    ///< "json-ld published", "meta article:published_time", "time", "text"
};

/// All of them, in the order of the page within each place. `scores` tells main text, see score_blocks.
std::vector<DayFound> days_of(const Page& page, const std::vector<std::int32_t>& scores, std::string_view language);

/// The best of them by where it stood.
std::optional<DayFound> published(const std::vector<DayFound>& days);

}  // namespace html
