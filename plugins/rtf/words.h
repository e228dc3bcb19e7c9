/// What control words and style names mean.
#pragma once

#include <string_view>

#include "dateline/plugin.h"

namespace rtf {

/// Whether a group that begins with this word is no text of the document.
bool is_passed_over(std::string_view name);

/// Whether a group is read although it is marked \* (to be passed over by programs that do not know it).
bool is_read_though_starred(std::string_view name);

/// The text that a word stands for ("emdash"); empty when it stands for none.
std::string_view character_of(std::string_view name);

/// What paragraphs of a style are, by its name as the file writes it ("heading 1;").
dateline_block_kind kind_of_style(std::string_view name);

}  // namespace rtf
