/// What the program's exit code says; docs and the man page have the same table.
#pragma once

namespace dateline::cli {

enum ExitCode : int {
    exit_ok = 0,            ///< all well; warnings, partial documents and a reader that closed the pipe included
    exit_failed = 1,        ///< a document failed, a build or check found something wrong, or output could not be written
    exit_usage = 2,         ///< wrong use: option, configuration file, word list or plugin named on the command line
    exit_interrupted = 130  ///< Ctrl-C or SIGTERM; what was written is whole lines
};

}  // namespace dateline::cli
