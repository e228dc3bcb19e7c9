/// Bytes of some charset into UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace common {

/// The number of leading bytes that are valid UTF-8. One pass.
std::size_t valid_utf8(std::string_view bytes);

struct Decoded {
    std::string text;              ///< UTF-8
    std::string charset;           ///< its name as IANA has it
    std::uint64_t replaced = 0;    ///< bytes that are no text in that charset, and became U+FFFD
};

/// Invalid bytes become U+FFFD, as many as the Unicode standard recommends (one for each maximal part of a character).
Decoded repair_utf8(std::string_view bytes);

/// UTF-16 after its byte order mark.
Decoded decode_utf16(std::string_view bytes, bool big_endian);

/// Bytes of the charset that they are said to be in. Empty charset when iconv does not know it.
Decoded decode(std::string_view bytes, std::string_view charset);

/// What the detector takes the bytes for, converted; windows-1252 when it does not know. Empty charset when the bytes cannot be converted.
Decoded detect(std::string_view bytes);

}  // namespace common
