#include "declared.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "ascii.h"

namespace common {
namespace {

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

// Charsets that iconv has and that no page is in; what says so says something else, like "unicode". iconv passes over bytes that are no ASCII.
bool is_believed(std::string_view charset) {
    const bool is_name = std::all_of(charset.begin(), charset.end(), [](char c) { return c > ' ' && c < 0x7F; });
    return is_name && !charset.starts_with("utf") && !charset.starts_with("unicode") && !charset.starts_with("ucs") &&
           charset.find("//") == std::string_view::npos;
}

std::string upper(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return result;
}

Decoded with_mark(std::string_view bytes) {
    if (bytes.starts_with(utf8_mark)) {
        return repair_utf8(bytes.substr(utf8_mark.size()));
    }
    return decode_utf16(bytes.substr(2), bytes.starts_with(big_endian_mark));
}

// How many of the bytes are no text, in thousandths of those beyond ASCII.
std::size_t broken_share(const Decoded& decoded, std::string_view bytes) {
    const auto high =
        static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    return high == 0 ? 0 : decoded.replaced * 1000 / high;
}

// In these all bytes are ASCII, so that being valid UTF-8 says nothing.
bool is_seven_bit(std::string_view bytes, std::string_view charset) {
    return lower(charset).starts_with("iso-2022") && bytes.find('\x1B') != std::string_view::npos;
}

}  // namespace

Decoded decode_as(std::string_view bytes, std::string_view charset) {
    const std::string name = lower(charset);
    if (!is_believed(name)) {
        return {};
    }
    const auto* other = std::find_if(wider.begin(), wider.end(), [&](const auto& pair) { return pair.first == name; });
    return decode(bytes, other != wider.end() ? std::string(other->second) : upper(name));
}

bool has_byte_order_mark(std::string_view bytes) {
    return bytes.starts_with(utf8_mark) || bytes.starts_with(little_endian_mark) || bytes.starts_with(big_endian_mark);
}

Decoded decode_declared(std::string_view bytes, std::string_view declared) {
    if (has_byte_order_mark(bytes)) {
        return with_mark(bytes);
    }
    if (valid_utf8(bytes) == bytes.size() && !is_seven_bit(bytes, declared)) {
        return {std::string(bytes), "UTF-8", 0};
    }
    Decoded decoded = decode_as(bytes, declared);
    constexpr std::size_t too_broken = 20;
    if (!decoded.charset.empty() && broken_share(decoded, bytes) < too_broken) {
        return decoded;
    }
    Decoded repaired = repair_utf8(bytes);
    return broken_share(repaired, bytes) < too_broken ? repaired : detect(bytes);
}

}  // namespace common
