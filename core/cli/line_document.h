/// A document as a line of JSON: {"id": …, "text" | "html" | "base64" | "path": …}.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::cli {

struct LineDocument {
    std::optional<std::string> id;  ///< when the line has one
    std::string media_type;  ///< what the line says, or its field means; empty when unknown
    bool is_text = false;    ///< `bytes` are plain text, whatever they look like
    std::string bytes;
    std::string path;     ///< the bytes are to be read from this file; empty otherwise
    std::string problem;  ///< why there is no document in it, a sentence for people; empty when there is one
};

/// Never throws for what the line is. `id` is there, where it can be told, also when there is a problem.
LineDocument read_line_document(std::string_view line);

}  // namespace dateline::cli
