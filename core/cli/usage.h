/// What is said after a mistake.
#pragma once

#include <string_view>

namespace dateline::cli {

/// The command's usage and one example, on standard error. exit_usage.
int show_usage(std::string_view command);

}  // namespace dateline::cli
