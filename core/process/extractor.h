/// The extractor that has a program do the work: behind the plugin interface, as if it were a plugin's library.
#pragma once

#include "core/process/program.h"
#include "dateline/plugin.h"

namespace dateline::process {

/// As in dateline_plugin. `shared` is the plugin's Program, which outlives all instances. An instance is a running program; one that cannot be started says so of each
/// document.
dateline_status create(void* shared, void** instance);
void destroy(void* instance);
const dateline_extractor& extractor();

/// Whether the program has run in this process and could not be started again: another process may do better.
bool is_lost(void* instance);

}  // namespace dateline::process
