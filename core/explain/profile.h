/// Time by plugin and stage, for the terminal.
#pragma once

#include <cstddef>
#include <string>

#include "core/document/profile.h"

namespace dateline::explain {

/// Appends a table: a line a plugin, the host's own stages below, microseconds a run, what share of the whole. `bytes` of text were processed `runs` times.
void write_profile(const Profile& profile, std::size_t runs, std::size_t bytes, std::string& out);

}  // namespace dateline::explain
