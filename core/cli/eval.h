/// dateline eval: precision, recall and F1 against annotated articles.
#pragma once

#include <string>
#include <vector>

namespace dateline::cli {

/// `arguments` are the words after the command's name. The exit code. Throws UsageError.
int eval_command(const std::vector<std::string>& arguments);

}  // namespace dateline::cli
