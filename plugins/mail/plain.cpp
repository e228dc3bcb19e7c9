#include "plain.h"

#include <algorithm>

#include "../common/ascii.h"
#include "lines.h"

namespace mail {
namespace {

// How deep a line is quoted, with its marks taken off: ">> text", "> > text".
std::size_t take_marks(std::string_view& line) {
    std::size_t depth = 0;
    while (line.starts_with('>')) {
        ++depth;
        line.remove_prefix(line.starts_with("> >") ? 2 : 1);
    }
    line.remove_prefix(depth > 0 && line.starts_with(' ') ? 1 : 0);
    return depth;
}

// Whoever breaks lines by hand breaks shorter ones where something ends.
bool looks_wrapped(std::string_view line) {
    constexpr std::size_t shortest = 50;
    return line.size() >= shortest;
}

}  // namespace

std::string with_line_feeds(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r') {
            result += at + 1 < text.size() && text[at + 1] == '\n' ? "" : "\n";
        } else if (text[at] != '\0') {
            result += text[at];
        }
    }
    return result;
}

std::string unflowed(std::string_view text, bool joins_words) {
    std::string result;
    result.reserve(text.size());
    bool open = false;
    std::size_t open_depth = 0;
    while (!text.empty()) {
        std::string_view line = without_end(take_line(text));
        const bool is_quoted = line.starts_with('>');
        const std::size_t depth = take_marks(line);
        if (depth == 0 && line.starts_with(' ')) line.remove_prefix(1);  // stuffed
        const bool is_signature = line == "-- ";
        const bool goes_on = open && depth == open_depth && !is_signature;
        if (open && !goes_on) result += '\n';
        if (!goes_on && is_quoted) result.append(depth, '>').append(" ");
        open = line.ends_with(' ') && !is_signature && !common::trimmed(line).empty();
        open_depth = depth;
        line.remove_suffix(open && joins_words ? 1 : 0);
        result.append(line).append(open ? "" : "\n");
    }
    return result;
}

bool has_quotes(std::string_view text) { return text.starts_with('>') || text.find("\n>") != std::string_view::npos; }

void add_plain(std::string_view text, common::Composer& composer) {
    std::size_t last_depth = 0;
    bool wrapped = false;
    while (!text.empty()) {
        std::string_view line = without_end(take_line(text));
        const std::size_t depth = take_marks(line);
        if (!composer.is_open() || !wrapped || depth != last_depth) {
            composer.begin(depth > 0 ? DATELINE_BLOCK_QUOTE : DATELINE_BLOCK_PARAGRAPH);
        }
        composer.add(line);
        composer.add("\n");
        wrapped = looks_wrapped(line) && !common::trimmed(line).empty();
        last_depth = depth;
    }
    composer.end();
}

}  // namespace mail
