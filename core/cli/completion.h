/// Completion for bash.
#pragma once

#include <string>

namespace dateline::cli {

/// The script that bash sources.
std::string bash_completion();

}  // namespace dateline::cli
