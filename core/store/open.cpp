#include "core/store/open.h"

#include <filesystem>

namespace dateline::store {

extern const std::string_view schema_sql;

namespace {

constexpr std::int64_t application = 0x64746C6E;  // "dtln", in SQLite's application_id

std::int64_t pragma(Database& database, std::string_view name) {
    Statement statement = database.prepare("PRAGMA " + std::string(name));
    return statement.step() ? statement.integer(0) : 0;
}

bool is_empty(Database& database) { return !database.prepare("SELECT 1 FROM sqlite_schema").step(); }

// Two programs may come at the same time: the second finds the tables of the first.
void make_tables(Database& database) {
    if (!is_empty(database)) {
        return;
    }
    database.run("BEGIN IMMEDIATE");
    if (is_empty(database)) {
        database.run(std::string(schema_sql).c_str());
        database.run(("PRAGMA application_id = " + std::to_string(application)).c_str());
        database.run(("PRAGMA user_version = " + std::to_string(schema_version)).c_str());
    }
    database.run("COMMIT");
}

void check(Database& database) {
    const std::string store = "'" + database.path() + "' ";
    if (pragma(database, "application_id") != application) {
        throw Error(store + "is no store of dateline; give another file with --store");
    }
    if (pragma(database, "user_version") > schema_version) {
        throw Error(store + "was made by a later version of dateline; use that one");
    }
}

}  // namespace

Database open(const std::string& path, Access access) {
    std::error_code ignored;
    if (access == Access::read && !std::filesystem::exists(path, ignored)) {
        throw Error("there is no store '" + path + "'; 'dateline ingest' makes one, --store says where it is");
    }
    Database database(path, access);
    if (!is_empty(database)) {
        check(database);
    }
    if (access == Access::write) {
        // WAL lets others read meanwhile; FULL has every commit on the disk before it returns, so that not even power loss undoes it.
        database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000");
        make_tables(database);
    }
    check(database);
    return database;
}

}  // namespace dateline::store
