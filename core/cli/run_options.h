/// The run that a command line asks for.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "core/cli/parse.h"
#include "core/pipeline/pipeline.h"

namespace dateline::cli {

/// Where plugins are looked for: --plugin, DATELINE_PLUGIN_PATH, the program's own.
plugin::Search plugin_search(const Arguments& arguments);

/// How many documents are worked on at a time: --jobs, or one for each core.
std::uint32_t jobs(const Arguments& arguments);

/// Everything that options of the command set; the rest stays as it is by default.
pipeline::Options run_options(const Arguments& arguments);

/// Loads the plugins and lists. Throws UsageError for one that the command line names and that cannot be used.
std::unique_ptr<pipeline::Engine> make_engine(const pipeline::Options& options);

}  // namespace dateline::cli
