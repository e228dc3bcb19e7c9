/// Ctrl-C and SIGTERM: the run ends with whole lines.
#pragma once

#include <atomic>

namespace dateline::cli {

/// From now on SIGINT and SIGTERM only set the flag that is returned and end standard input; a second one ends the program at once. A run that has not
/// ended a second later says which plugins it waits for. Signals that were ignored when the program started (nohup) stay ignored.
const std::atomic<bool>& catch_interrupts();

/// Whether one of them came.
bool interrupted();

}  // namespace dateline::cli
