/// Manual pages, as troff.
#pragma once

#include <string>

#include "core/cli/options.h"

namespace dateline::cli {

/// dateline(1): commands, configuration file, environment, exit codes.
std::string manual();

/// dateline-NAME(1).
std::string manual(const Command& command);

}  // namespace dateline::cli
