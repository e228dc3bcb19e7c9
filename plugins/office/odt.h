/// OpenDocument texts, zipped or flat.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../common/composer.h"
#include "package.h"
#include "properties.h"

namespace office {

bool is_odt_part(std::string_view path);

/// Whether the package is an OpenDocument text.
bool is_odt(const Package& package);

/// Adds the document's blocks; notes come at the end. Throws dateline::Error when it is encrypted or corrupt.
Properties read_odt(const Package& package, common::Composer& composer, std::vector<std::string>& unread);

/// The same of one XML file that holds everything.
Properties read_flat_odt(const std::string& xml, common::Composer& composer, std::vector<std::string>& unread);

}  // namespace office
