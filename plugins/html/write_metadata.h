/// What a page says of itself, for the record.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/plugin.hpp"
#include "page.h"

namespace html {

/// Title, language, publisher, author, address, and the day of publication.
void write_metadata(const Page& page, const std::vector<std::int32_t>& scores, dateline::ReaderOutput& output);

}  // namespace html
