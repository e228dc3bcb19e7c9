#include "core/text/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/text/hash.h"
#include "core/text/utf8.h"

namespace dateline::text {
namespace {

constexpr auto fold_options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);

/// Marks that spelling may leave out. Vowel signs of other scripts and kana's voicing marks are letters in all but name, and stay.
bool is_diacritic(utf8proc_int32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x483 && c <= 0x489) || (c >= 0x591 && c <= 0x5C7 && c != 0x5BE && c != 0x5C0 && c != 0x5C3 && c != 0x5C6) ||
           (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

/// Letters with a stroke or joined, which Unicode does not decompose, and typographic marks, as ASCII; empty for all others.
std::string_view ascii_form(utf8proc_int32_t c) {
    switch (c) {
        case 0x00E6: return "ae";
        case 0x00F0: case 0x0111: return "d";
        case 0x00F8: return "o";
        case 0x00FE: return "th";
        case 0x0127: return "h";
        case 0x0131: return "i";
        case 0x0142: return "l";
        case 0x0153: return "oe";
        case 0x0167: return "t";
        case 0x0180: return "b";
        case 0x01E5: return "g";
        case 0x0268: return "i";
        case 0x0289: return "u";
        case 0x02BB: case 0x02BC: case 0x02B9: case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0xA78C: return "'";
        case 0x02BA: case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: return "\"";
        case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2212: return "-";
        case 0x2015: return "\u2014";
        case 0x2044: return "/";
        default: return {};
    }
}

/// The value of a decimal digit of any script: they stand in tens, in order. -1 for what is none.
int digit_value(utf8proc_int32_t c) {
    if (utf8proc_category(c) != UTF8PROC_CATEGORY_ND) return -1;
    int value = 0;
    while (value < 9 && utf8proc_category(c - value - 1) == UTF8PROC_CATEGORY_ND) ++value;
    return value;
}

char lower(char c) {
    return static_cast<char>(c | (c >= 'A' && c <= 'Z') << 5);
}

void append(char32_t code_point, std::string& out) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const utf8proc_ssize_t length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
    for (utf8proc_ssize_t i = 0; i < length; ++i) out.push_back(static_cast<char>(bytes[static_cast<std::size_t>(i)]));
}

/// Decomposes one character into `points`, without diacritics, with ASCII forms.
void fold_character(char32_t code_point, std::vector<utf8proc_int32_t>& points) {
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary_class = 0;
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), parts.data(), parts.size(), fold_options, &boundary_class);
    for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(parts.size()); ++i) {
        const utf8proc_int32_t part = parts[static_cast<std::size_t>(i)];
        if (part == ' ' || is_diacritic(part)) continue;
        if (part < 0x80) {
            points.push_back(part);
        } else if (const std::string_view ascii = ascii_form(part); !ascii.empty()) {
            for (std::size_t at = 0; at < ascii.size();) {
                const Character character = character_at(ascii, at);
                points.push_back(static_cast<utf8proc_int32_t>(character.code_point));
                at += character.length;
            }
        } else {
            const int digit = digit_value(part);
            points.push_back(digit < 0 ? part : '0' + digit);
        }
    }
}

void fold_unicode(std::string_view word, std::string& out) {
    thread_local std::vector<utf8proc_int32_t> points;
    points.clear();
    for (std::size_t at = 0; at < word.size();) {
        const Character character = character_at(word, at);
        if (character.code_point < 0x80) {
            const char32_t c = character.code_point;
            points.push_back(static_cast<utf8proc_int32_t>(c >= 'A' && c <= 'Z' ? c + 32 : c));
        } else {
            fold_character(character.code_point, points);
        }
        at += character.length;
    }
    const utf8proc_ssize_t count = utf8proc_normalize_utf32(points.data(), static_cast<utf8proc_ssize_t>(points.size()),
                                                            static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    for (utf8proc_ssize_t i = 0; i < count; ++i) append(static_cast<char32_t>(points[static_cast<std::size_t>(i)]), out);
}

}  // namespace

void fold(std::string_view word, std::string& out) {
    const std::size_t start = out.size();
    if (std::none_of(word.begin(), word.end(), [](char c) { return static_cast<signed char>(c) < 0; })) {
        out.append(word);
        for (std::size_t at = start; at < out.size(); ++at) out[at] = lower(out[at]);
        return;
    }
    fold_unicode(word, out);
    // Nothing is left of a lone mark: it stands for itself, so that no token folds to nothing.
    if (out.size() == start) out += word;
}

std::uint64_t hash(std::string_view folded) {
    std::uint64_t value = hash_seed;
    for (std::size_t at = 0; at < folded.size(); at += 8) {
        value = hash_step(value, load(folded.data() + at, std::min<std::size_t>(8, folded.size() - at)));
    }
    return hash_finish(value);
}

}  // namespace dateline::text
