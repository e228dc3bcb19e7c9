/// Names: the words of a span, whatever white space stands between them.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Cuts the next word (a run without Unicode white space) off the front of `rest`; empty when there is none. `rest` must be valid UTF-8.
std::string_view next_word(std::string_view& rest);

/// Appends the words of `text` with one space between them: no line break, no-break space or other white space is left.
void fold_white_space(std::string_view text, std::string& out);

/// Appends what two spellings of one name have in common: the folded words (core/text/fold.h) without white space.
void fold_name(std::string_view text, std::string& out);

}  // namespace dateline
