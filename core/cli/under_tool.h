/// Running dateline anew under a tool that watches its memory.
#pragma once

#include <string>

#include "core/check/check.h"
#include "core/cli/parse.h"

namespace dateline::cli {

/// --asan and --valgrind: when the program does not run under the tool yet, this process becomes the one that does, with the same words. Returns the tool that it
/// runs under. Throws UsageError when the tool is not there.
check::Tool run_under_tool(const Arguments& arguments, const check::Subject& subject);

/// Where valgrind writes; empty when it does not run.
std::string tool_log_folder();

}  // namespace dateline::cli
