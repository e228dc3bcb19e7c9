/// What the versions of a document state.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/store/database.h"

namespace dateline::store {

/// A version of a document.
struct Version {
    std::int64_t document = 0;  ///< the row that has its content: another's when it is a copy
    std::string name;
    std::int64_t version = 0;
};

/// `version` 0: the newest. Nothing when there is none.
std::optional<Version> find_version(Database& database, std::string_view name, std::int64_t version);

/// Something that a document states, told without places and ids: what says the same in another place is the same.
struct Told {
    std::string type, name;    ///< of whom; the type "document" and no name for the document itself
    std::string fact, fields;  ///< "mention" and no fields: it is named at all; otherwise fields is a JSON object
    auto operator<=>(const Told&) const = default;
};

std::set<Told> told_by(Database& database, std::int64_t document);

}  // namespace dateline::store
