/// Lines "Name: value" as WARC and HTTP have them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace warc {

/// A first line, and fields until an empty line.
struct Headers {
    std::string first_line;
    /// The value of the first field of that name, which is in lower case; empty when there is none.
    std::string_view get(std::string_view name) const;

    std::vector<std::pair<std::string, std::string>> fields;  ///< names in lower case, values without white space around
};

/// Reads what begins the bytes and tells in `length` how long it is, with the empty line. Nothing when the empty line is not there, or, in those that
/// only programs write, a line is no field: so that it is not looked for far away.
enum class Lines { any, fields_only };
std::optional<Headers> read_headers(std::string_view bytes, Lines lines, std::size_t& length);

/// "text/html" and "charset" of "Text/HTML; charset="utf-8"".
struct ContentType {
    std::string media_type, charset;
};
ContentType content_type_of(std::string_view value);

/// Nothing when it is no number.
std::optional<std::uint64_t> number_of(std::string_view digits, int base = 10);

std::string lower(std::string_view text);
std::string_view trimmed(std::string_view text);

}  // namespace warc
