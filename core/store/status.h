/// What a store holds, at a glance.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/database.h"

namespace dateline::store {

struct Status {
    struct Count {
        std::string status;
        std::int64_t names = 0;  ///< whose newest version has it
    };
    struct Failed {
        std::string name, cause, done;
        std::int64_t attempts = 0;
    };
    std::vector<Count> counts;  ///< by status, in the order of the alphabet
    std::int64_t names = 0, versions = 0, cursor = 0;
    std::string last;            ///< when the last attempt ended; empty in an empty store
    std::vector<Failed> failed;  ///< the newest version failed; by name
};

Status status(Database& database);

/// The names whose newest version failed or, when that is wanted, is partial.
std::vector<std::string> names_to_retry(Database& database, bool partial);

}  // namespace dateline::store
