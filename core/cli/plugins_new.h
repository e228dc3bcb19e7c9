/// dateline plugins new: the folder of a new plugin, which builds and finds something.
#pragma once

#include <string>

#include "core/cli/parse.h"

namespace dateline::cli {

/// Writes the folder NAME with the options --type, --language and --folder. The exit code. Throws UsageError for a name or type that no plugin can have,
/// and for a folder that is there already.
int new_plugin(const std::string& name, const Arguments& arguments);

}  // namespace dateline::cli
