/// Markdown to blocks.
#pragma once

#include <string_view>

#include "../common/composer.h"

namespace markdown {

/// Adds the blocks of a text (UTF-8). Its first heading is the title unless `has_title`. Throws dateline::Error when a limit is exceeded.
void add_blocks(std::string_view text, bool has_title, common::Composer& composer);

}  // namespace markdown
