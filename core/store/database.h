/// SQLite, as far as the store needs it: errors become exceptions with a sentence for people.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace dateline::store {

/// The store cannot be used: a sentence that says what failed, where, and what to do.
struct Error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A program was killed while it wrote; what it began must be undone, which takes one that may write.
struct HalfWritten : Error {
    using Error::Error;
};

/// What a reader gave that SQLite cannot understand: a search expression. A sentence as well.
struct QueryError : Error {
    using Error::Error;
};

enum class Access {
    read,        ///< the file must be there; nothing is written to it
    read_alone,  ///< the same, and nobody else can write to it: it lies where writing is not possible, not even SQLite's own files beside it
    write,       ///< made when it is not there
};

/// Told once of each long wait for another program that uses the store, after two seconds; the wait ends with Error after a minute.
using Waiting = std::function<void()>;

class Statement;

/// A connection. One thread at a time.
class Database {
public:
    /// `waiting` may be empty; it must not throw. Throws Error.
    Database(const std::string& path, Access access, Waiting waiting = {});

    void run(const char* statements);
    Statement prepare(std::string_view sql);
    std::int64_t last_id() const;
    /// Throws Error when its file has been deleted, moved away or replaced since it was opened.
    void check_place() const;
    const std::string& path() const { return path_; }

    /// Throws what the result code of a call means.
    [[noreturn]] void fail(int code) const;

private:
    struct Close {
        void operator()(sqlite3* connection) const;
    };

    struct Patience {
        Waiting tell;
        std::chrono::steady_clock::time_point begun = {};
        bool told = false;
    };
    static int wait(void* patience, int tries);

    std::string path_;
    std::unique_ptr<Patience> patience_;  // where SQLite finds it, wherever this is moved
    std::unique_ptr<sqlite3, Close> connection_;
};

/// A prepared statement. Outlived by its database.
class Statement {
public:
    /// Sets the parameters from the first on; text and blobs are borrowed until the next begin().
    template <class... Values>
    Statement& begin(const Values&... values) {
        reset();
        int place = 0;
        (bind(++place, values), ...);
        return *this;
    }
    /// Goes to the next row; false when there is none. Throws Error.
    bool step();
    /// All of a statement that gives no rows.
    template <class... Values>
    void run(const Values&... values) {
        begin(values...).step();
        reset();
    }
    void reset();

    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Valid until the next step(); empty for NULL.
    std::string_view text(int column) const;
    bool null(int column) const;

    void bind(int place, std::int64_t value);
    void bind(int place, int value) { bind(place, std::int64_t{value}); }
    void bind(int place, std::uint32_t value) { bind(place, std::int64_t{value}); }
    void bind(int place, std::uint64_t value) { bind(place, static_cast<std::int64_t>(value)); }
    void bind(int place, double value);
    void bind(int place, std::string_view text);
    void bind(int place, const std::string& text) { bind(place, std::string_view(text)); }
    void bind(int place, const char* text) { bind(place, std::string_view(text)); }
    struct Blob {
        std::string_view bytes;
    };
    void bind(int place, Blob blob);
    /// Text, or NULL when it is empty.
    struct OrNull {
        std::string_view text;
    };
    void bind(int place, OrNull value);
    void bind(int place, std::nullptr_t);

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    Statement(const Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}
    void check(int code) const;

    const Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace dateline::store
