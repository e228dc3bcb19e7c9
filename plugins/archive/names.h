/// Names of entries, which old programs wrote in the charset of their machine.
#pragma once

#include <string>
#include <string_view>

namespace dateline::archive_reader {

/// Who wrote names that are no UTF-8 in Latin letters: DOS into ZIP files, Unix and Windows into others.
enum class Writer { dos, unix };

/// The name as UTF-8: as it is, else as the detector takes it where it sees no Latin letters, else as the writer had it.
std::string utf8_name(std::string_view bytes, Writer writer);

/// What macOS and Windows put beside documents: "__MACOSX/…", ".DS_Store", "Thumbs.db".
bool is_system_file(std::string_view name);

}  // namespace dateline::archive_reader
