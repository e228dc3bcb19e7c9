/// The page's look and its little script.
#pragma once

#include <string_view>

namespace dateline::explain {

extern const std::string_view page_style;
extern const std::string_view page_script;

}  // namespace dateline::explain
