/// dateline explain --profile.
#pragma once

#include "core/cli/parse.h"
#include "core/pipeline/pipeline.h"

namespace dateline::cli {

/// Processes the document again and again for about half a second, and prints where the time went. Precondition: it has been processed once, and well.
int explain_profile(pipeline::Worker& worker, const std::string& name, std::uint64_t most_bytes, int descriptor);

}  // namespace dateline::cli
