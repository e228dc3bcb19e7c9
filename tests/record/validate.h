/// Checks records against the schema with python3-jsonschema.
#pragma once

#include <set>
#include <string>

namespace dateline::record {

struct Validation {
    bool done = false;       ///< false: python3-jsonschema is not installed, or the schema is none
    std::set<int> invalid;   ///< lines, from 1
    std::string report;      ///< what the validator said
};

/// `records` are JSON Lines.
Validation validate(const std::string& schema, const std::string& records);

}  // namespace dateline::record
