/// Numbers as archives have them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::archive_reader {

/// The little-endian number of `size` bytes, at most 8, at a place in the bytes, which must hold it.
inline std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t number = 0;
    for (std::size_t i = size; i > 0; --i) {
        number = number << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
    }
    return number;
}

}  // namespace dateline::archive_reader
