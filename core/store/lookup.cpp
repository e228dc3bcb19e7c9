#include "core/store/lookup.h"

namespace dateline::store {

Lookup::Lookup(const std::string& path)
    : database_(open(path, Access::read)),
      newest_(database_.prepare("SELECT sha256, status = 'failed' FROM documents WHERE name = ? ORDER BY version DESC LIMIT 1")),
      other_(database_.prepare("SELECT 1 FROM documents WHERE sha256 = ? AND name <> ? AND status IN ('complete', 'partial')")),
      kept_(database_.prepare(
          "SELECT content FROM quarantine WHERE document = (SELECT id FROM documents WHERE name = ? ORDER BY version DESC LIMIT 1)")) {}

Lookup::Known Lookup::find(std::string_view name, std::string_view sha256) {
    const std::lock_guard lock(mutex_);
    Known known = Known::no;
    if (newest_.begin(name).step() && newest_.text(0) == sha256) {
        known = newest_.integer(1) != 0 ? Known::quarantined : Known::unchanged;
    } else if (other_.begin(sha256, name).step()) {
        known = Known::copy;
    }
    newest_.reset();
    other_.reset();
    return known;
}

bool Lookup::kept(std::string_view name, std::string& content) {
    const std::lock_guard lock(mutex_);
    const bool found = kept_.begin(name).step();
    if (found) {
        content = kept_.text(0);
    }
    kept_.reset();
    return found;
}

}  // namespace dateline::store
