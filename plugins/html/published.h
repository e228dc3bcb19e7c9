/// The day on which the page was published.
#pragma once

#include <cstdint>
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
    std::string place;  ///< "json-ld published", "meta article:published_time", "time", "text above alone"
};

/// All of them, in the order of the page within each place. `scores` tells main text, see score_blocks.
std::vector<DayFound> days_of(const Page& page, const std::vector<std::int32_t>& scores, std::string_view language);

/// A day with what speaks for or against it: all places where it stands, and how it compares with the other days.
struct DayChoice {
    Day day;
    std::string place;                  ///< the one that speaks most for it
    std::vector<std::string> features;  ///< sorted
    std::int32_t score = 0;             ///< in hundredths of a logit, against the others
};

/// Each day once, in order of time, with learned weights (day-weights.tsv).
std::vector<DayChoice> weigh_days(const std::vector<DayFound>& found);

/// The best of them; the earlier one of two. Empty without any.
std::optional<DayChoice> published(const std::vector<DayFound>& found);

}  // namespace html
