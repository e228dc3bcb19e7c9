/// Records out of a store, in the order in which they were committed.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/database.h"

namespace dateline::store {

/// What is wanted; what is empty, or 0, asks for nothing.
struct Filter {
    std::int64_t after = 0;                  ///< only what was committed after the document with this cursor
    std::string since = {}, until = {};      ///< when the attempt ended: from `since` on, before `until`, as clock.h writes times or a prefix of that
    std::vector<std::string> statuses = {};  ///< empty: all but copies
    std::string type = {};                   ///< an entity of this type was found
    std::string query = {};                  ///< an expression of SQLite's FTS5 that the text matches
    std::int64_t limit = 0;                  ///< no more than these
};

/// One of them. Text is borrowed for the call.
struct Exported {
    std::int64_t cursor = 0, version = 0, attempts = 0;
    std::string_view name, status, done;
    std::string_view same_as;  ///< of a copy: the name that has the bytes; empty otherwise
    std::string_view record;   ///< a JSON object; of a copy, that of the document it is a copy of
};

/// Calls `take` for each in the order of their cursors, all as they stand at one moment, until it says false. Throws Error, also when
/// the store has not come to the cursor Filter::after; QueryError for Filter::query.
void export_documents(Database& database, const Filter& filter, const std::function<bool(const Exported&)>& take);

/// Whether any entity in the store has this type. Throws Error.
bool has_entity_type(Database& database, const std::string& type);

/// The types of all entities in the store, sorted; looks at each of them. Throws Error.
std::vector<std::string> entity_types(Database& database);

}  // namespace dateline::store
