#include "core/store/open.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace dateline::store {

extern const std::string_view schema_sql;

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t application = 0x64746C6E;  // "dtln", in SQLite's application_id

std::int64_t pragma(Database& database, std::string_view name) {
    Statement statement = database.prepare("PRAGMA " + std::string(name));
    return statement.step() ? statement.integer(0) : 0;
}

bool is_empty(Database& database) { return !database.prepare("SELECT 1 FROM sqlite_schema").step(); }

// Larger pieces of the full-text index, and fewer merges of them: less time for each document. The index keeps what it is told.
constexpr const char* search_settings = "INSERT INTO search (search, rank) VALUES ('pgsz', 16000), ('automerge', 8)";

// Two programs may come at the same time: the second finds the tables of the first.
void make_tables(Database& database) {
    if (!is_empty(database)) {
        return;
    }
    database.run("BEGIN IMMEDIATE");
    if (is_empty(database)) {
        database.run(std::string(schema_sql).c_str());
        database.run(search_settings);
        database.run(("PRAGMA application_id = " + std::to_string(application)).c_str());
        database.run(("PRAGMA user_version = " + std::to_string(schema_version)).c_str());
    }
    database.run("COMMIT");
}

// Stores of version 1 knew no documents inside others.
void upgrade(Database& database) {
    database.run("BEGIN IMMEDIATE");
    if (pragma(database, "user_version") < schema_version) {
        database.run("ALTER TABLE documents ADD COLUMN parent INTEGER REFERENCES documents");
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

// What keeps SQLite from writing in the store's folder; 0 when nothing does.
int problem_with_folder(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    return access(folder.empty() ? "." : folder.c_str(), W_OK) == 0 ? 0 : errno;
}

// Readers too need SQLite's files beside the store, unless none are there and nobody can make some.
Access way_to_read(const std::string& path) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
        throw Error("there is no store '" + path + "'; 'dateline ingest' makes one, --store says where it is");
    }
    const bool alone = problem_with_folder(path) != 0 && !fs::exists(path + "-wal", ignored) && !fs::exists(path + "-shm", ignored);
    return alone ? Access::read_alone : Access::read;
}

// A writer that was killed leaves what only a writer can undo.
void undo_half_a_write(const std::string& path) {
    try {
        Database reader(path, Access::read);
        is_empty(reader);
    } catch (const HalfWritten&) {
        Database writer(path, Access::write);
        is_empty(writer);
    }
}

}  // namespace

Database open(const std::string& path, Access access, Waiting waiting) {
    if (access == Access::read) {
        access = way_to_read(path);
        if (access == Access::read) {
            undo_half_a_write(path);
        }
    } else if (const int problem = problem_with_folder(path); problem != 0) {
        throw Error("the store '" + path + "' cannot be written: " + std::strerror(problem) + "; give another place with --store");
    }
    Database database(path, access, std::move(waiting));
    const bool empty = is_empty(database);
    if (empty && access != Access::write) {
        throw Error("the store '" + path + "' holds nothing yet; 'dateline ingest' makes its tables");
    }
    if (!empty) {
        check(database);
    }
    if (access == Access::write) {
        // WAL lets others read meanwhile; FULL has every commit on the disk before it returns, so that not even power loss undoes it. A record fits in a
        // page of a new store: a tenth less time for each document than with SQLite's 4096 bytes.
        database.run("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768");
        make_tables(database);
    }
    check(database);
    if (access == Access::write && pragma(database, "user_version") < schema_version) {
        upgrade(database);
    }
    return database;
}

}  // namespace dateline::store
