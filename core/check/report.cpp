#include "core/check/report.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace dateline::check {
namespace {

void write_all(int descriptor, const char* bytes, std::size_t length) noexcept {
    while (length > 0) {
        const ssize_t written = ::write(descriptor, bytes, length);
        if (written <= 0) {
            return;
        }
        bytes += written;
        length -= static_cast<std::size_t>(written);
    }
}

// Without the line of a source file and the caret below it: findings have one line.
std::string_view without_source(std::string_view sentence) {
    if (!sentence.ends_with('^')) {
        return sentence;
    }
    const std::size_t caret = sentence.rfind('\n'), source = caret == std::string_view::npos ? caret : sentence.rfind('\n', caret - 1);
    return sentence.substr(0, source);
}

}  // namespace

void Report::doing(std::string_view what) {
    doing_ = what;
    send(Line::doing, what);
}

void Report::wrong(std::string_view sentence) {
    sentence = without_source(sentence);
    while (sentence.ends_with('.')) {
        sentence.remove_suffix(1);
    }
    send(Line::wrong, std::string(sentence) + (doing_.empty() ? "" : " (" + doing_ + ")"));
}

void Report::skip(std::string_view reason) { send(Line::skipped, reason); }

void Report::measure(std::string_view name, double value) {
    char number[64];
    std::snprintf(number, sizeof number, "%.6g", value);
    send(Line::measure, std::string(name) + '=' + number);
}

void Report::crash(const char* sentence, std::size_t length) const noexcept {
    const char kind = static_cast<char>(Line::crash);
    write_all(descriptor_, &kind, 1);
    write_all(descriptor_, sentence, length);
    write_all(descriptor_, "\n", 1);
}

void Report::send(Line kind, std::string_view text) const {
    std::string line(1, static_cast<char>(kind));
    line += text;
    std::replace(line.begin(), line.end(), '\n', ' ');
    line += '\n';
    write_all(descriptor_, line.data(), line.size());
}

}  // namespace dateline::check
