/// What a program is told: docs/LINES.md.
#pragma once

#include <string>
#include <string_view>

#include "core/process/program.h"
#include "core/text/utf8.h"
#include "dateline/plugin.h"

namespace dateline::process {

/// The version of the protocol.
inline constexpr int line_protocol = 1;

/// The first line, to which the program says what it does.
std::string greeting(const Program& program, std::string_view dateline_version);

/// A document as a line. `offsets` are the text's, in code points.
std::string document_line(const Program& program, std::string_view stage, const dateline_document& document, const text::OffsetMap& offsets);

}  // namespace dateline::process
