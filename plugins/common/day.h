/// Dates as mails and feeds write them.
#pragma once

#include <string>
#include <string_view>

namespace common {

/// The day in the date's own zone, as EDTF: of "Tue, 5 Mar 2024 09:00:00 EST", "2024-03-05T23:30:00-05:00", "Tue Mar 5 09:00:00 +0800 2024",
/// "March 5, 2024"; the month or year where no more is said ("2024-03"). Empty when it is no date of the time of mails and feeds.
std::string day_of(std::string_view value);

}  // namespace common
