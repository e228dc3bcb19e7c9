#include "charset.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ascii.h"

namespace html {
namespace {

constexpr std::size_t declared_within = 16u << 10;  // browsers look at 1 KiB, some pages declare it later
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF", little_endian_mark = "\xFF\xFE", big_endian_mark = "\xFE\xFF";

// What browsers take for another charset that holds more characters (WHATWG Encoding).
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> wider = {{
    {"iso-8859-1", "WINDOWS-1252"},
    {"iso8859-1", "WINDOWS-1252"},
    {"latin1", "WINDOWS-1252"},
    {"us-ascii", "WINDOWS-1252"},
    {"ascii", "WINDOWS-1252"},
    {"iso-8859-9", "WINDOWS-1254"},
    {"iso-8859-11", "WINDOWS-874"},
    {"tis-620", "WINDOWS-874"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"shift_jis", "CP932"},
    {"x-sjis", "CP932"},
    {"ks_c_5601-1987", "CP949"},
}};

// Charsets that iconv has and that no page is in; what says so says something else, like "unicode".
bool is_believed(std::string_view charset) {
    return !charset.starts_with("utf") && !charset.starts_with("unicode") && !charset.starts_with("ucs") &&
           charset.find("//") == std::string_view::npos;
}

bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ':' || c == '.'; }

std::string upper(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return result;
}

common::Decoded with_mark(std::string_view bytes) {
    if (bytes.starts_with(utf8_mark)) {
        return common::repair_utf8(bytes.substr(utf8_mark.size()));
    }
    return common::decode_utf16(bytes.substr(2), bytes.starts_with(big_endian_mark));
}

bool has_mark(std::string_view bytes) {
    return bytes.starts_with(utf8_mark) || bytes.starts_with(little_endian_mark) || bytes.starts_with(big_endian_mark);
}

// How many of the bytes are no text, in thousandths of those beyond ASCII.
std::size_t broken_share(const common::Decoded& decoded, std::string_view bytes) {
    const auto high =
        static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    return high == 0 ? 0 : decoded.replaced * 1000 / high;
}

common::Decoded as_declared(std::string_view bytes, std::string_view charset) {
    const std::string name = lower(charset);
    if (!is_believed(name)) {
        return {};
    }
    const auto* other = std::find_if(wider.begin(), wider.end(), [&](const auto& pair) { return pair.first == name; });
    return common::decode(bytes, other != wider.end() ? std::string(other->second) : upper(name));
}

// In these all bytes are ASCII, so that being valid UTF-8 says nothing.
bool is_seven_bit(std::string_view bytes, std::string_view charset) {
    return lower(charset).starts_with("iso-2022") && bytes.find('\x1B') != std::string_view::npos;
}

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
    if (has_mark(bytes)) {
        return with_mark(bytes);
    }
    const std::string declared = declared_outside.empty() ? declared_charset(bytes) : std::string(declared_outside);
    if (common::valid_utf8(bytes) == bytes.size() && !is_seven_bit(bytes, declared)) {
        return {std::string(bytes), "UTF-8", 0};
    }
    common::Decoded decoded = as_declared(bytes, declared);
    constexpr std::size_t too_broken = 20;
    if (!decoded.charset.empty() && broken_share(decoded, bytes) < too_broken) {
        return decoded;
    }
    common::Decoded repaired = common::repair_utf8(bytes);
    return broken_share(repaired, bytes) < too_broken ? repaired : common::detect(bytes);
}

SourceMap::SourceMap(std::string_view bytes, const common::Decoded& decoded, bool as_decoded) : text_(decoded.text) {
    const std::string_view charset = decoded.charset;
    mark_ = bytes.starts_with(utf8_mark) ? utf8_mark.size() : has_mark(bytes) ? 2 : 0;
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
