#include "core/text/utf8.h"

#include <cstring>

namespace dateline::text {
namespace {

using Byte = unsigned char;

/// The first byte at or after `at` that is not ASCII.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
    for (; at + 32 <= bytes.size(); at += 32) {
        std::uint64_t words[4];
        std::memcpy(words, bytes.data() + at, sizeof words);
        if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080u) != 0) break;
    }
    while (at < bytes.size() && static_cast<Byte>(bytes[at]) < 0x80) ++at;
    return at;
}

/// The length of the valid character at `at`, whose first byte is not ASCII; 0 when it is none (Unicode, table 3-7).
std::size_t valid_character(std::string_view bytes, std::size_t at) {
    const Byte lead = static_cast<Byte>(bytes[at]);
    const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || bytes.size() - at < length) return 0;
    const Byte second = static_cast<Byte>(bytes[at + 1]);
    const Byte low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const Byte high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if ((static_cast<Byte>(bytes[at + i]) & 0xC0) != 0x80) return 0;
    }
    return length;
}

}  // namespace

std::size_t valid_prefix(std::string_view bytes) {
    std::size_t at = 0;
    while ((at = skip_ascii(bytes, at)) < bytes.size()) {
        while (at < bytes.size() && static_cast<Byte>(bytes[at]) >= 0x80) {
            const std::size_t length = valid_character(bytes, at);
            if (length == 0) return at;
            at += length;
        }
    }
    return at;
}

std::string valid(std::string_view bytes) {
    std::string out;
    for (std::size_t good = valid_prefix(bytes); good < bytes.size(); good = valid_prefix(bytes)) {
        out.append(bytes.substr(0, good)).append("\xEF\xBF\xBD");
        bytes.remove_prefix(good + 1);
    }
    return out.append(bytes);
}

Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t offset) { return static_cast<char32_t>(static_cast<Byte>(text[at + offset])); };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

bool is_boundary(std::string_view text, std::size_t at) {
    return at >= text.size() ? at == text.size() : (static_cast<Byte>(text[at]) & 0xC0) != 0x80;
}

}  // namespace dateline::text
