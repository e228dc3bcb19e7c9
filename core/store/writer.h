/// Writes to a store: the one place where documents, versions and cursors come to be.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/store/open.h"
#include "core/store/rows.h"

namespace dateline::store {

/// What the store made of an attempt.
enum class Outcome {
    added,        ///< the first version of a name
    changed,      ///< a further version
    again,        ///< what had failed was tried again, whatever came of it
    copy,         ///< the bytes stand under another name: a row that says so
    unchanged,    ///< the newest version of the name has these bytes; nothing written
    quarantined,  ///< the same, and that version failed
    unreadable,   ///< gone, or not to be had out of the same outer document any more; the newest version stays as it is
};

/// One thread at a time. All that take() wrote since the last commit() stands in the store after it, or nothing of it does, whatever ends the
/// program.
class Writer {
public:
    /// Throws Error.
    explicit Writer(const std::string& path, Waiting waiting = {});

    /// `source` is the name as it was given; `parent` the row of the document that this one is inside of, 0: none. Throws Error: then all since the last
    /// commit is undone, and the writer is of no further use.
    Outcome take(std::string_view name, std::string_view source, const Rows& rows, std::int64_t parent = 0);
    /// The row that stands for the last document taken; 0 when there is none.
    std::int64_t row() const { return row_; }
    void commit();

private:
    struct Previous {
        std::int64_t id = 0, version = 0;  // 0: there is none
        std::int64_t parent = 0;
        bool failed = false, partial = false, has_digest = false, same_bytes = false, same_cause = false;
    };

    void begin();
    Outcome write(std::string_view name, std::string_view source, const Rows& rows, std::int64_t parent);
    Previous find_previous(std::string_view name, const Rows& rows, std::int64_t parent);
    static bool is_same(const Previous& previous, const Rows& rows, std::int64_t parent);
    std::int64_t find_original(std::string_view name, const Rows& rows);
    std::int64_t insert(std::string_view name, std::string_view source, const Rows& rows, std::int64_t version, std::int64_t original, std::int64_t parent);
    void replace(const Previous& previous, std::string_view source, const Rows& rows, std::int64_t original);
    void write_content(std::int64_t document, const Rows& rows);
    void write_found(std::int64_t document, const Rows& rows);

    Database database_;
    Statement begin_, commit_, get_cursor_, set_cursor_, previous_, original_, insert_, replace_, move_, try_again_, record_, search_, entity_, mention_,
        fact_, keep_, release_, forget_;
    bool open_ = false;
    std::int64_t cursor_ = 0, row_ = 0;
};

}  // namespace dateline::store
