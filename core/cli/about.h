/// What dateline tells about itself: help, version, manual pages, completion.
#pragma once

#include <string>
#include <vector>

namespace dateline::cli {

/// `arguments` are the words after the command's name. The exit code. Throws UsageError.
int help_command(const std::vector<std::string>& arguments);
int version_command(const std::vector<std::string>& arguments);
int man_command(const std::vector<std::string>& arguments);
int completion_command(const std::vector<std::string>& arguments);

}  // namespace dateline::cli
