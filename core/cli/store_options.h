/// The store that a command line names.
#pragma once

#include <string>

#include "core/cli/parse.h"

namespace dateline::cli {

/// --store, or dateline.db in the working folder.
inline std::string store_path(const Arguments& arguments) { return std::string(arguments.text("store", "dateline.db")); }

}  // namespace dateline::cli
