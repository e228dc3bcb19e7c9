#include "core/store/writer.h"

#include <array>
#include <utility>

#include "core/store/clock.h"
#include "core/store/fault.h"

namespace dateline::store {

FaultPoint fault_point = nullptr;

namespace {

using OrNull = Statement::OrNull;

// Attempts that nothing was done for.
constexpr std::array<std::pair<std::string_view, Outcome>, 3> nothing_done = {
    {{"unchanged", Outcome::unchanged}, {"quarantined", Outcome::quarantined}, {"unreadable", Outcome::unreadable}}};

// What the row of a document says of it; a copy has nothing of its own, whether it was read or not.
struct Described {
    Described(const Rows& rows, std::int64_t original) : status(original != 0 ? "copy" : rows.status) {
        if (original == 0) {
            media_type.text = rows.media_type;
            title.text = rows.title;
            language.text = rows.language;
            published.text = rows.published;
        }
    }

    std::string_view status;
    OrNull media_type{}, title{}, language{}, published{};
};

// That a document "o" with the record "r" was told the same of.
std::string same_told(std::string_view title, std::string_view published, std::string_view author, std::string_view url) {
    std::string sql = "(o.title IS ";
    sql.append(title).append(" AND o.published IS ").append(published).append(" AND r.record ->> '$.document.author' IS ").append(author);
    return sql.append(" AND r.record ->> '$.document.url' IS ").append(url).append(")");
}

}  // namespace

Writer::Writer(const std::string& path, Waiting waiting)
    : database_(open(path, Access::write, std::move(waiting))),
      begin_(database_.prepare("BEGIN IMMEDIATE")),
      commit_(database_.prepare("COMMIT")),
      get_cursor_(database_.prepare("SELECT value FROM state WHERE key = 'cursor'")),
      set_cursor_(database_.prepare("UPDATE state SET value = ? WHERE key = 'cursor'")),
      previous_(database_.prepare("SELECT d.id, d.version, d.status, d.sha256, d.cause, d.parent, " + same_told("?2", "?3", "?4", "?5") +
                                  " FROM documents d JOIN documents o ON o.id = coalesce(d.same_as, d.id) LEFT JOIN records r ON r.document = o.id "
                                  "WHERE d.name = ?1 ORDER BY d.version DESC LIMIT 1")),
      original_(database_.prepare("SELECT o.id FROM documents o JOIN records r ON r.document = o.id WHERE o.sha256 = ?1 AND o.name <> ?2 AND "
                                  "o.status IN ('complete', 'partial') AND CASE WHEN ?3 THEN o.parent IS NULL ELSE " +
                                  same_told("?4", "?5", "?6", "?7") + " END LIMIT 1")),
      insert_(database_.prepare(
          "INSERT INTO documents (cursor, name, version, status, attempts, cause, same_as, source, sha256, bytes, media_type, title, "
          "language, published, added, done, parent) VALUES (?1, ?2, ?3, ?4, 1, ?5, nullif(?6, 0), ?7, ?8, iif(?8 IS NULL, NULL, ?9), ?10, ?11, ?12, "
          "?13, ?14, ?14, nullif(?15, 0))")),
      replace_(database_.prepare(
          "UPDATE documents SET cursor = ?2, status = ?3, attempts = attempts + 1, cause = ?4, same_as = nullif(?5, 0), source = ?6, "
          "sha256 = coalesce(?7, sha256), bytes = iif(?7 IS NULL, bytes, ?8), media_type = ?9, title = ?10, language = ?11, published = ?12, "
          "done = ?13 WHERE id = ?1")),
      move_(database_.prepare("UPDATE documents SET parent = ?2 WHERE id = ?1")),
      try_again_(database_.prepare("UPDATE documents SET attempts = attempts + 1, done = ? WHERE id = ?")),
      record_(database_.prepare("INSERT OR REPLACE INTO records (document, record, text) VALUES (?, ?, ?)")),
      search_(database_.prepare("INSERT INTO search (rowid, text) VALUES (?, ?)")),
      entity_(database_.prepare("INSERT INTO entities VALUES (?, ?, ?, ?)")),
      mention_(database_.prepare("INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
      fact_(database_.prepare("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      keep_(database_.prepare("INSERT OR REPLACE INTO quarantine VALUES (?, ?)")),
      release_(database_.prepare("DELETE FROM quarantine WHERE document = ?")),
      forget_(database_.prepare("DELETE FROM documents WHERE name = ? AND status = 'failed' AND sha256 IS NULL")) {}

// Only one writer is inside at a time, over all programs: so cursors are given in the order of the commits.
void Writer::begin() {
    if (open_) {
        return;
    }
    begin_.run();
    open_ = true;
    get_cursor_.begin().step();
    cursor_ = get_cursor_.integer(0);
    get_cursor_.reset();
}

void Writer::commit() {
    if (!open_) {
        return;
    }
    set_cursor_.run(cursor_);
    database_.check_place();
    reach("before-commit");
    commit_.run();
    reach("after-commit");
    open_ = false;
}

Outcome Writer::take(std::string_view name, std::string_view source, const Rows& rows, std::int64_t parent) {
    row_ = 0;
    for (const auto& [status, outcome] : nothing_done) {
        if (rows.status == status) {
            return outcome;
        }
    }
    reach("before-write");
    begin();
    if (rows.status == "listed") {
        forget_.run(name);
        return Outcome::again;
    }
    return write(name, source, rows, parent);
}

// Whatever was found out before the document was read may have changed since, by another program; what stands here counts.
Outcome Writer::write(std::string_view name, std::string_view source, const Rows& rows, std::int64_t parent) {
    const Previous previous = find_previous(name, rows, parent);
    row_ = previous.id;
    const bool same = is_same(previous, rows, parent), again = same && previous.failed;
    if (same && parent != 0 && parent != previous.parent) {
        move_.run(previous.id, parent);  // it is in this version of the outer document too
    }
    if (same && !again) {
        return rows.sha256.empty() ? Outcome::unreadable : Outcome::unchanged;
    }
    const std::int64_t original = rows.status == "failed" ? 0 : find_original(name, rows);
    if (rows.status == "copy" && original == 0) {
        throw Error("the store '" + database_.path() + "' lost a document while dateline was at work; run it again");
    }
    if (again && rows.status == "failed" && previous.same_cause) {
        try_again_.run(now(), previous.id);  // nothing new for those who read by cursor
        return Outcome::again;
    }
    if (again) {
        replace(previous, source, rows, original);
    }
    const std::int64_t document = again ? previous.id : insert(name, source, rows, previous.version + 1, original, parent);
    row_ = document;
    if (original == 0) {
        write_content(document, rows);
        reach("in-write");
        write_found(document, rows);
    }
    return original != 0 ? Outcome::copy : again ? Outcome::again : previous.version > 0 ? Outcome::changed : Outcome::added;
}

// Whether this was another try at the version that there is. Bytes tell. Where they could not be had, those of the outer document do for one inside it; a file
// that failed is the same until it is read, and one that was read is not. What was partial and is complete at last stands beside what others may have seen.
bool Writer::is_same(const Previous& previous, const Rows& rows, std::int64_t parent) {
    const bool has_digest = !rows.sha256.empty();
    if (previous.version == 0 || (previous.has_digest && has_digest)) {
        return previous.same_bytes && !(previous.partial && rows.status == "complete");
    }
    if (parent == 0) {
        return previous.failed;
    }
    const bool same_failure = previous.failed && !previous.has_digest && !has_digest && previous.same_cause;
    return parent == previous.parent || same_failure;
}

// The same bytes are another document when what holds them tells other things of them.
Writer::Previous Writer::find_previous(std::string_view name, const Rows& rows, std::int64_t parent) {
    Previous previous;
    if (previous_.begin(name, OrNull{rows.title}, OrNull{rows.published}, OrNull{rows.author}, OrNull{rows.url}).step()) {
        previous.id = previous_.integer(0);
        previous.version = previous_.integer(1);
        previous.failed = previous_.text(2) == "failed";
        previous.partial = previous_.text(2) == "partial";
        previous.has_digest = !previous_.null(3);
        previous.same_bytes = previous.has_digest && previous_.text(3) == rows.sha256 && (parent == 0 || previous.failed || previous_.integer(6) != 0);
        previous.parent = previous_.integer(5);
        previous.same_cause = previous_.text(4) == rows.cause;
    }
    previous_.reset();
    return previous;
}

// Of one that was not read because its bytes are known it is not known either what would have been found.
std::int64_t Writer::find_original(std::string_view name, const Rows& rows) {
    const bool unread = rows.status == "copy";
    const std::int64_t id = original_.begin(rows.sha256, name, unread, OrNull{rows.title}, OrNull{rows.published}, OrNull{rows.author}, OrNull{rows.url}).step() ? original_.integer(0) : 0;
    original_.reset();
    return id;
}

std::int64_t Writer::insert(std::string_view name, std::string_view source, const Rows& rows, std::int64_t version, std::int64_t original,
                            std::int64_t parent) {
    const Described about(rows, original);
    insert_.run(++cursor_, name, version, about.status, OrNull{original == 0 ? rows.cause : std::string_view()}, original, source,
                OrNull{rows.sha256}, rows.bytes, about.media_type, about.title, about.language, about.published, now(), parent);
    return database_.last_id();
}

void Writer::replace(const Previous& previous, std::string_view source, const Rows& rows, std::int64_t original) {
    const Described about(rows, original);
    replace_.run(previous.id, ++cursor_, about.status, OrNull{original == 0 ? rows.cause : std::string_view()}, original, source, OrNull{rows.sha256},
                 rows.bytes, about.media_type, about.title, about.language, about.published, now());
    if (rows.status != "failed") {
        release_.run(previous.id);
    }
}

void Writer::write_content(std::int64_t document, const Rows& rows) {
    record_.run(document, rows.record, OrNull{rows.text});
    if (!rows.text.empty()) {
        search_.run(document, rows.text);
    }
    if (!rows.content.empty()) {
        keep_.run(document, Statement::Blob{rows.content});
    }
}

void Writer::write_found(std::int64_t document, const Rows& rows) {
    for (const Rows::Entity& entity : rows.entities) {
        entity_.run(document, entity.id, entity.type, entity.name);
    }
    std::int64_t number = 0;
    std::uint32_t last = 0;
    for (const Rows::Mention& mention : rows.mentions) {
        number = mention.entity == last ? number + 1 : 1;
        last = mention.entity;
        mention_.run(document, rows.entities[mention.entity].id, number, mention.start, mention.end, mention.text, mention.confidence / 100.0,
                     mention.rule);
    }
    number = 0;
    for (const Rows::Fact& fact : rows.facts) {
        fact_.run(document, ++number, rows.entities[fact.entity].id, fact.fact, fact.fields, fact.start, fact.end, fact.confidence / 100.0,
                  fact.rule);
    }
}

}  // namespace dateline::store
