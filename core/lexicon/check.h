/// Checks a lexicon's file, once, when it is opened.
#pragma once

#include <string_view>

#include "core/lexicon/format.h"

namespace dateline::lexicon {

/// The arrays of a file that lies at a multiple of 8 bytes and outlives them. Checks every number that leads anywhere, so that no use of
/// the tables reads beyond them or runs on for ever. Throws std::runtime_error that says what is wrong ("is damaged …").
Lexicon::Tables check(std::string_view file);

}  // namespace dateline::lexicon
