/// Lines of words.
#pragma once

#include <string>
#include <string_view>

namespace dateline::cli {

/// Appends the words of `text`, broken before `width` columns, each further line indented by `indent`; ends with a line feed. An empty line in
/// `text` stays one. The caller has written `indent` columns of the first line.
void append_wrapped(std::string_view text, std::size_t indent, std::size_t width, std::string& out);

}  // namespace dateline::cli
