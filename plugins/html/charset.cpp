#include "charset.h"

#include <algorithm>

#include "../common/ascii.h"

namespace html {

using namespace common;
namespace {

constexpr std::size_t declared_within = 16u << 10;  // browsers look at 1 KiB, some pages declare it later
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ':' || c == '.'; }

}  // namespace

std::string declared_charset(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, declared_within);
    for (std::size_t at = find_lower(head, "<meta"); at != std::string_view::npos; at = find_lower(head, "<meta", at + 1)) {
        const std::string_view tag = head.substr(at, head.find('>', at) - at);
        const std::size_t name = find_lower(tag, "charset");
        if (name == std::string_view::npos) {
            continue;
        }
        std::string_view value = tag.substr(name + std::string_view("charset").size());
        value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n='\""), value.size()));
        const auto* end = std::find_if_not(value.begin(), value.end(), is_name);
        if (end != value.begin()) {
            return std::string(value.begin(), end);
        }
    }
    return {};
}

common::Decoded decode_page(std::string_view bytes, std::string_view declared_outside) {
    return common::decode_declared(bytes, declared_outside.empty() ? declared_charset(bytes) : std::string(declared_outside));
}

SourceMap::SourceMap(std::string_view bytes, const common::Decoded& decoded, bool as_decoded) : text_(decoded.text) {
    const std::string_view charset = decoded.charset;
    mark_ = bytes.starts_with(utf8_mark) ? utf8_mark.size() : common::has_byte_order_mark(bytes) ? 2 : 0;
    const bool single = charset.starts_with("WINDOWS-12") || charset.starts_with("ISO-8859-") || charset.starts_with("KOI8-");
    unit_ = charset.starts_with("UTF-16") ? 2 : single ? 1 : 0;
    // Blanks are as many bytes of UTF-8 as the characters were that they stand for, but more characters.
    known_ = charset == "UTF-8" ? decoded.replaced == 0 : as_decoded && (single || (unit_ == 2 && decoded.replaced == 0));
    source_at_ = mark_;
}

// Those of the character that begins with this byte of the text; none for a byte inside a character.
std::size_t SourceMap::source_bytes(char text_byte) const {
    const auto byte = static_cast<unsigned char>(text_byte);
    const bool is_lead = (byte & 0xC0) != 0x80;
    return !is_lead ? 0 : unit_ == 2 && byte >= 0xF0 ? 4 : unit_;
}

std::size_t SourceMap::at(std::size_t text_byte) {
    if (unit_ == 0) {
        return mark_ + text_byte;
    }
    for (; text_at_ < text_byte; ++text_at_) {
        source_at_ += source_bytes(text_[text_at_]);
    }
    for (; text_at_ > text_byte; --text_at_) {
        source_at_ -= source_bytes(text_[text_at_ - 1]);
    }
    return source_at_;
}

}  // namespace html
