/// Which plugins can run together, and in which order.
#pragma once

#include <vector>

#include "core/plugin/catalogue.h"

namespace dateline::plugin {

/// Refuses, with the reason, usable plugins whose needs are not usable and those in a circle of needs and after, until all that is left can
/// run. Then puts the usable extractors first, in running order; the rest keeps its order.
void put_in_order(std::vector<Found>& found);

}  // namespace dateline::plugin
