/// dateline explain: what was found in a document and why, or why something was not.
#pragma once

#include <string>
#include <vector>

namespace dateline::cli {

/// `arguments` are the words after the command's name. The exit code. Throws UsageError.
int explain_command(const std::vector<std::string>& arguments);

}  // namespace dateline::cli
