/// What readers say of documents: title, date, author and the like.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"

namespace dateline::plugin {

/// Why it cannot be kept, as it goes on from a function's name: " for 'title': …"; empty when it can.
std::string problem_with(const dateline_metadata& given);

/// Precondition: nothing is wrong with it.
void put_metadata(Document& document, std::string_view name, std::string_view value, std::string_view rule);

void clear_metadata(Document& document);

/// All that is known, as a plugin sees it; points into the document. Replaces what `list` held.
void list_metadata(const Document& document, std::vector<dateline_metadata>& list);

}  // namespace dateline::plugin
