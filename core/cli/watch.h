/// explain --watch.
#pragma once

#include "core/cli/parse.h"

namespace dateline::cli {

/// Runs `draw` now and whenever the document or a file of a plugin changes, each time in a process of its own, so that libraries are loaded
/// anew and nothing that goes wrong in one ends the watch. What it says on standard error stands where its marks would. Returns the exit code of
/// the watch when it is interrupted; in the other processes that of `draw`, whose exceptions pass. To be called before there are other threads.
int watch_and_draw(const Arguments& arguments, int (*draw)(const Arguments&));

}  // namespace dateline::cli
