/// dateline plugins check: holds a plugin against the interface.
#pragma once

#include <string>
#include <vector>

#include "core/cli/parse.h"

namespace dateline::cli {

/// Runs core/check's tests on the plugin in `folder`, which also reads `files`, and prints what each found: exit_failed when something is wrong.
int check_plugin(const std::string& folder, const std::vector<std::string>& files, const Arguments& arguments);

/// Prints what tests there are.
int list_checks(const Arguments& arguments);

}  // namespace dateline::cli
