/// What readers of containers give: of each document what their tests compare.
#pragma once

#include <string>
#include <vector>

#include "tests/support/read_document.h"

namespace dateline {

struct Read {
    std::string source, text, media_type, title, published, published_rule, author, url, language, publisher, charset, reader;
    Status status = Status::complete;
    std::vector<std::string> codes, messages;
};

inline Read read_of(const Document& document) {
    Read read{document.source,       document.text,         document.media_type,      document.title.value,
              document.published.value, document.published.rule, document.author.value, document.url.value,
              document.language.value, document.publisher.value, document.charset,      document.reader,
              document.status,       {},                    {}};
    for (const Diagnostic& diagnostic : document.diagnostics) {
        read.codes.push_back(diagnostic.code);
        read.messages.push_back(diagnostic.message);
    }
    return read;
}

/// The container first.
inline std::vector<Read> reads_of(Reader& reader, const std::string& bytes, const std::string& name) {
    std::vector<Read> all;
    for (const Document& document : reader.read_all(bytes, name)) all.push_back(read_of(document));
    return all;
}

}  // namespace dateline
