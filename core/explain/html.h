/// One self-contained page: the text with its marks, the entities with their facts, the reasons behind each.
#pragma once

#include <string>

#include "core/explain/findings.h"

namespace dateline::explain {

/// Appends the page: HTML with its style and a little script inside, nothing from elsewhere; all can be read without the script. Whatever the
/// document holds is shown as text and never takes effect.
void write_html(const Findings& findings, std::string& out);

}  // namespace dateline::explain
