#include "core/pipeline/plain_text.h"

#include <algorithm>
#include <string>

namespace dateline::pipeline {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF", replacement = "\xEF\xBF\xBD";

void note_nuls(std::size_t count, Document& document) {
    Diagnostic diagnostic;
    diagnostic.code = "text.nul";
    diagnostic.message = std::to_string(count) + (count == 1 ? " NUL character" : " NUL characters") + " became U+FFFD.";
    document.diagnostics.push_back(std::move(diagnostic));
}

}  // namespace

void take_text(std::string_view text, Document& document) {
    document.media_type = "text/plain";
    document.charset = "UTF-8";
    text.remove_prefix(text.starts_with(mark) ? mark.size() : 0);
    std::size_t nuls = 0;
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find_first_of(std::string_view("\r\0", 2)), text.size());
        document.text += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) {
            break;
        }
        const bool is_nul = text.front() == '\0';
        document.text += is_nul ? replacement : "\n";
        nuls += is_nul ? 1 : 0;
        text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
    }
    if (nuls > 0) {
        note_nuls(nuls, document);
    }
}

}  // namespace dateline::pipeline
