/// The reader of plain text in any charset.
#include <algorithm>
#include <string>

#include "dateline/plugin.hpp"
#include "../common/charsets.h"
#include "../common/formats.h"
#include "decoding.h"

namespace dateline::text_reader {
namespace {

using namespace common;

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

bool holds(std::string_view text, char c) {
    return text.find(c) != std::string_view::npos;
}

std::string count(std::uint64_t number, std::string_view one, std::string_view more) {
    return std::to_string(number) + " " + std::string(number == 1 ? one : more);
}

class Text {
public:
    explicit Text(const Host&) {}

    std::uint32_t probe(const Input& input) const {
        const std::string_view head = input.bytes().substr(0, 1024);
        if (is_wide(head)) {
            return 80;
        }
        // It reads none of these, but can say what they are when nobody else does.
        if (!format_of(input.bytes()).empty() || !markup_of(head).empty() || looks_binary(head)) {
            return 1;
        }
        return 50;
    }

    void read(const Input& input, ReaderOutput& output) {
        const std::string_view bytes = input.bytes();
        refuse_other_formats(bytes);
        if (!is_wide(bytes) && valid_utf8(bytes) == bytes.size() && !switches_alphabets(bytes)) {
            emit(bytes, "UTF-8", 0, output);
            return;
        }
        const Decoded decoded = text_reader::decode(bytes, input.charset());
        if (decoded.charset.empty()) {
            throw Error("its charset is not known, and it is no UTF-8; convert it first, with iconv for example");
        }
        if (is_wide(bytes)) {
            refuse_binary(decoded.text);
        }
        emit(decoded.text, decoded.charset, decoded.replaced, output);
    }

private:
    static void refuse_other_formats(std::string_view bytes) {
        const std::string_view format = format_of(bytes);
        if (!format.empty()) {
            throw NotMine("it looks like " + std::string(format));
        }
        const std::string_view markup = markup_of(bytes);
        if (!markup.empty()) {
            throw NotMine("it looks like " + std::string(markup) + ", and no reader for it is loaded");
        }
        if (!is_wide(bytes)) {
            refuse_binary(bytes);
        }
    }

    static void refuse_binary(std::string_view bytes) {
        if (looks_binary(bytes)) {
            throw NotMine("it is no text: too many of its bytes are control characters");
        }
    }

    // What is UTF-8 without CR and NUL is copied once, by the host.
    void emit(std::string_view text, std::string_view charset, std::uint64_t replaced, ReaderOutput& output) {
        output.metadata("media_type", "text/plain", "text/reader");
        output.metadata("charset", charset, "text/reader");
        if (text.starts_with(utf8_mark)) {
            text.remove_prefix(utf8_mark.size());
        }
        std::uint64_t nuls = 0;
        if (holds(text, '\r') || holds(text, '\0')) {
            nuls = clean(text);
            text = cleaned_;
        }
        output.text(text);
        if (replaced > 0) {
            output.diagnostic(DATELINE_WARNING, "text.invalid-bytes",
                              count(replaced, "byte that is", "bytes that are") + " no " + std::string(charset) + " became U+FFFD.");
        }
        if (nuls > 0) {
            output.diagnostic(DATELINE_WARNING, "text.nul", count(nuls, "NUL character", "NUL characters") + " became U+FFFD.");
        }
        if (cleaned_.capacity() > most_kept) {
            cleaned_ = {};
        }
    }

    // CR LF and CR become LF, NUL becomes U+FFFD. The number of those.
    std::uint64_t clean(std::string_view text) {
        cleaned_.clear();
        cleaned_.reserve(text.size());
        std::uint64_t nuls = 0;
        while (!text.empty()) {
            const std::size_t plain = std::min(text.find_first_of(std::string_view("\r\0", 2)), text.size());
            cleaned_.append(text.substr(0, plain));
            text.remove_prefix(plain);
            if (text.starts_with('\0')) {
                cleaned_ += replacement;
                ++nuls;
            } else if (!text.empty()) {
                cleaned_ += '\n';
            }
            text.remove_prefix(text.empty() ? 0 : text.starts_with("\r\n") ? 2 : 1);
        }
        return nuls;
    }

    static constexpr std::size_t most_kept = std::size_t{1} << 20;
    std::string cleaned_;
};

}  // namespace
}  // namespace dateline::text_reader

DATELINE_READER(dateline::text_reader::Text, "text", "0.1.0")
