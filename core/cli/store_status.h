/// dateline ingest --status.
#pragma once

#include <string>

namespace dateline::cli {

/// Prints what the store holds and what failed. The exit code. Throws store::Error.
int show_status(const std::string& store, bool json);

}  // namespace dateline::cli
