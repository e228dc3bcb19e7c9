/// A matched form at its place: what it says, what it was taken to mean, and why.
#pragma once

#include <cstdint>

#include "calendar.h"
#include "reading.h"

namespace dateline::dates {

/// What the unsaid parts of a date were taken from.
enum class AnchorKind : std::uint8_t { none, published, dateline, date };

struct Found {
    std::uint32_t first_token = 0, end_token = 0;  ///< half-open
    std::uint32_t begin = 0, end = 0;              ///< bytes
    Reading reading;

    // Filled in by the resolver.
    bool resolved = false;   ///< false: means no day that can be told; not a mention
    bool impossible = false; ///< no calendar has it, so that it is no date, nor is any part of it
    bool ambiguous = false;  ///< `value` and `other` are the two readings
    Value value, other;
    bool implied_century = false, implied_year = false, implied_month = false, implied_day = false;
    AnchorKind anchor = AnchorKind::none;
    std::uint32_t anchor_found = 0;  ///< index of the date it was taken from, for AnchorKind::date
};

}  // namespace dateline::dates
