/// How much there is to read in a PDF, before poppler reads it.
#pragma once

#include <string_view>

namespace pdf {

/// Throws dateline::Error when what is compressed in it, pictures aside, unpacks to more than a limit: poppler has none, and would read for minutes.
void check_bulk(std::string_view bytes);

}  // namespace pdf
