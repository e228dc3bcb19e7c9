/// Bytes of the charset that they are declared to be in, which is often wrong.
#pragma once

#include <string_view>

#include "charsets.h"

namespace common {

/// Whether they begin with the byte order mark of UTF-8 or UTF-16.
bool has_byte_order_mark(std::string_view bytes);

/// By byte order mark, else by whether the bytes are valid UTF-8, else as declared (may be empty), else as detected: bytes that are valid UTF-8 are
/// hardly ever anything else. A charset that is empty tells that it cannot be read.
Decoded decode_declared(std::string_view bytes, std::string_view declared);

/// As declared, which browsers take for more than it says ("gb2312" for GB18030). Empty charset when it is none that is believed.
Decoded decode_as(std::string_view bytes, std::string_view charset);

}  // namespace common
