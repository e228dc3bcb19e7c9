/// Word documents (Office Open XML).
#pragma once

#include <string>
#include <vector>

#include "../common/composer.h"
#include "package.h"
#include "properties.h"

namespace office {

/// Which members of the package a Word document's text may stand in.
bool is_docx_part(std::string_view path);

/// The path of the main part; empty when this is no Word document.
std::string docx_main_part(const Package& package);

/// Adds the document's blocks; notes come at the end. Throws dateline::Error when it is corrupt. `unread` gets what was passed over though it has
/// text.
Properties read_docx(const Package& package, const std::string& main_part, common::Composer& composer, std::vector<std::string>& unread);

}  // namespace office
