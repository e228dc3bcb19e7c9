/// The bytes of a page as UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "../common/declared.h"

namespace html {

/// The charset that <meta charset> or <meta http-equiv> declares; empty without one.
std::string declared_charset(std::string_view bytes);

/// As it is declared outside, else by the page itself: see common::decode_declared.
common::Decoded decode_page(std::string_view bytes, std::string_view declared_outside);

/// Where the characters of a decoded page stood in the bytes as received.
class SourceMap {
public:
    /// `as_decoded`: the text has the same characters as when it was decoded, nothing was blanked since.
    SourceMap(std::string_view bytes, const common::Decoded& decoded, bool as_decoded);
    /// False when places in the bytes are not known: the charset has characters of several lengths, or characters are gone.
    bool known() const { return known_; }
    /// The byte of the source for a byte of the text. It walks there from the last place, so ask in the order of the text.
    std::size_t at(std::size_t text_byte);

private:
    std::size_t source_bytes(char text_byte) const;

    std::string_view text_;
    std::size_t mark_ = 0, unit_ = 0;  // bytes of the mark; bytes of a character, 0: as in UTF-8
    bool known_ = false;
    std::size_t text_at_ = 0, source_at_ = 0;
};

}  // namespace html
