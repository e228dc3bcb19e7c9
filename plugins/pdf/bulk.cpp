#include "bulk.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "dateline/plugin.hpp"

namespace pdf {
namespace {

constexpr std::uint64_t most_unpacked = std::uint64_t{64} << 20;  ///< bytes, or
constexpr std::uint64_t most_growth = 16;                         ///< times the file's
constexpr std::size_t longest_dictionary = 1024;                  ///< bytes before a stream in which it is described
constexpr std::string_view keyword = "stream";

// Of pictures nothing is unpacked for their text.
bool is_packed_text(std::string_view dictionary) {
    const std::size_t object = dictionary.rfind("obj");
    if (object != std::string_view::npos) dictionary.remove_prefix(object);
    return dictionary.find("FlateDecode") != std::string_view::npos && dictionary.find("/Image") == std::string_view::npos;
}

// Inflates without keeping anything, as far as it goes. Takes what was read off the bytes.
std::uint64_t unpacked_size(std::string_view& bytes, std::uint64_t most) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return 0;
    std::array<unsigned char, 64u << 10> room;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), UINT32_MAX));
    int status = Z_OK;
    while (status == Z_OK && stream.total_out <= most) {
        stream.next_out = room.data();
        stream.avail_out = room.size();
        status = inflate(&stream, Z_NO_FLUSH);
    }
    const std::uint64_t size = stream.total_out;
    bytes.remove_prefix(stream.total_in);
    inflateEnd(&stream);
    return size;
}

}  // namespace

void check_bulk(std::string_view bytes) {
    const std::uint64_t most = std::max<std::uint64_t>(most_unpacked, most_growth * bytes.size());
    std::uint64_t size = 0;
    std::string_view rest = bytes;
    for (std::size_t at = rest.find(keyword); at != std::string_view::npos; at = rest.find(keyword)) {
        const auto place = static_cast<std::size_t>(rest.data() - bytes.data()) + at;
        const std::string_view before = bytes.substr(place - std::min(place, longest_dictionary), std::min(place, longest_dictionary));
        rest.remove_prefix(at + keyword.size());
        if (before.ends_with("end") || !is_packed_text(before)) continue;
        rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
        size += unpacked_size(rest, most - size);
        if (size > most)
            throw dateline::Error("a limit is exceeded: what is compressed in it unpacks to more than " + std::to_string(most >> 20) + " MiB");
    }
}

}  // namespace pdf
