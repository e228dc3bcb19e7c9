/// A mail's text out of its bodies.
#pragma once

#include <cstdint>
#include <vector>

#include "body.h"
#include "dateline/plugin.hpp"

namespace mail {

/// One of plain text without quotes goes to the host as it is, which cuts it as it does the text of a file.
void write_text(const std::vector<Body>& bodies, dateline::ReaderOutput& output);

/// Says how many bytes are no text in the charset, if there are any.
void tell_replaced(std::uint64_t count, dateline::ReaderOutput& output);

}  // namespace mail
