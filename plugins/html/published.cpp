#include "published.h"

namespace html {

std::optional<DayFound> published(const std::vector<DayFound>& days) {
    return days.empty() ? std::nullopt : std::optional(days.front());
}

}  // namespace html
