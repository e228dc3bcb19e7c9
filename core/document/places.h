/// Where the blocks of a text stand in the bytes that it was made of.
#pragma once

#include <string_view>

#include "core/document/document.h"

namespace dateline {

/// Fills in the source of the document's blocks when its reader gave none and the text stands in the bytes in one piece: as it is, but for its charset,
/// byte order mark, line ends and NUL. Else the blocks stay without. Then finds out which are verbatim. `bytes` are those that were read.
void place_blocks(Document& document, std::string_view bytes);

}  // namespace dateline
