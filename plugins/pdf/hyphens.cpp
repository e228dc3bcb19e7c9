#include "hyphens.h"

#include <algorithm>
#include <array>

#include "../common/ascii.h"
#include "lines.h"

namespace pdf {

extern const std::string_view hyphenated_file;  // hyphenated.txt

namespace {

constexpr std::string_view soft = "\xC2\xAD", unicode_hyphen = "\xE2\x80\x90";
constexpr std::size_t longest_word = 100;   ///< bytes that are looked at, so that a line of hyphens stays cheap
constexpr std::size_t most_words = 100000;  ///< that are remembered

bool is_part_of_word(char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; }

bool is_lower(std::string_view text) {
    // Beyond ASCII: letters of two bytes, as in German or Polish; a capital among them is rare after a hyphen.
    return !text.empty() &&
           ((text[0] >= 'a' && text[0] <= 'z') || (static_cast<unsigned char>(text[0]) >= 0xC3 && static_cast<unsigned char>(text[0]) < 0xE0));
}

std::string_view last_word(std::string_view text) {
    std::size_t at = text.size();
    const std::size_t limit = at - std::min(at, longest_word);
    while (at > limit && is_part_of_word(text[at - 1])) --at;
    return text.substr(at);
}

std::string_view first_word(std::string_view text) {
    text = text.substr(0, longest_word);
    return text.substr(0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_part_of_word) - text.begin()));
}

std::size_t hyphen_length(std::string_view text) {
    if (text.ends_with(soft)) return soft.size();
    if (text.ends_with(unicode_hyphen)) return unicode_hyphen.size();
    return text.size() > 1 && text.ends_with('-') && is_part_of_word(text[text.size() - 2]) && text[text.size() - 2] != '-' ? 1 : 0;
}

std::set<std::string_view> known_words() {
    std::set<std::string_view> words;
    for (std::string_view rest = hyphenated_file; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (!line.starts_with('#')) words.insert(line);
    }
    return words;
}

bool is_known(std::string_view word) {
    static const std::set<std::string_view> known = known_words();
    return known.count(common::lower(word)) > 0;
}

}  // namespace

Hyphens::Hyphens(const std::vector<Sheet>& sheets) {
    for (const Sheet& sheet : sheets) {
        for (const Line& line : sheet.lines) {
            const std::string_view text = line.text;
            for (std::size_t at = text.find('-'); at != std::string_view::npos && hyphenated_.size() < most_words; at = text.find('-', at + 1)) {
                const std::string_view before = last_word(text.substr(0, at)), after = first_word(text.substr(at + 1));
                if (!before.empty() && !after.empty()) hyphenated_.insert(std::string(before) + "-" + std::string(after));
            }
        }
    }
}

void Hyphens::append(std::string& text, std::string_view line) const {
    const std::size_t hyphen = hyphen_length(text);
    if (hyphen == 0) {
        if (!joins_without_blank(text, line)) text += ' ';
    } else if (is_lower(line) || text.ends_with(soft)) {
        const std::string_view whole = std::string_view(text).substr(0, text.size() - hyphen);
        const std::string word = std::string(last_word(whole)) + "-" + std::string(first_word(line));
        if (text.ends_with(soft) || (hyphenated_.count(word) == 0 && !is_known(word))) text.resize(text.size() - hyphen);
    }
    text += line;
}

}  // namespace pdf
