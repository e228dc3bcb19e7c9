/// dateline schema: the JSON Schema of the records.
#pragma once

#include <string>
#include <vector>

namespace dateline::cli {

/// `arguments` are the words after the command's name. The exit code. Throws UsageError.
int schema_command(const std::vector<std::string>& arguments);

}  // namespace dateline::cli
