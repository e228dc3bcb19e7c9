/// A mail cut into its parts (MIME). Parts are views of the mail's bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "header.h"
#include "parameters.h"

namespace mail {

struct Part {
    Header header;
    Parameters type;         ///< Content-Type; "text/plain" without one that is sound
    Parameters disposition;  ///< Content-Disposition
    std::string_view body;   ///< as it is encoded for transfer; of a multipart what stands before its first part
    std::vector<Part> parts;
    std::uint32_t number = 0;  ///< 1, 2, … of those that have no parts themselves

    bool is_multipart() const { return type.value.starts_with("multipart/"); }
    /// Without its encoding for transfer. Of a longer one `limit` + 1 bytes.
    std::string contents(std::size_t limit) const;
    /// As the sender named it; empty when he did not.
    std::string_view file_name() const;
};

/// What a mail has that it should not, or lacks.
struct Flaws {
    std::size_t strange_lines = 0;  ///< in headers
    std::size_t open_parts = 0;     ///< multiparts without a boundary, or without the last one
    std::size_t left_out = 0;       ///< parts beyond the limits
};

constexpr std::size_t most_parts = 10'000, deepest = 30;

Part parse(std::string_view bytes, Flaws& flaws);

}  // namespace mail
