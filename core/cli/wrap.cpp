#include "core/cli/wrap.h"

#include <algorithm>

namespace dateline::cli {
namespace {

std::size_t columns(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

void append_paragraph(std::string_view text, std::size_t indent, std::size_t width, std::string& out) {
    std::size_t column = indent;
    bool first = true;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (!first && column + 1 + columns(word) > width) {
            out.append("\n").append(indent, ' ');
            column = indent;
        } else if (!first) {
            out += ' ';
            ++column;
        }
        out += word;
        column += columns(word);
        first = false;
    }
    out += '\n';
}

}  // namespace

void append_wrapped(std::string_view text, std::size_t indent, std::size_t width, std::string& out) {
    constexpr std::string_view gap = "\n\n";
    for (std::size_t end = text.find(gap); end != std::string_view::npos; end = text.find(gap)) {
        append_paragraph(text.substr(0, end), indent, width, out);
        out.append("\n").append(indent, ' ');
        text.remove_prefix(end + gap.size());
    }
    append_paragraph(text, indent, width, out);
}

}  // namespace dateline::cli
