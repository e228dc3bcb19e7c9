/// A document inside another, before it is read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

/// What the outer document tells of the inner one.
struct ToldMetadata {
    std::string name, value, rule;
};

struct Member {
    std::string name;                ///< within the outer document; no two have the same
    std::string media_type, charset; ///< as told; empty when not
    std::string bytes;
    std::uint64_t byte_count = 0;    ///< more than there are bytes: it is too large, and they were not kept
    std::string problem;             ///< why there are no bytes; empty when there are
    std::vector<ToldMetadata> metadata;
};

}  // namespace dateline
