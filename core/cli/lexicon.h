/// dateline lexicon: compiles word lists and rules.
#pragma once

#include <string>
#include <vector>

namespace dateline::cli {

/// `arguments` are the words after the command's name. The exit code. Throws UsageError.
int lexicon_command(const std::vector<std::string>& arguments);

}  // namespace dateline::cli
