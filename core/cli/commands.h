/// The command line: one function a command.
#pragma once

namespace dateline::cli {

/// Runs `dateline ARGUMENTS…` and returns the exit code (0, 1, 2 or 130; docs/dateline.1.md).
int run(int argc, char** argv);

}  // namespace dateline::cli
