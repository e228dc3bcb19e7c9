#include "core/document/document.h"

namespace dateline {

// The big buffers keep their memory for the next document.
void Document::clear() {
    for (std::string* field : {&source, &sha256, &reader, &reader_version, &media_type, &charset, &text, &text_sha256, &parent}) field->clear();
    input_id.reset();
    for (Metadata* field : {&title, &language, &published, &publisher, &author, &url}) {
        field->value.clear();
        field->rule.clear();
    }
    is_container = false;
    members.clear();
    refused_bytes = 0;
    parts.clear();
    verbatim.clear();
    byte_count = 0;
    published_begin.reset();
    published_end.reset();
    analysis.clear();
    status = Status::complete;
    incomplete.clear();
    diagnostics.clear();
}

}  // namespace dateline
