/// The extractor that carries out rules: behind the plugin interface, as if it were a plugin's library.
#pragma once

#include "dateline/plugin.h"

namespace dateline::rules {

/// As in dateline_plugin. `shared` is the plugin's RuleSet, which outlives all instances.
dateline_status create(void* shared, void** instance);
void destroy(void* instance);
const dateline_extractor& extractor();

}  // namespace dateline::rules
