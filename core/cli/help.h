/// Help in words, for the terminal.
#pragma once

#include <string>

#include "core/cli/options.h"

namespace dateline::cli {

/// `dateline --help`: what it is, the commands.
std::string general_help();

/// `dateline extract --help`: usage, description, options with all that is said of them, examples.
std::string long_help(const Command& command);

/// `dateline extract -h`: usage and the options, a line each.
std::string short_help(const Command& command);

/// After a mistake: usage and one example.
std::string usage(const Command& command);

}  // namespace dateline::cli
