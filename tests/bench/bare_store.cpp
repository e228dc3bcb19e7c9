// A bare SQLite program that extracts nothing: writes the rows of a store into a new one, in transactions of as many documents, and says how long
// that took.
//     bare_store FROM TO DOCUMENTS_IN_A_TRANSACTION
// The rows are in memory before the clock starts; it stops when the new store is closed. What `dateline ingest` does is compared with that.
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

using Row = std::vector<sqlite3_value*>;

void check(int code, sqlite3* database) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        std::fprintf(stderr, "bare_store: %s\n", sqlite3_errmsg(database));
        std::exit(1);
    }
}

sqlite3* open(const char* path) {
    sqlite3* database = nullptr;
    check(sqlite3_open(path, &database), database);
    return database;
}

sqlite3_stmt* prepare(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr), database);
    return statement;
}

// A table whose rows belong to documents.
struct Table {
    std::string from, to;                                 // how it is read, how it is written
    std::map<sqlite3_int64, std::vector<Row>> rows = {};  // by document
    sqlite3_stmt* insert = nullptr;
};

void load(sqlite3* database, Table& table) {
    sqlite3_stmt* select = prepare(database, table.from);
    while (sqlite3_step(select) == SQLITE_ROW) {
        Row row;
        for (int column = 0; column < sqlite3_column_count(select); ++column) {
            row.push_back(sqlite3_value_dup(sqlite3_column_value(select, column)));
        }
        table.rows[sqlite3_value_int64(row.front())].push_back(row);
    }
    sqlite3_finalize(select);
}

void write(sqlite3* database, Table& table, sqlite3_int64 document) {
    for (const Row& row : table.rows[document]) {
        for (std::size_t place = 0; place < row.size(); ++place) {
            sqlite3_bind_value(table.insert, static_cast<int>(place) + 1, row[place]);
        }
        check(sqlite3_step(table.insert), database);
        sqlite3_reset(table.insert);
    }
}

std::vector<Table> tables() {
    const auto whole = [](const std::string& name, int columns) {
        std::string places = "?";
        for (int i = 1; i < columns; ++i) {
            places += ", ?";
        }
        return Table{"SELECT * FROM " + name + " ORDER BY 1, 2", "INSERT INTO " + name + " VALUES (" + places + ")"};
    };
    return {whole("documents", 18),
            whole("records", 3),
            Table{"SELECT document, text FROM records WHERE text IS NOT NULL", "INSERT INTO search (rowid, text) VALUES (?, ?)"},
            whole("entities", 4),
            whole("mentions", 8),
            whole("facts", 9)};
}

void write_all(sqlite3* database, std::vector<Table>& all, std::size_t batch) {
    check(sqlite3_exec(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000",
                       nullptr, nullptr, nullptr),
          database);
    std::ifstream file(SOURCE_FOLDER "/core/store/data/schema.sql");
    const std::string schema(std::istreambuf_iterator<char>(file), {});
    check(sqlite3_exec(database, schema.c_str(), nullptr, nullptr, nullptr), database);
    for (Table& table : all) {
        table.insert = prepare(database, table.to);
    }
    std::size_t pending = 0;
    for (const auto& [document, unused] : all.front().rows) {
        if (pending++ == 0) {
            check(sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), database);
        }
        for (Table& table : all) {
            write(database, table, document);
        }
        if (pending == batch || document == all.front().rows.rbegin()->first) {
            check(sqlite3_exec(database, "UPDATE state SET value = value + 1; COMMIT", nullptr, nullptr, nullptr), database);
            pending = 0;
        }
    }
    for (Table& table : all) {
        sqlite3_finalize(table.insert);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: bare_store FROM TO DOCUMENTS_IN_A_TRANSACTION\n");
        return 2;
    }
    std::vector<Table> all = tables();
    sqlite3* from = open(argv[1]);
    for (Table& table : all) {
        load(from, table);
    }
    sqlite3_close(from);
    const auto begin = std::chrono::steady_clock::now();
    sqlite3* to = open(argv[2]);
    write_all(to, all, std::strtoul(argv[3], nullptr, 10));
    check(sqlite3_close(to), to);
    std::printf("%.6f\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
}
