#include "words.h"

#include <algorithm>
#include <optional>

#include "../common/composer.h"
#include "../common/declared.h"
#include "../common/ascii.h"
#include "transfer.h"

namespace mail {
namespace {

constexpr std::size_t longest_value = 16u << 10, longest_text = 1000;

// "=?charset?Q?text?=" at the beginning.
struct Word {
    std::string charset, bytes;
    std::size_t length = 0;
};

std::optional<Word> word_at(std::string_view text) {
    if (!text.starts_with("=?")) return std::nullopt;
    const std::size_t charset = text.find('?', 2);
    if (charset == std::string_view::npos || charset + 2 >= text.size() || text[charset + 2] != '?') return std::nullopt;
    const std::size_t end = text.find('?', charset + 3);
    if (end == std::string_view::npos || !text.substr(end).starts_with("?=") || text.find('\n', charset) < end) return std::nullopt;
    const std::string_view encoded = text.substr(charset + 3, end - charset - 3);
    const char encoding = common::lower(text[charset + 1]);
    Word word;
    word.charset = common::lower(text.substr(2, std::min(charset, text.find('*', 2)) - 2));  // a language may follow after "*"
    word.length = end + 2;
    if (encoding == 'q') {
        std::string spaced(encoded);
        std::replace(spaced.begin(), spaced.end(), '_', ' ');
        word.bytes = from_quoted_printable(spaced);
    } else if (encoding == 'b') {
        word.bytes = from_base64(encoded);
    }
    return encoding == 'q' || encoding == 'b' ? std::optional(word) : std::nullopt;
}

// A word is short, and short bytes of East Asian charsets may be valid UTF-8: what is declared counts first.
std::string decode_word(const std::string& bytes, const std::string& charset) {
    common::Decoded decoded = common::decode_as(bytes, charset);
    return decoded.charset.empty() || decoded.replaced > 0 ? decode_text(bytes, charset).text : std::move(decoded.text);
}

// Joins the bytes of neighbouring words of one charset: a character may be parted by them.
class Joiner {
public:
    void add(const Word& word) {
        if (word.charset != charset_) flush();
        charset_ = word.charset;
        bytes_ += word.bytes;
    }
    void flush() {
        if (!bytes_.empty()) text_ += decode_word(bytes_, charset_);
        bytes_.clear();
    }
    void add_plain(std::string_view text) {
        flush();
        text_ += text;
    }
    const std::string& text() const { return text_; }

private:
    std::string charset_, bytes_, text_;
};

std::string_view cut(std::string_view text, std::size_t longest) {
    if (text.size() <= longest) return text;
    while (longest > 0 && (static_cast<unsigned char>(text[longest]) & 0xC0) == 0x80) --longest;
    return text.substr(0, longest);
}

}  // namespace

common::Decoded decode_text(std::string_view bytes, std::string_view charset) {
    if (common::lower(charset).ends_with("utf-7")) {
        return common::decode(bytes, "UTF-7");
    }
    common::Decoded decoded = common::decode_declared(bytes, charset);
    return decoded.charset.empty() ? common::decode(bytes, "WINDOWS-1252") : std::move(decoded);
}

std::string decode_words(std::string_view value, std::string_view charset) {
    const std::string decoded = decode_text(value.substr(0, longest_value), charset).text;
    std::string_view rest = decoded;
    Joiner joiner;
    bool after_word = false;
    while (!rest.empty()) {
        const std::size_t begin = std::min(rest.find("=?"), rest.size());
        const std::string_view plain = rest.substr(0, begin);
        if (!after_word || !common::trimmed(plain).empty() || begin == rest.size()) joiner.add_plain(plain);
        rest.remove_prefix(begin);
        const std::optional<Word> word = word_at(rest);
        after_word = word.has_value();
        if (word) {
            joiner.add(*word);
        } else if (!rest.empty()) {
            joiner.add_plain(rest.substr(0, 2));
        }
        rest.remove_prefix(word ? word->length : std::min<std::size_t>(rest.size(), 2));
    }
    joiner.flush();
    return std::string(cut(common::folded_space(joiner.text()), longest_text));
}

}  // namespace mail
