#include "core/lexicon/header_lines.h"

namespace dateline::lexicon {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool is_key(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
}

}  // namespace

bool is_comment(std::string_view line) {
    return line.empty() || line == "#" || line.starts_with("# ");
}

std::map<std::string_view, HeaderValue> parse_header(const Source& source) {
    std::map<std::string_view, HeaderValue> header;
    std::size_t next = 0;
    for (Line line; next_line(source.text(), next, line) && is_comment(line.text);) {
        const std::size_t colon = line.text.find(':');
        if (colon == std::string_view::npos || !is_key(line.text.substr(2, colon - 2))) continue;
        const std::string_view key = line.text.substr(2, colon - 2);
        const std::string_view value = trimmed(line.text.substr(colon + 1));
        const HeaderValue found = {value, value.empty() ? line.begin + line.text.size() : static_cast<std::size_t>(value.data() - source.text().data())};
        if (!header.emplace(key, found).second) source.fail(line.begin, "“" + std::string(key) + "” stands twice in the header; keep one");
    }
    return header;
}

std::string_view required(const Source& source, const std::map<std::string_view, HeaderValue>& header, std::string_view key) {
    const auto found = header.find(key);
    if (found == header.end()) source.fail(0, "the header has no “" + std::string(key) + "”; add a line “# " + std::string(key) + ": …” at the top");
    if (found->second.text.empty()) source.fail(found->second.at, "“" + std::string(key) + "” is empty; say it behind the colon");
    return found->second.text;
}

}  // namespace dateline::lexicon
