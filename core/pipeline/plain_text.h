/// Text that came as text.
#pragma once

#include <string_view>

#include "core/document/document.h"

namespace dateline::pipeline {

/// `text`, valid UTF-8, becomes the document's, and nobody asks what it looks like. A byte order mark goes; CR LF and CR become LF, NUL becomes U+FFFD
/// (`text.nul`), since no text of a document holds these.
void take_text(std::string_view text, Document& document);

}  // namespace dateline::pipeline
