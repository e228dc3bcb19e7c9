#include "core/lexicon/cursor.h"

#include <algorithm>

namespace dateline::lexicon {

bool Cursor::take(std::string_view expected) {
    if (text_.substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
}

void Cursor::need(std::string_view expected, const char* message) {
    if (!take(expected)) fail(at_, message);
}

bool Cursor::is_first_in_line() const {
    const std::size_t before = at_ == 0 ? std::string_view::npos : text_.find_last_not_of(" \t", at_ - 1);
    return before == std::string_view::npos || text_[before] == '\n';
}

void Cursor::skip_space() {
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            ++at_;
        } else if (c == '#' && is_first_in_line() && (peek(1) == ' ' || peek(1) == '\n' || peek(1) == '\r')) {
            at_ = std::min(text_.find('\n', at_), text_.size());
        } else {
            break;
        }
    }
}

std::string_view Cursor::name(const char* message) {
    const std::size_t begin = at_;
    while (is_name_character(peek())) ++at_;
    if (at_ == begin) fail(at_, message);
    return text_.substr(begin, at_ - begin);
}

}  // namespace dateline::lexicon
