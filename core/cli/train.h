/// dateline train: weights out of annotated articles.
#pragma once

#include <string>
#include <vector>

namespace dateline::cli {

int train_command(const std::vector<std::string>& words);

}  // namespace dateline::cli
