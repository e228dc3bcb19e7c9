/// Which charset a plain text is in.
#pragma once

#include <string_view>

#include "../common/charsets.h"

namespace dateline::text_reader {

/// It begins as UTF-16 or UTF-32 does: with a mark, or with letters of which every other byte is zero.
bool is_wide(std::string_view bytes);

/// What is no UTF-8, or is UTF-8 by accident: in the charset that its marks, then the one who sent it, then its bytes say. Charset empty when none does.
common::Decoded decode(std::string_view bytes, std::string_view declared);

/// Seven-bit text that switches between alphabets, as Japanese and Korean mail did.
bool switches_alphabets(std::string_view bytes);

}  // namespace dateline::text_reader
