/// Which charset bytes of an RTF are in, and which language.
#pragma once

#include <cstdint>
#include <string_view>

namespace rtf {

/// The name that iconv knows for a Windows code page (\ansicpg, \cpg); empty for an unknown one.
std::string_view charset_of_page(std::int32_t page);

/// The code page of a font's charset (\fcharset); 0 when it says nothing.
std::int32_t page_of_font(std::int32_t font_charset);

/// The language ("pl") of a Windows language number (\deflang); empty for English and unknown ones.
std::string_view language_of(std::int32_t number);

}  // namespace rtf
