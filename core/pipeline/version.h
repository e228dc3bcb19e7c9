/// dateline's version.
#pragma once

#include <string_view>

namespace dateline::pipeline {

/// "0.1.0", from the build's one place.
std::string_view version();

}  // namespace dateline::pipeline
