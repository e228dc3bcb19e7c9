#include "core/store/versions.h"

namespace dateline::store {

std::optional<Version> find_version(Database& database, std::string_view name, std::int64_t version) {
    Statement found =
        database.prepare("SELECT coalesce(same_as, id), version FROM documents WHERE name = ?1 AND ?2 IN (version, 0) ORDER BY version DESC LIMIT 1");
    if (!found.begin(name, version).step()) {
        return std::nullopt;
    }
    return Version{found.integer(0), std::string(name), found.integer(1)};
}

std::set<Told> told_by(Database& database, std::int64_t document) {
    Statement rows = database.prepare(
        "SELECT 'document', '', 'title', json_object('title', title) FROM documents WHERE id = ?1 AND title IS NOT NULL "
        "UNION ALL SELECT 'document', '', 'published', json_object('published', published) FROM documents WHERE id = ?1 AND published IS NOT NULL "
        "UNION ALL SELECT type, name, 'mention', '' FROM entities WHERE document = ?1 "
        "UNION ALL SELECT e.type, e.name, f.fact, f.fields FROM facts f JOIN entities e ON e.document = f.document AND e.entity = f.entity WHERE "
        "f.document = ?1");
    std::set<Told> all;
    for (rows.begin(document); rows.step();) {
        all.insert({std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2)), std::string(rows.text(3))});
    }
    return all;
}

}  // namespace dateline::store
