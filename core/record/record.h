/// Writes the record, straight to bytes, and its JSON Schema.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/document/document.h"
#include "core/mention/candidate.h"
#include "core/mention/type.h"
#include "core/resolve/resolve.h"
#include "core/text/utf8.h"

namespace dateline::record {

struct Options {
    text::OffsetUnit unit = text::OffsetUnit::code_point;
    bool pretty = false;                 ///< indented for people; otherwise one line
    enum class Text { by_media_type, always, never } text = Text::by_media_type;  ///< `document.text`: by default for all but text/plain
    bool with_source = false;            ///< adds "source": {"start", "end", "part", "file"} (bytes as received; page or part; file inside) to mentions
};

/// What the `generator` object says of the run.
struct Generator {
    std::string version;                                          ///< dateline's
    std::vector<std::pair<std::string, std::string>> extractors;  ///< id, version; in id order
    std::string configuration;                                    ///< hash of options, lists and models
};

/// Appends one record to `out`, with a line feed at its end. The same input always gives the same bytes.
void write(const Document& document, const Proposals& proposals, const resolve::Resolution& resolution, const Types& types,
           const Generator& generator, const Options& options, std::string& out);

/// The JSON Schema (2020-12) of records with these types, pretty-printed. `strict` forbids unknown fields, which consumers must allow.
std::string schema(const Types& types, bool strict);

/// Appends `text` as a JSON string with its quotation marks. Precondition: valid UTF-8.
void append_json_string(std::string_view text, std::string& out);

}  // namespace dateline::record
