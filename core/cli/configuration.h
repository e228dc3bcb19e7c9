/// The configuration file: NAME = VALUE, with the names of the long options, for all commands.
#pragma once

#include <string>

#include "core/cli/parse.h"

namespace dateline::cli {

/// dateline/dateline.conf in XDG_CONFIG_HOME, or else in ~/.config; empty when neither is known.
std::string default_configuration_file();

/// Adds what the file that `arguments` name (--config, --no-config), or else the default one, says for this command's options, where the
/// command line does not; a repeatable option gets both. A relative path is meant from the file's folder. All of the file is
/// checked, also what is for other commands. No default file is no error. Throws UsageError that names file and option.
void take_configuration(const Command& command, Arguments& arguments);

}  // namespace dateline::cli
