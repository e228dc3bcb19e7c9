/// dateline plugins check: tries a plugin out.
#pragma once

#include <string>
#include <vector>

#include "core/cli/parse.h"

namespace dateline::cli {

/// Loads the plugin in `folder` beside those that are there and lets it read texts, ordinary and hostile ones and `files`, several times: the answers must be
/// the same each time, and what it submits must keep the rules. All in a child process, so that a crash or a hang is reported, not suffered. A line on
/// standard output for each step; exit_failed when something is wrong.
int check_plugin(const std::string& folder, const std::vector<std::string>& files, const Arguments& arguments);

}  // namespace dateline::cli
