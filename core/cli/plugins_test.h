/// dateline plugins test: a plugin's own examples.
#pragma once

#include <filesystem>

#include "core/cli/parse.h"

namespace dateline::cli {

/// Loads the plugin whose source is in `folder` and compares what it finds with tests/*.example there. The exit code. Throws UsageError when it cannot be loaded, and when
/// there are no examples or wrong ones.
int test_plugin(const std::filesystem::path& folder, const Arguments& arguments);

}  // namespace dateline::cli
