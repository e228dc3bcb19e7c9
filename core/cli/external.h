/// Commands that are programs of their own.
#pragma once

#include <string>
#include <vector>

namespace dateline::cli {

/// Runs dateline-NAME from libexec/dateline beside the program's bin/, or else from the PATH, in place of this program. Returns only when there is none.
void run_external(const std::string& name, const std::vector<std::string>& arguments);

}  // namespace dateline::cli
