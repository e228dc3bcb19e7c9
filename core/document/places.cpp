#include "core/document/places.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "core/text/utf8.h"

namespace dateline {
namespace {

using namespace std::string_view_literals;
using Byte = unsigned char;

constexpr std::size_t most_tries = 10;    ///< places where the text might begin
constexpr std::size_t shortest_key = 4, longest_key = 40, longest_line = 400;  ///< bytes that are looked for, and in how many of the text

// How many bytes a character is written in. In single and twofold ones, ASCII is as it is.
enum class Width { none, utf8, utf16_little, utf16_big, utf32_little, utf32_big, single, twofold };

bool begins_with_any(std::string_view name, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view one) { return name.starts_with(one); });
}

Width width_of(std::string_view charset) {
    constexpr std::pair<std::string_view, Width> wide[] = {
        {"UTF-16LE", Width::utf16_little}, {"UTF-16BE", Width::utf16_big}, {"UTF-32LE", Width::utf32_little}, {"UTF-32BE", Width::utf32_big}};
    for (const auto& [name, width] : wide) {
        if (charset == name) return width;
    }
    if (charset.empty() || begins_with_any(charset, {"UTF-8", "ASCII", "US-ASCII"})) return Width::utf8;
    if (begins_with_any(charset, {"WINDOWS-125", "ISO-8859-", "KOI8-", "IBM8", "MAC-", "TIS-620"})) return Width::single;
    return begins_with_any(charset, {"GB", "BIG5", "EUC-KR", "UHC", "CP949", "SHIFT_JIS", "EUC-JP"}) ? Width::twofold : Width::none;
}

// Walks along the text and its bytes together, as long as both say the same.
class Alignment {
public:
    Alignment(std::string_view text, std::string_view bytes, std::string_view charset, std::size_t begin)
        : text_(text), bytes_(bytes), width_(width_of(charset)), is_japanese_(charset == "EUC-JP"), source_at_(begin) {}

    // The byte of the source where the text's byte stands; none when they differ before.
    std::optional<std::uint64_t> at(std::uint32_t text_byte) {
        while (text_at_ < text_byte) {
            if (!step()) return std::nullopt;
        }
        return source_at_;
    }

private:
    bool step() {
        const text::Character character = text::character_at(text_, text_at_);
        text_at_ += character.length;
        if (character.code_point == '\n' && take('\r')) {
            take('\n');
            return true;
        }
        return take(character.code_point) || (character.code_point == 0xFFFD && take(0));
    }

    // One character of the source, if it is this one: of the text the last, or a line end or NUL that became it.
    bool take(char32_t wanted) {
        const std::size_t size = size_of(wanted);
        if (size == 0 || size > bytes_.size() - source_at_) return false;
        source_at_ += size;
        return true;
    }
    // Its bytes; 0 when something else stands there.
    std::size_t size_of(char32_t wanted) const {
        switch (width_) {
            case Width::none: return 0;
            case Width::utf8: return size_in_utf8(wanted);
            case Width::utf16_little: return size_in_utf16(wanted, 0, 1);
            case Width::utf16_big: return size_in_utf16(wanted, 1, 0);
            case Width::utf32_little: return (byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24) == wanted ? 4 : 0;
            case Width::utf32_big: return (byte(3) | byte(2) << 8 | byte(1) << 16 | byte(0) << 24) == wanted ? 4 : 0;
            case Width::single:
            case Width::twofold: break;
        }
        if (byte(0) < 0x80 || wanted < 0x80) return byte(0) == wanted ? 1 : 0;
        return width_ == Width::single ? 1 : size_in_twofold(wanted);
    }
    std::size_t size_in_utf8(char32_t wanted) const {
        if (wanted < 0x80) return byte(0) == wanted ? 1 : 0;
        const std::size_t length = wanted < 0x800 ? 2 : wanted < 0x10000 ? 3 : 4;
        return bytes_.substr(source_at_, length) == text_.substr(text_at_ - length, length) ? length : 0;
    }
    std::size_t size_in_utf16(char32_t wanted, std::size_t low, std::size_t high) const {
        const auto unit = [&](std::size_t at) { return byte(at + low) | byte(at + high) << 8; };
        if (wanted < 0x10000) return unit(0) == wanted ? 2 : 0;
        return unit(0) == 0xD800 + ((wanted - 0x10000) >> 10) && unit(2) == 0xDC00 + ((wanted - 0x10000) & 0x3FF) ? 4 : 0;
    }
    // Of Chinese, Japanese and Korean.
    std::size_t size_in_twofold(char32_t wanted) const {
        const bool is_narrow = wanted >= 0xFF61 && wanted <= 0xFF9F && !is_japanese_ && byte(0) >= 0xA1 && byte(0) <= 0xDF;  // Shift-JIS
        if (is_narrow) return 1;
        if (is_japanese_ && byte(0) == 0x8F) return 3;
        return byte(1) >= '0' && byte(1) <= '9' ? 4 : 2;  // GB18030
    }
    char32_t byte(std::size_t ahead) const {
        return source_at_ + ahead < bytes_.size() ? static_cast<Byte>(bytes_[source_at_ + ahead]) : char32_t{0x100};  // no byte: equals none
    }

    const std::string_view text_, bytes_;
    const Width width_;
    const bool is_japanese_;
    std::size_t text_at_ = 0, source_at_;
};

// All of them, or none and false.
bool place_from(std::size_t begin, std::string_view bytes, Document& document) {
    Alignment alignment(document.text, bytes, document.charset, begin);
    std::vector<dateline_block> placed = document.analysis.blocks;
    for (dateline_block& block : placed) {
        const std::optional<std::uint64_t> first = alignment.at(block.begin), last = alignment.at(block.end);
        if (!first || !last) return false;
        block.source_begin = *first;
        block.source_end = *last;
    }
    document.analysis.blocks = std::move(placed);
    return true;
}

std::size_t mark_size(std::string_view bytes) {
    for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE\0\0"sv, "\0\0\xFE\xFF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
        if (bytes.starts_with(mark)) return mark.size();
    }
    return 0;
}

// A piece of the text's first line that is written alike in all charsets of bytes, and where it begins.
struct Key {
    std::string_view text;
    std::size_t at = 0;
};
Key key_of(std::string_view text) {
    const auto is_key = [](char c) { return c >= ' ' && c <= '~'; };
    const std::string_view line = text.substr(0, text.find('\n')).substr(0, longest_line);
    for (std::size_t at = 0; at < line.size();) {
        const std::string_view rest = line.substr(at);
        const auto size = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_key) - rest.begin());
        if (size >= shortest_key) return {rest.substr(0, std::min(size, longest_key)), at};
        at += std::max<std::size_t>(size, 1);
    }
    return {};
}

// In how many bytes of the charset a text is written, as a rule.
std::size_t size_in(std::string_view charset, std::string_view text) {
    const Width width = width_of(charset);
    if (width == Width::utf8) return text.size();
    std::size_t size = 0;
    for (const char c : text) {
        const bool is_lead = (static_cast<Byte>(c) & 0xC0) != 0x80, is_ascii = static_cast<Byte>(c) < 0x80;
        size += !is_lead ? 0 : is_ascii || width == Width::single ? 1 : 2;
    }
    return size;
}

// A line of the source may end where the text has a space.
bool are_alike(std::string_view a, std::string_view b) {
    const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return x == y || (is_space(x) && is_space(y)); });
}

// What is in a file inside the document only its reader has seen: it promises that a place as long as its block is the same bytes.
bool is_verbatim(const dateline_block& block, const Document& document, std::string_view bytes) {
    const std::uint64_t size = block.end - block.begin;
    if (block.source_end == 0 || block.source_end - block.source_begin != size) return false;
    const bool in_file = block.source_part > 0 && block.source_part <= document.parts.size();
    return in_file || (block.source_end <= bytes.size() && are_alike(bytes.substr(block.source_begin, size), std::string_view(document.text).substr(block.begin, size)));
}

void find_blocks(Document& document, std::string_view bytes) {
    const std::vector<dateline_block>& blocks = document.analysis.blocks;
    const auto has_source = [](const dateline_block& block) { return block.source_end > 0; };
    if (!document.parts.empty() || blocks.empty() || std::any_of(blocks.begin(), blocks.end(), has_source) || place_from(mark_size(bytes), bytes, document)) return;
    const Key key = key_of(document.text);
    const std::size_t before = size_in(document.charset, std::string_view(document.text).substr(0, key.at));
    std::size_t at = key.text.empty() ? std::string_view::npos : bytes.find(key.text, before);
    for (std::size_t tries = 0; tries < most_tries && at != std::string_view::npos; ++tries, at = bytes.find(key.text, at + 1)) {
        if (place_from(at - before, bytes, document)) return;
    }
}

}  // namespace

void place_blocks(Document& document, std::string_view bytes) {
    find_blocks(document, bytes);
    document.verbatim.clear();
    for (const dateline_block& block : document.analysis.blocks) document.verbatim.push_back(is_verbatim(block, document, bytes));
}

}  // namespace dateline
