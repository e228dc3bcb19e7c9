/// The command line: one function a command.
#pragma once

namespace dateline::cli {

/// Runs `dateline ARGUMENTS…` and returns the exit code (exit_code.h).
int run(int argc, char** argv);

}  // namespace dateline::cli
