#include "gunzip.h"

#include <algorithm>
#include <limits>

#include "dateline/plugin.hpp"

namespace dateline::archive_reader {
namespace {

constexpr std::size_t piece_bytes = std::size_t{64} << 10;
constexpr int gzip_only = MAX_WBITS + 16;

}  // namespace

Gunzip::Gunzip(std::string_view packed) : packed_(packed), piece_(piece_bytes) {
    if (inflateInit2(&stream_, gzip_only) != Z_OK) {
        throw Error("there is not enough memory to unpack it");
    }
}

std::string_view Gunzip::next() {
    std::size_t unpacked = 0;
    while (!ended_ && unpacked == 0) {
        const std::size_t given = std::min<std::size_t>(packed_.size(), std::numeric_limits<uInt>::max());
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed_.data()));
        stream_.avail_in = static_cast<uInt>(given);
        stream_.next_out = reinterpret_cast<Bytef*>(piece_.data());
        stream_.avail_out = static_cast<uInt>(piece_.size());
        const int status = inflate(&stream_, Z_NO_FLUSH);
        packed_.remove_prefix(given - stream_.avail_in);
        unpacked = piece_.size() - stream_.avail_out;
        if (status == Z_STREAM_END && !is_gzip(packed_)) {
            end({});
        } else if (status == Z_STREAM_END) {
            inflateReset(&stream_);
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            end(stream_.msg == nullptr ? "not what gzip writes" : stream_.msg);
        } else if (packed_.empty() && unpacked == 0) {
            end("truncated gzip input");
        }
    }
    return {piece_.data(), unpacked};
}

void Gunzip::end(std::string problem) {
    ended_ = true;
    problem_ = std::move(problem);
}

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

}  // namespace dateline::archive_reader
