/// Names of entries, which old programs wrote in the charset of their machine.
#pragma once

#include <string>
#include <string_view>

namespace dateline::archive_reader {

/// The name as UTF-8: as it is, else as the detector takes it, else as DOS wrote it.
std::string utf8_name(std::string_view bytes);

}  // namespace dateline::archive_reader
