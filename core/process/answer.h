/// What a program answers: docs/LINES.md. Its lines are hostile until they have been read.
#pragma once

#include <string>
#include <string_view>

#include "core/process/program.h"
#include "core/text/utf8.h"
#include "dateline/plugin.h"

namespace dateline::process {

/// What the program does, as its answer to the greeting says.
struct Abilities {
    bool extract = false, relate = false;
};

/// Throws std::runtime_error: another protocol, or no such answer; goes on from a name: "answered …".
Abilities read_abilities(std::string_view line);

/// Hands on what the program found to `output`, which checks it as anybody's. `offsets` are the text's, in code points. Throws std::runtime_error for a line that is no
/// answer, for names that nobody declares, and with what the program itself reports; goes on from a name. Some of it may have been handed on then.
void submit_answer(std::string_view line, const Program& program, const dateline_document& document, const text::OffsetMap& offsets, const dateline_output& output);

}  // namespace dateline::process
