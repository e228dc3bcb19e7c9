#include "core/store/lookup.h"

namespace dateline::store {

Lookup::Lookup(const std::string& path)
    : database_(open(path, Access::read)),
      newest_(database_.prepare("SELECT sha256, status FROM documents WHERE name = ? ORDER BY version DESC LIMIT 1")),
      other_(database_.prepare("SELECT 1 FROM documents WHERE sha256 = ? AND name <> ? AND status IN ('complete', 'partial') AND parent IS NULL")),
      failed_inside_(database_.prepare(
          "SELECT 1 FROM documents d WHERE (status = 'failed' OR (?2 AND status = 'partial')) AND name > ?1 || '!/' AND name < ?1 || '!0' AND "
          "NOT EXISTS (SELECT 1 FROM documents later WHERE later.name = d.name AND later.version > d.version) LIMIT 1")),
      kept_(database_.prepare(
          "SELECT q.content, substr(p.sha256, 1, 32) FROM quarantine q JOIN documents d ON d.id = q.document LEFT JOIN documents p ON p.id = d.parent "
          "WHERE d.id = (SELECT id FROM documents WHERE name = ? ORDER BY version DESC LIMIT 1)")) {}

Lookup::Known Lookup::find(std::string_view name, std::string_view sha256) {
    const std::lock_guard lock(mutex_);
    Known known = Known::no;
    if (newest_.begin(name).step() && newest_.text(0) == sha256) {
        const std::string_view status = newest_.text(1);
        known = status == "failed" ? Known::quarantined : status == "partial" ? Known::partial : Known::unchanged;
    } else if (other_.begin(sha256, name).step()) {
        known = Known::copy;
    }
    newest_.reset();
    other_.reset();
    return known;
}

bool Lookup::has(std::string_view name) {
    const std::lock_guard lock(mutex_);
    const bool found = newest_.begin(name).step();
    newest_.reset();
    return found;
}

bool Lookup::has_failed_inside(std::string_view name, bool or_partial) {
    const std::lock_guard lock(mutex_);
    const bool found = failed_inside_.begin(name, or_partial).step();
    failed_inside_.reset();
    return found;
}

bool Lookup::kept(std::string_view name, std::string& content, std::string& parent) {
    const std::lock_guard lock(mutex_);
    const bool found = kept_.begin(name).step();
    if (found) {
        content = kept_.text(0);
        parent = kept_.text(1);
    }
    kept_.reset();
    return found;
}

}  // namespace dateline::store
