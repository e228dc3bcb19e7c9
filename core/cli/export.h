/// dateline export: records out of a store.
#pragma once

#include <string>
#include <vector>

namespace dateline::cli {

/// `arguments` are the words after the command's name. The exit code. Throws UsageError, store::Error.
int export_command(const std::vector<std::string>& arguments);

}  // namespace dateline::cli
