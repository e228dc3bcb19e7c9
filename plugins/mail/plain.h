/// Bodies of plain text.
#pragma once

#include <string>
#include <string_view>

#include "../common/composer.h"

namespace mail {

/// Every line ends with a line feed alone; NUL, which no text may have, goes.
std::string with_line_feeds(std::string_view text);

/// The lines that format=flowed (RFC 3676) broke, whole again. `joins_words`: the blank that ends a broken line is not part of the text.
std::string unflowed(std::string_view text, bool joins_words);

/// Whether lines are marked as quoted, with ">".
bool has_quotes(std::string_view text);

/// Adds paragraphs, and what is quoted as blocks of its own without the marks.
void add_plain(std::string_view text, common::Composer& composer);

}  // namespace mail
