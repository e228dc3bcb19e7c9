/// Text in a header, and of a body, as UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "../common/charsets.h"

namespace mail {

/// A body's text in the charset that it is declared to be in, which may be empty or wrong.
common::Decoded decode_text(std::string_view bytes, std::string_view charset);

/// A field's value with its encoded words (RFC 2047) decoded and white space folded; of a long one the beginning. Bytes beyond ASCII outside of
/// them are UTF-8, else in this charset, which may be empty.
std::string decode_words(std::string_view value, std::string_view charset);

}  // namespace mail
