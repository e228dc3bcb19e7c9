#include "core/text/characters.h"

#include <utf8proc.h>

#include "core/text/utf8.h"

namespace dateline::text {
namespace {

bool is_han(char32_t c) {
    if (c < 0x2E80) return false;
    return c <= 0x2FDF || c == 0x3005 || c == 0x3007 || (c >= 0x3021 && c <= 0x3029) || (c >= 0x3038 && c <= 0x303B) ||
           (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

CharacterClass class_of(char32_t code_point, int category) {
    switch (category) {
        case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
            return CharacterClass::letter;
        case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_NL:
            return is_han(code_point) ? CharacterClass::han : CharacterClass::letter;
        case UTF8PROC_CATEGORY_ND:
            return CharacterClass::digit;
        case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME:
            return CharacterClass::mark;
        case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP: case UTF8PROC_CATEGORY_CC:
            return CharacterClass::space;
        case UTF8PROC_CATEGORY_CF:
            return code_point == 0x200B ? CharacterClass::space : CharacterClass::ignorable;
        default:
            return is_han(code_point) && code_point < 0x3000 ? CharacterClass::han : CharacterClass::punctuation;
    }
}

/// The kind of a cluster of more than one character: its first visible character's. A mark on white space shows the mark.
CharacterKind joined_kind(CharacterKind base, CharacterKind next) {
    if (base.character_class == CharacterClass::space) return {CharacterClass::punctuation, LetterCase::none};
    if (base.character_class == CharacterClass::ignorable || base.character_class == CharacterClass::mark) return next;
    return base;
}

}  // namespace

CharacterKind kind_of(char32_t code_point) {
    const int category = utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point))->category;
    const LetterCase letter_case = category == UTF8PROC_CATEGORY_LL                                           ? LetterCase::lower
                                   : category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT ? LetterCase::upper
                                                                                                              : LetterCase::none;
    return {class_of(code_point, category), letter_case};
}

Cluster cluster_at(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    Character previous = character_at(text, begin);
    Cluster cluster{begin + previous.length, kind_of(previous.code_point)};
    utf8proc_int32_t state = 0;
    while (cluster.end < end) {
        const unsigned char lead = static_cast<unsigned char>(text[cluster.end]);
        if (previous.code_point < 0x600 && previous.code_point != '\r' && !may_join_ascii(lead)) break;
        const Character next = character_at(text, cluster.end);
        if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous.code_point),
                                             static_cast<utf8proc_int32_t>(next.code_point), &state)) {
            break;
        }
        if (previous.code_point != '\r') cluster.kind = joined_kind(cluster.kind, kind_of(next.code_point));
        cluster.end += next.length;
        previous = next;
    }
    return cluster;
}

bool is_grapheme_boundary(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return true;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(at) < 0x80 && byte(at - 1) < 0x80) return byte(at - 1) != '\r' || byte(at) != '\n';
    // A boundary depends on what stands before it. Two ASCII characters in a row are a sure place to start from. 1 KiB back must do:
    // it is an even number of regional indicators, and no cluster of sense is longer.
    std::size_t start = at;
    while (start > 0 && at - start < 1024 && (byte(start) >= 0x80 || byte(start - 1) >= 0x80 || byte(start) == '\n')) --start;
    while (!is_boundary(text, start)) ++start;
    std::uint32_t position = static_cast<std::uint32_t>(start);
    while (position < at) position = cluster_at(text, position, static_cast<std::uint32_t>(text.size())).end;
    return position == at;
}

}  // namespace dateline::text
