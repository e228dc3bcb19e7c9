/// dateline ingest: documents into a store.
#pragma once

#include <string>
#include <vector>

namespace dateline::cli {

/// `arguments` are the words after the command's name. The exit code. Throws UsageError, store::Error.
int ingest_command(const std::vector<std::string>& arguments);

}  // namespace dateline::cli
