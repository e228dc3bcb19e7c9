/// What bytes are when they are no plain text.
#pragma once

#include <string_view>

namespace common {

/// The name of the format ("PDF") by its first bytes; empty when they could be text.
std::string_view format_of(std::string_view bytes);

/// The name of the format ("PNG") when it holds no text that a reader could be for: a picture, sound, program, font; empty elsewhere.
std::string_view no_document(std::string_view bytes);

/// Whether the bytes are markup that other readers are for: "HTML", "RTF", "XML"; empty when they are not.
std::string_view markup_of(std::string_view bytes);

/// Whether so many bytes are control characters that this is no text in any charset. NUL counts apart: a text may have been damaged.
bool looks_binary(std::string_view bytes);

}  // namespace common
