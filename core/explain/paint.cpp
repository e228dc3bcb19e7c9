#include "core/explain/paint.h"

#include <array>

#include "core/text/utf8.h"

namespace dateline::explain {
namespace {

// Yellow, blue, green, magenta, cyan, red, then their bright forms: types in the record's order.
constexpr std::array<std::string_view, 12> colors = {"33", "34", "32", "35", "36", "31", "93", "94", "92", "95", "96", "91"};

bool turns_direction(char32_t character) {
    return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

// "␛" for the escape character, and so on: U+2400 and what follows are pictures of the 32 control characters.
void append_picture(char32_t control, std::string& out) {
    if (control < 0x20) {
        out.append("\xE2\x90").append(1, static_cast<char>(0x80 + control));
    } else {
        out += control == 0x7F ? "\xE2\x90\xA1" : "\xEF\xBF\xBD";
    }
}

bool is_control(char32_t character) {
    return (character < 0x20 && character != '\n' && character != '\t') || (character >= 0x7F && character < 0xA0);
}

}  // namespace

std::string Paint::painted(std::string_view code, std::string_view text) const {
    return color_ ? std::string("\033[").append(code).append("m").append(text).append("\033[0m") : std::string(text);
}

std::string Paint::type(std::uint32_t type, std::string_view text) const {
    return painted("1;" + std::string(colors[type % colors.size()]), text);
}

std::string Paint::mark(std::uint32_t type, std::string_view text, std::string_view entity) const {
    if (!color_) {
        return std::string("[").append(text).append("|").append(entity).append("]");
    }
    return painted("1;4;" + std::string(colors[type % colors.size()]), text) + dim(entity);
}

void append_printable(std::string_view text, std::string& out) {
    for (std::size_t at = 0; at < text.size();) {
        const text::Character character = text::character_at(text, at);
        if (is_control(character.code_point)) {
            append_picture(character.code_point, out);
        } else if (turns_direction(character.code_point)) {
            out += "\xEF\xBF\xBD";
        } else {
            out.append(text, at, character.length);
        }
        at += character.length;
    }
}

std::string printable(std::string_view text) {
    std::string out;
    append_printable(text, out);
    return out;
}

}  // namespace dateline::explain
