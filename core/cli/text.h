/// dateline text: the text that offsets count in.
#pragma once

#include <string>
#include <vector>

namespace dateline::cli {

/// `arguments` are the words after the command's name. The exit code. Throws UsageError.
int text_command(const std::vector<std::string>& arguments);

}  // namespace dateline::cli
