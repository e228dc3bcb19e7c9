#include "streams.h"

#include <zlib.h>

#include <cstdint>
#include <optional>

#include "numbers.h"

namespace dateline::archive_reader {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view xz_magic = "\xFD" "7zXZ\0"sv, xz_footer_magic = "YZ"sv, zstd_magic = "\x28\xB5\x2F\xFD"sv;

// Behind the last footer whose checksum is right ("The .xz File Format", 2.1.2).
std::size_t end_of_xz(std::string_view bytes) {
    constexpr std::size_t footer = 12, checked = 6;
    for (std::size_t at = bytes.rfind(xz_footer_magic); at != std::string_view::npos && at + 2 > 2 * footer; at = bytes.rfind(xz_footer_magic, at - 1)) {
        const std::size_t begin = at + 2 - footer;
        const auto* stated = reinterpret_cast<const Bytef*>(bytes.data() + begin + 4);
        if (crc32(crc32(0, nullptr, 0), stated, checked) == number_at(bytes, begin, 4)) {
            return at + 2;
        }
    }
    return bytes.size();
}

bool is_skippable(std::uint64_t magic) { return (magic & 0xFFFFFFF0) == 0x184D2A50; }

// How long the header of a frame is, with its magic (RFC 8878, 3.1.1.1).
std::size_t zstd_header(unsigned char descriptor) {
    constexpr std::size_t dictionary[] = {0, 1, 2, 4}, content[] = {0, 2, 4, 8};
    const bool is_single_segment = (descriptor & 0x20) != 0;
    const std::size_t size = descriptor >> 6 == 0 && is_single_segment ? 1 : content[descriptor >> 6];
    return zstd_magic.size() + 1 + (is_single_segment ? 0 : 1) + dictionary[descriptor & 3] + size;
}

// Where the frame that begins there ends; nothing when it is cut off.
std::optional<std::size_t> end_of_frame(std::string_view bytes, std::size_t at) {
    constexpr std::size_t block_header = 3, repeated = 1, checksum = 4;
    if (is_skippable(number_at(bytes, at, 4))) {
        const std::uint64_t end = at + 8 + (bytes.size() - at < 8 ? bytes.size() : number_at(bytes, at + 4, 4));
        return end <= bytes.size() ? std::optional<std::size_t>(end) : std::nullopt;
    }
    if (bytes.size() - at <= zstd_magic.size()) {
        return std::nullopt;
    }
    const auto descriptor = static_cast<unsigned char>(bytes[at + zstd_magic.size()]);
    at += zstd_header(descriptor);
    for (bool is_last = false; !is_last;) {
        if (at + block_header > bytes.size()) {
            return std::nullopt;
        }
        const std::uint64_t header = number_at(bytes, at, block_header);
        is_last = (header & 1) != 0;
        at += block_header + ((header >> 1 & 3) == repeated ? 1 : static_cast<std::size_t>(header >> 3));
    }
    at += (descriptor & 4) != 0 ? checksum : 0;
    return at <= bytes.size() ? std::optional(at) : std::nullopt;
}

std::size_t end_of_zstd(std::string_view bytes) {
    std::size_t at = 0;
    while (bytes.size() - at >= zstd_magic.size() && (bytes.substr(at).starts_with(zstd_magic) || is_skippable(number_at(bytes, at, 4)))) {
        const std::optional<std::size_t> end = end_of_frame(bytes, at);
        if (!end) {
            return bytes.size();
        }
        at = *end;
    }
    return at;
}

}  // namespace

std::size_t end_of_streams(std::string_view bytes) {
    return bytes.starts_with(xz_magic) ? end_of_xz(bytes) : bytes.starts_with(zstd_magic) ? end_of_zstd(bytes) : bytes.size();
}

}  // namespace dateline::archive_reader
