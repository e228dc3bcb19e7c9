/// Dates as records write them.
#pragma once

#include <string_view>

namespace dateline {

/// EDTF level 1 and unspecified digits, or a range of two, one of which may be open.
bool is_date(std::string_view text);

}  // namespace dateline
