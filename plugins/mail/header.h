/// The header of a mail or of a part of it: its fields as they stand there.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace mail {

struct Field {
    std::string_view name;
    std::string_view value;  ///< as it is written, over several lines maybe
};

struct Header {
    std::vector<Field> fields;
    std::size_t strange_lines = 0;  ///< neither a field nor the rest of one
    bool is_closed = false;         ///< by an empty line

    /// That of the first field with this name, in lower case; empty without one.
    std::string_view value(std::string_view lower_name) const;
};

/// The field's name when a line begins one, else empty.
std::string_view field_name(std::string_view line);

/// Takes the header and the empty line after it off. Bytes that do not begin with a field have none, and stay whole.
Header take_header(std::string_view& bytes);

}  // namespace mail
