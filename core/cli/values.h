/// The values of options: checked the same on the command line and in the configuration file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/cli/options.h"

namespace dateline::cli {

/// Throws UsageError when `value` is none for this option. `where` begins the sentence: "option '--jobs'".
void check_value(const Option& option, const std::string& value, const std::string& where);

/// The number that a checked value stands for; k, M and G multiply by 1024.
std::uint64_t number_of(std::string_view value);

/// Whether `value` is one of `words`, which have | between them.
bool is_word(std::string_view words, std::string_view value);

}  // namespace dateline::cli
