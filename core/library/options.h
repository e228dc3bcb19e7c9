/// The options of dateline.h as the pipeline knows them.
#pragma once

#include "core/pipeline/pipeline.h"
#include "dateline/dateline.h"

namespace dateline::library {

/// `given` may be null. Throws Misuse for a value that there is not, std::runtime_error for weights that are not there.
pipeline::Options options_of(const dateline_options* given);

}  // namespace dateline::library
