/// dateline diff: what two versions in a store state otherwise.
#pragma once

#include <string>
#include <vector>

namespace dateline::cli {

/// `arguments` are the words after the command's name. The exit code. Throws UsageError, store::Error.
int diff_command(const std::vector<std::string>& arguments);

}  // namespace dateline::cli
