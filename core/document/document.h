/// A document: the text that offsets count in, what is known about it, and what went wrong with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/member.h"
#include "core/text/analysis.h"
#include "dateline/plugin.h"

namespace dateline {

/// A diagnostic of the record. Codes are a closed list (docs/RECORD.md), a plugin's own begin with its id.
struct Diagnostic {
    dateline_severity severity = DATELINE_WARNING;
    std::string code;       ///< "limit.bytes"
    std::string message;    ///< a sentence for people
    std::string plugin;     ///< empty when it is the host's own
    std::optional<std::uint32_t> begin, end;  ///< bytes in the text, when it has a place
};

/// A metadata value and where it was found.
struct Metadata {
    std::string value;  ///< empty when unknown
    std::string rule;   ///< "text/first-line"; empty when unknown
};

enum class Status { complete, partial, failed };

struct Document {
    std::string source;              ///< path or address as given
    std::uint64_t byte_count = 0;    ///< of the document as received
    std::string sha256;              ///< of those bytes, 64 hex digits
    std::string reader, reader_version;  ///< id of the plugin that read it; empty when none did
    std::string media_type, charset; ///< empty when unknown
    std::string text;                ///< valid UTF-8, no NUL, no CR
    std::string text_sha256;         ///< 64 hex digits
    Metadata title, language, published, publisher, author, url;
    std::optional<std::uint32_t> published_begin, published_end;  ///< bytes in the text, when the text states it
    std::string parent;              ///< id of the document that this one is inside of; empty for one that stands alone
    bool is_container = false;       ///< there are documents inside it
    std::vector<Member> members;     ///< the documents inside this one, until the pipeline takes them away
    std::uint64_t refused_bytes = 0; ///< of those that had no room in the input
    std::optional<std::string> input_id;  ///< of a line of JSON Lines input that has one
    text::Analysis analysis;
    std::vector<std::string> parts;  ///< names of the files inside that blocks stand in, by their source_part - 1; empty when parts are no files
    std::vector<bool> verbatim;      ///< of each block: the bytes at its place are those of the text, white space aside

    Status status = Status::complete;
    std::vector<std::string> incomplete;  ///< collections left unfinished, sorted
    std::vector<Diagnostic> diagnostics;

    void clear();
};

}  // namespace dateline
