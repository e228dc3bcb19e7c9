#include "core/store/status.h"

namespace dateline::store {
namespace {

constexpr std::string_view newest = "NOT EXISTS (SELECT 1 FROM documents later WHERE later.name = d.name AND later.version > d.version)";

void add_counts(Database& database, Status& status) {
    Statement counts =
        database.prepare("SELECT d.status, count(*) FROM documents d WHERE " + std::string(newest) + " GROUP BY d.status ORDER BY d.status");
    while (counts.step()) {
        status.counts.push_back({std::string(counts.text(0)), counts.integer(1)});
        status.names += counts.integer(1);
    }
}

}  // namespace

Status status(Database& database) {
    Status status;
    database.run("BEGIN");  // all of it at one moment
    add_counts(database, status);
    Statement whole = database.prepare("SELECT count(*), max(done), (SELECT value FROM state WHERE key = 'cursor') FROM documents");
    whole.step();
    status.versions = whole.integer(0);
    status.last = whole.text(1);
    status.cursor = whole.integer(2);
    Statement failed = database.prepare("SELECT d.name, d.cause, d.done, d.attempts FROM documents d WHERE d.status = 'failed' AND " +
                                        std::string(newest) + " ORDER BY d.name");
    while (failed.step()) {
        status.failed.push_back({std::string(failed.text(0)), std::string(failed.text(1)), std::string(failed.text(2)), failed.integer(3)});
    }
    database.run("COMMIT");
    return status;
}

std::vector<std::string> names_to_retry(Database& database, bool partial) {
    Statement rows = database.prepare("SELECT d.name FROM documents d WHERE (d.status = 'failed' OR (? AND d.status = 'partial')) AND " +
                                      std::string(newest) + " ORDER BY d.name");
    rows.begin(partial);
    std::vector<std::string> names;
    while (rows.step()) {
        names.emplace_back(rows.text(0));
    }
    return names;
}

}  // namespace dateline::store
