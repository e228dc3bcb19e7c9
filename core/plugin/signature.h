/// Which documents a reader may be able to read, by its manifest: so that its library need not be loaded for the others.
#pragma once

#include <string_view>

#include "core/plugin/manifest.h"
#include "dateline/plugin.h"

namespace dateline::plugin {

/// The bytes in which signatures are looked for: the first KiB after white space (that of UTF-16 too).
std::string_view head_of(std::string_view bytes);

/// Whether `head` holds one of the reader's signatures or the document is declared to be of one of its media types. True for a reader without signatures.
bool may_read(const Manifest& reader, std::string_view head, std::string_view media_type);

}  // namespace dateline::plugin
