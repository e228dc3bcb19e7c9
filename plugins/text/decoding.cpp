#include "decoding.h"

#include <algorithm>
#include <array>

#include "../common/declared.h"

namespace dateline::text_reader {
namespace {

using namespace common;
using namespace std::string_view_literals;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF", little_endian_mark = "\xFF\xFE", big_endian_mark = "\xFE\xFF";
constexpr std::size_t looked_at = 4096;

// The mark of the one begins as the mark of UTF-16 does.
constexpr std::string_view utf32_little_mark = "\xFF\xFE\0\0"sv, utf32_big_mark = "\0\0\xFE\xFF"sv;

bool is_utf32(std::string_view bytes) { return bytes.starts_with(utf32_little_mark) || bytes.starts_with(utf32_big_mark); }

enum class Utf16 { no, little, big };

// Without a mark every other byte of most is zero, on one side alone.
Utf16 utf16_of(std::string_view bytes) {
    if (bytes.starts_with(little_endian_mark) || bytes.starts_with(big_endian_mark)) {
        return bytes.starts_with(little_endian_mark) ? Utf16::little : Utf16::big;
    }
    const std::string_view head = bytes.substr(0, looked_at);
    if (head.find('\0') == std::string_view::npos) {
        return Utf16::no;  // as nearly always
    }
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < head.size(); ++at) {
        zeros[at % 2] += head[at] == '\0' ? 1 : 0;
    }
    const std::size_t most = head.size() / 2 * 3 / 4, few = head.size() / 200;
    const bool little = zeros[1] > most && zeros[0] <= few, big = zeros[0] > most && zeros[1] <= few;
    return head.size() < 8 ? Utf16::no : little ? Utf16::little : big ? Utf16::big : Utf16::no;
}

struct Switch {
    std::string_view escape, charset;
};

constexpr std::array switches = {Switch{"\x1B$B"sv, "ISO-2022-JP"}, Switch{"\x1B$@"sv, "ISO-2022-JP"}, Switch{"\x1B$)C"sv, "ISO-2022-KR"}};

std::string_view switching_charset(std::string_view bytes) {
    const std::size_t first = bytes.find('\x1B');
    for (const Switch& one : switches) {
        if (first != std::string_view::npos && bytes.find(one.escape, first) != std::string_view::npos) {
            return one.charset;
        }
    }
    return {};
}

// Letters, digits, blanks and line ends where EBCDIC has them, and blanks of ASCII nearly nowhere.
bool is_ebcdic(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, looked_at);
    std::size_t known = 0, blanks = 0;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        const unsigned low = byte & 0x0F, high = byte >> 4;
        const bool letter = (high == 8 || high == 9 || high == 0xC || high == 0xD) && low >= 1 && low <= 9;
        const bool late = (high == 0xA || high == 0xE) && low >= 2 && low <= 9;
        const bool other = (high == 0xF && low <= 9) || byte == 0x4B || byte == 0x6B || byte == 0x60 || byte == 0x15 || byte == 0x25 || byte == 0x0D;
        blanks += byte == 0x40 ? 1 : 0;
        known += letter || late || other || byte == 0x40 ? 1 : 0;
    }
    return blanks * 25 > head.size() && known * 10 > head.size() * 9;
}

Decoded decode_ebcdic(std::string_view bytes) {
    Decoded decoded = common::decode(bytes, "IBM500");
    constexpr std::string_view next_line = "\xC2\x85";  // ends a line there
    for (std::size_t at = 0; (at = decoded.text.find(next_line, at)) != std::string::npos; ++at) {
        decoded.text.replace(at, next_line.size(), "\n");
    }
    return decoded;
}

// Only punctuation that all Windows charsets of Europe share: then it is the commonest of them.
bool has_punctuation_only(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0xA0; });
}

Decoded detect_better(std::string_view bytes) {
    Decoded decoded = detect(bytes);
    if (decoded.charset.starts_with("WINDOWS-125") && has_punctuation_only(bytes)) {
        return common::decode(bytes, "WINDOWS-1252");
    }
    if (decoded.charset == "UHC") {
        Decoded narrower = common::decode(bytes, "EUC-KR");
        return narrower.replaced == 0 ? narrower : decoded;
    }
    return decoded;
}

// Whoever sends it may be wrong; then bytes do not fit.
bool fits(const Decoded& decoded, std::string_view bytes) { return !decoded.charset.empty() && decoded.replaced * 50 <= bytes.size(); }

}  // namespace

bool is_wide(std::string_view bytes) { return is_utf32(bytes) || utf16_of(bytes) != Utf16::no; }

bool switches_alphabets(std::string_view bytes) { return !switching_charset(bytes).empty(); }

Decoded decode(std::string_view bytes, std::string_view declared) {
    if (is_utf32(bytes)) {
        return common::decode(bytes.substr(4), bytes.starts_with(utf32_little_mark) ? "UTF-32LE" : "UTF-32BE");
    }
    if (const Utf16 utf16 = utf16_of(bytes); utf16 != Utf16::no) {
        const bool marked = bytes.starts_with(little_endian_mark) || bytes.starts_with(big_endian_mark);
        return decode_utf16(bytes.substr(marked ? 2 : 0), utf16 == Utf16::big);
    }
    if (bytes.starts_with(utf8_mark)) {
        return repair_utf8(bytes);
    }
    if (const std::string_view charset = switching_charset(bytes); !charset.empty()) {
        return common::decode(bytes, charset);
    }
    if (!declared.empty()) {
        if (Decoded decoded = decode_as(bytes, declared); fits(decoded, bytes)) {
            return decoded;
        }
    }
    return is_ebcdic(bytes) ? decode_ebcdic(bytes) : detect_better(bytes);
}

}  // namespace dateline::text_reader
