#include "core/lexicon/source.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <vector>

#include "core/text/nearest.h"
#include "core/text/utf8.h"

namespace dateline::lexicon {
namespace {

constexpr std::uintmax_t most_bytes = std::uintmax_t{256} << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // some editors write it

/// White space as wide as `text`, tabs kept, so that a caret stands under what follows.
std::string blank(std::string_view text) {
    std::string blanks;
    for (const char c : text) {
        if ((c & 0xC0) != 0x80) blanks += c == '\t' ? '\t' : ' ';
    }
    return blanks;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

Source Source::read(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        throw BuildError(path.string() + ": cannot be read; check that it is a file and that you may read it");
    }
    if (std::filesystem::file_size(path, error) > most_bytes) {
        throw BuildError(path.string() + ": it is larger than " + std::to_string(most_bytes >> 20) + " MiB; divide it into several files");
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw BuildError(path.string() + ": cannot be read; check that it is a file and that you may read it");
    }
    std::string text(std::istreambuf_iterator<char>(file), {});
    if (text.starts_with(byte_order_mark)) {
        text.erase(0, byte_order_mark.size());
    }
    return {path.string(), std::move(text)};
}

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
    const std::size_t valid = text::valid_prefix(text_);
    if (valid < text_.size()) {
        text_.resize(valid);
        fail(valid, "this is not UTF-8; save the file as UTF-8");
    }
    if (const std::size_t at = text_.find('\0'); at != std::string::npos) {
        text_.resize(at);
        fail(at, "there is a NUL here; remove it");
    }
}

std::size_t Source::line_number(std::size_t at) const {
    return 1 + static_cast<std::size_t>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

void Source::fail(std::size_t at, const std::string& message) const {
    const std::size_t before = at == 0 ? std::string::npos : text_.rfind('\n', at - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    std::string_view line = std::string_view(text_).substr(begin, text_.find_first_of("\r\n", at) - begin);
    const std::string_view prefix = line.substr(0, at - begin);
    throw BuildError(name_ + ":" + std::to_string(line_number(at)) + ":" + std::to_string(characters(prefix) + 1) + ": " + message + "\n" + std::string(line) +
                     "\n" + blank(prefix) + "^");
}

bool next_line(std::string_view text, std::size_t& next, Line& line) {
    if (next >= text.size()) return false;
    const std::size_t end = std::min(text.find('\n', next), text.size());
    line = {text.substr(next, end - next), next};
    if (!line.text.empty() && line.text.back() == '\r') line.text.remove_suffix(1);
    next = end + 1;
    return true;
}

std::string suggestion(std::string_view name, const std::vector<std::string_view>& names) {
    const std::string_view nearest = text::nearest(name, names);
    return nearest.empty() ? "" : "; did you mean “" + std::string(nearest) + "”?";
}

}  // namespace dateline::lexicon
