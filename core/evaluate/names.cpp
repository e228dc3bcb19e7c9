#include "core/evaluate/names.h"

#include <utf8proc.h>

#include "core/mention/name.h"

namespace dateline::evaluate {
namespace {

void append_character(utf8proc_int32_t character, std::string& out) {
    utf8proc_uint8_t bytes[4];
    const utf8proc_ssize_t length = utf8proc_encode_char(character, bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

// Case folding alone: accents and compatibility forms stay what they are.
std::string case_folded(std::string_view text) {
    std::string out;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t character = 0;
        const utf8proc_ssize_t length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &character);
        if (length <= 0) {
            break;
        }
        utf8proc_int32_t folds[4];
        const utf8proc_ssize_t count = utf8proc_decompose_char(character, folds, 4, UTF8PROC_CASEFOLD, nullptr);
        for (utf8proc_ssize_t i = 0; i < count; ++i) {
            append_character(folds[i], out);
        }
        at += static_cast<std::size_t>(length);
    }
    return out;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    fold_white_space(text, out);
    return out;
}

std::string name_key(std::string_view text) { return case_folded(folded(text)); }

std::string_view trimmed(std::string_view text) {
    std::string_view rest = text;
    const std::string_view first = next_word(rest);
    if (first.empty()) {
        return {};
    }
    std::string_view last = first;
    for (std::string_view word = next_word(rest); !word.empty(); word = next_word(rest)) {
        last = word;
    }
    return text.substr(static_cast<std::size_t>(first.data() - text.data()), static_cast<std::size_t>(last.data() + last.size() - first.data()));
}

}  // namespace dateline::evaluate
