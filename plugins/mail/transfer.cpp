#include "transfer.h"

#include <cstdint>

#include "../common/ascii.h"

namespace mail {
namespace {

int base64_value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

int hexadecimal_value(char c) {
    if (common::is_digit(c)) return c - '0';
    const char letter = common::lower(c);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

// A line's end after "=", maybe with white space before it: how long, and 0 when it is none.
std::size_t soft_end(std::string_view text) {
    const std::size_t end = text.find_first_not_of(" \t\r");
    return end == std::string_view::npos ? text.size() : text[end] == '\n' ? end + 1 : 0;
}

}  // namespace

std::string from_base64(std::string_view encoded) {
    std::string bytes;
    bytes.reserve(encoded.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : encoded) {
        const int value = base64_value(c);
        if (value < 0) {
            count = c == '=' ? 0 : count;  // a new piece begins after padding
            continue;
        }
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xFF);
        }
    }
    return bytes;
}

std::string from_quoted_printable(std::string_view encoded) {
    std::string bytes;
    bytes.reserve(encoded.size());
    while (!encoded.empty()) {
        const std::size_t plain = std::min(encoded.find('='), encoded.size());
        bytes.append(encoded.substr(0, plain));
        encoded.remove_prefix(plain);
        if (encoded.empty()) {
            break;
        }
        const int high = encoded.size() > 2 ? hexadecimal_value(encoded[1]) : -1, low = encoded.size() > 2 ? hexadecimal_value(encoded[2]) : -1;
        const std::size_t end = soft_end(encoded.substr(1));
        if (high >= 0 && low >= 0) {
            bytes += static_cast<char>(high << 4 | low);
            encoded.remove_prefix(3);
        } else {
            bytes.append(end == 0 && encoded.size() > 1 ? "=" : "");
            encoded.remove_prefix(1 + end);
        }
    }
    return bytes;
}

std::string decoded_transfer(std::string_view bytes, std::string_view encoding) {
    const std::string name = common::lower(common::trimmed(encoding));
    return name == "base64" ? from_base64(bytes) : name == "quoted-printable" ? from_quoted_printable(bytes) : std::string(bytes);
}

}  // namespace mail
