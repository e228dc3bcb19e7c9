#include "core/mention/name.h"

#include "core/text/fold.h"

namespace dateline {
namespace {

// The length in bytes of the white space (Unicode's White_Space) that `text` begins with; 0 when it begins with something else.
std::size_t white_space(std::string_view text) {
    const char first = text[0];
    if (static_cast<unsigned char>(first) < 0x80) {
        return first == ' ' || (first >= '\t' && first <= '\r') ? 1 : 0;
    }
    if (first == '\xC2') {
        return text[1] == '\x85' || text[1] == '\xA0' ? 2 : 0;
    }
    if (first == '\xE2') {
        const char third = text[2];
        const bool general = text[1] == '\x80' && (third <= '\x8A' || third == '\xA8' || third == '\xA9' || third == '\xAF');
        return general || (text[1] == '\x81' && third == '\x9F') ? 3 : 0;
    }
    return text.substr(0, 3) == "\xE1\x9A\x80" || text.substr(0, 3) == "\xE3\x80\x80" ? 3 : 0;
}

}  // namespace

std::string_view next_word(std::string_view& rest) {
    while (!rest.empty()) {
        const std::size_t length = white_space(rest);
        if (length == 0) {
            break;
        }
        rest.remove_prefix(length);
    }
    std::size_t end = 0;
    const auto is_plain = [](char byte) { return byte > ' ' && byte < '\x7F'; };
    while (end < rest.size() && (is_plain(rest[end]) || white_space(rest.substr(end)) == 0)) {
        ++end;
    }
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
}

void fold_white_space(std::string_view text, std::string& out) {
    std::string_view word = next_word(text);
    while (!word.empty()) {
        out.append(word);
        word = next_word(text);
        if (!word.empty()) {
            out.push_back(' ');
        }
    }
}

void fold_name(std::string_view text, std::string& out) {
    for (std::string_view word = next_word(text); !word.empty(); word = next_word(text)) {
        text::fold(word == "&amp;" ? std::string_view("&") : word, out);  // as tokens are read
    }
}

}  // namespace dateline
