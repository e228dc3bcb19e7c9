#include "core/store/database.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

namespace dateline::store {
namespace {

constexpr std::chrono::seconds patience{60};  // for another program that writes to the store
constexpr std::chrono::seconds silence{2};     // of these nothing is said

bool is_half_written(int code) { return code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTINIT; }

std::string system_cause(sqlite3* connection) {
    const int number = sqlite3_system_errno(connection);
    return number == 0 ? std::string() : std::string(": ") + std::strerror(number);
}

// What failed, and what to do about it.
std::string sentence_for(int code, const std::string& path, sqlite3* connection) {
    const std::string store = "the store '" + path + "' ";
    if (is_half_written(code)) {
        return store + "was left in the middle of a write, which cannot be undone while it is read-only; give it write permission, or another with --store";
    }
    switch (code & 0xFF) {
        case SQLITE_FULL:
            return store + "cannot grow: the disk is full, or a limit is reached; make room and run it again";
        case SQLITE_READONLY:
            return store + "is read-only; give it write permission, or another with --store";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return store + "has been in use by another program for a minute; try again later";
        case SQLITE_NOTADB:
            return store + "is no SQLite file; give another with --store";
        case SQLITE_CORRUPT:
            return store + "is damaged; 'sqlite3 FILE .recover' saves what can be read";
        case SQLITE_CANTOPEN:
            return store + "cannot be opened" + system_cause(connection);
        case SQLITE_PERM:
            return store + "may not be opened; see to its permissions";
        case SQLITE_IOERR:
            return store + "cannot be read or written" + system_cause(connection) + "; see to the disk and run it again";
        default:
            return store + "cannot be used: " + sqlite3_errmsg(connection);
    }
}

// As a URI, so that no name is taken for something else (":memory:").
std::string address(const std::string& path, Access access) {
    std::string uri = path.starts_with('/') ? "file:" : "file:./";
    for (const char byte : path) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto number = static_cast<unsigned char>(byte);
        if (byte == '?' || byte == '#' || byte == '%') {
            uri.append("%").append(1, digits[number >> 4]).append(1, digits[number & 15]);
        } else {
            uri += byte;
        }
    }
    return access == Access::read_alone ? uri + "?immutable=1" : uri;
}

}  // namespace

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Database::Database(const std::string& path, Access access, Waiting waiting) : path_(path), patience_(new Patience{std::move(waiting)}) {
    const int flags = access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(address(path, access).c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nullptr);
    connection_.reset(connection);
    if (code != SQLITE_OK) {
        fail(code);
    }
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_busy_handler(connection, wait, patience_.get());
}

// SQLite asks whether to try again.
int Database::wait(void* given, int tries) {
    constexpr int longest = 100;  // milliseconds
    Patience& own = *static_cast<Patience*>(given);
    const auto now = std::chrono::steady_clock::now();
    if (tries == 0) {
        own.begun = now;
        own.told = false;
    }
    if (!own.told && now - own.begun >= silence) {
        own.told = true;
        if (own.tell) {
            own.tell();
        }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(tries < 7 ? 1 << tries : longest));
    return now - own.begun < patience ? 1 : 0;
}

void Database::run(const char* statements) {
    if (const int code = sqlite3_exec(connection_.get(), statements, nullptr, nullptr, nullptr); code != SQLITE_OK) {
        fail(code);
    }
}

Statement Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
    return {*this, statement};
}

void Database::check_place() const {
    int moved = 0;
    if (sqlite3_file_control(connection_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0) {
        throw Error("the store '" + path_ + "' has been deleted, moved or replaced while it was written to: what comes now would be lost; start the run again");
    }
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(connection_.get()); }

void Database::fail(int code) const {
    if (code == SQLITE_NOMEM) {
        throw std::bad_alloc();
    }
    if (code == SQLITE_ERROR) {
        throw QueryError(sentence_for(code, path_, connection_.get()));
    }
    if (is_half_written(code)) {
        throw HalfWritten(sentence_for(code, path_, connection_.get()));
    }
    throw Error(sentence_for(code, path_, connection_.get()));
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::check(int code) const {
    if (code != SQLITE_OK) {
        database_->fail(code);
    }
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        sqlite3_reset(statement_.get());
        database_->fail(code);
    }
    return false;
}

void Statement::reset() {
    sqlite3_reset(statement_.get());  // its code is that of the last step, which has thrown already
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::text(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

bool Statement::null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

void Statement::bind(int place, std::int64_t value) { check(sqlite3_bind_int64(statement_.get(), place, value)); }

void Statement::bind(int place, double value) { check(sqlite3_bind_double(statement_.get(), place, value)); }

void Statement::bind(int place, std::string_view text) {
    const char* bytes = text.data() == nullptr ? "" : text.data();  // null would be NULL
    check(sqlite3_bind_text64(statement_.get(), place, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int place, Blob blob) {
    const char* bytes = blob.bytes.data() == nullptr ? "" : blob.bytes.data();
    check(sqlite3_bind_blob64(statement_.get(), place, bytes, blob.bytes.size(), SQLITE_STATIC));
}

void Statement::bind(int place, OrNull value) { value.text.empty() ? bind(place, nullptr) : bind(place, value.text); }

void Statement::bind(int place, std::nullptr_t) { check(sqlite3_bind_null(statement_.get(), place)); }

}  // namespace dateline::store
