#include "core/store/export.h"

namespace dateline::store {
namespace {

// A copy has nothing of its own but its name.
constexpr std::string_view content = "coalesce(d.same_as, d.id)";

std::string wanted_statuses(const std::vector<std::string>& statuses) {
    if (statuses.empty()) {
        return "d.status <> 'copy'";
    }
    std::string places;
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        places += i == 0 ? "?" : ", ?";
    }
    return "d.status IN (" + places + ")";
}

std::string sql_for(const Filter& filter) {
    std::string sql =
        "SELECT d.cursor, d.version, d.attempts, d.name, d.status, d.done, o.name, r.record FROM documents d "
        "JOIN records r ON r.document = coalesce(d.same_as, d.id) LEFT JOIN documents o ON o.id = d.same_as WHERE d.cursor > ? AND " +
        wanted_statuses(filter.statuses);
    if (!filter.since.empty()) {
        sql += " AND d.done >= ?";
    }
    if (!filter.until.empty()) {
        sql += " AND d.done < ?";
    }
    if (!filter.type.empty()) {
        sql.append(" AND EXISTS (SELECT 1 FROM entities e WHERE e.document = ").append(content).append(" AND e.type = ?)");
    }
    if (!filter.query.empty()) {
        sql.append(" AND ").append(content).append(" IN (SELECT rowid FROM search WHERE search MATCH ?)");
    }
    return sql + " ORDER BY d.cursor LIMIT ?";
}

void bind(const Filter& filter, Statement& statement) {
    int place = 0;
    statement.bind(++place, filter.after);
    for (const std::string& status : filter.statuses) {
        statement.bind(++place, status);
    }
    for (const std::string* text : {&filter.since, &filter.until, &filter.type, &filter.query}) {
        if (!text->empty()) {
            statement.bind(++place, *text);
        }
    }
    statement.bind(++place, filter.limit == 0 ? std::int64_t{-1} : filter.limit);
}

// A consumer that has seen more than there is would wait for ever, and miss what comes meanwhile.
void check_cursor(Database& database, std::int64_t after) {
    Statement last = database.prepare("SELECT value FROM state WHERE key = 'cursor'");
    if (last.step() && after > last.integer(0)) {
        throw Error("the store '" + database.path() + "' has not come to cursor " + std::to_string(after) + " yet, its last one is " +
                    std::to_string(last.integer(0)) + ": it was made anew, or an older copy was put in its place; begin again after 0");
    }
}

}  // namespace

void export_documents(Database& database, const Filter& filter, const std::function<bool(const Exported&)>& take) {
    check_cursor(database, filter.after);
    Statement rows = database.prepare(sql_for(filter));
    bind(filter, rows);
    while (rows.step()) {
        Exported one;
        one.cursor = rows.integer(0);
        one.version = rows.integer(1);
        one.attempts = rows.integer(2);
        one.name = rows.text(3);
        one.status = rows.text(4);
        one.done = rows.text(5);
        one.same_as = rows.text(6);
        one.record = rows.text(7);
        if (!take(one)) {
            return;
        }
    }
}

bool has_entity_type(Database& database, const std::string& type) {
    Statement row = database.prepare("SELECT 1 FROM entities WHERE type = ? LIMIT 1");
    row.bind(1, type);
    return row.step();
}

std::vector<std::string> entity_types(Database& database) {
    Statement rows = database.prepare("SELECT DISTINCT type FROM entities ORDER BY type");
    std::vector<std::string> types;
    while (rows.step()) {
        types.emplace_back(rows.text(0));
    }
    return types;
}

}  // namespace dateline::store
