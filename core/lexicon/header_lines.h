/// The "# key: value" lines that begin a source file.
#pragma once

#include <cstddef>
#include <map>
#include <string_view>

#include "core/lexicon/source.h"

namespace dateline::lexicon {

/// Whether a line is empty or a comment.
bool is_comment(std::string_view line);

struct HeaderValue {
    std::string_view text;
    std::size_t at = 0;  ///< where it begins
};

/// The keys of the comments before the first other line. A key may stand once. Throws BuildError.
std::map<std::string_view, HeaderValue> parse_header(const Source& source);

/// The value of a key that must be there and not be empty. Throws BuildError.
std::string_view required(const Source& source, const std::map<std::string_view, HeaderValue>& header, std::string_view key);

}  // namespace dateline::lexicon
