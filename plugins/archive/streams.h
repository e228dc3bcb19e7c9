/// Where compressed streams end, by their own frames: for compressions of which libarchive gives nothing when something else follows.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::archive_reader {

/// How many of the bytes are streams of XZ or frames of Zstandard from the first one on; all of them when that cannot be told, or they are of another compression.
std::size_t end_of_streams(std::string_view bytes);

}  // namespace dateline::archive_reader
