/// Archives and compressed files by their first bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline::archive_reader {

struct Format {
    std::string_view media_type;  ///< empty: none of ours
    bool compressed = false;      ///< a compressed stream, of one file or of an archive
};

Format format_of(std::string_view bytes);

/// How many entries the list at the end of a ZIP file names; nothing when there is no list, or none that says.
std::optional<std::uint32_t> listed_in_zip(std::string_view bytes);

/// A ZIP file that stands behind others in one file, as `cat` joins them, does not know them: all of them, in order. Of other bytes these themselves.
std::vector<std::string_view> joined_zips(std::string_view bytes);

/// What documents are ZIP files themselves, and are no archives to their readers: "DOCX", "ODT"; empty when it is none of them.
std::string_view document_in_zip(std::string_view bytes);

/// "release.txt" of "folder/release.txt.gz": what a compressed file is when it is decompressed. Empty when the name does not say.
std::string_view name_inside(std::string_view name);

}  // namespace dateline::archive_reader
