/// Opening a store: the file is made, or checked.
#pragma once

#include <string>

#include "core/store/database.h"

namespace dateline::store {

/// The tables' version, in SQLite's user_version. A program refuses a store with a higher one.
inline constexpr int schema_version = 2;

/// Throws Error: no such file, none of ours, of a later version, damaged, no permission.
Database open(const std::string& path, Access access, Waiting waiting = {});

}  // namespace dateline::store
