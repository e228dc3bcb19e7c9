/// Times in the store.
#pragma once

#include <string>

namespace dateline::store {

/// UTC to the millisecond, "2024-04-01T12:30:00.000Z": sorts as text, and SQLite's date functions take it. They get into the store's own columns
/// only, never into a record.
std::string now();

}  // namespace dateline::store
