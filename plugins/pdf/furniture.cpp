#include "furniture.h"

#include <algorithm>
#include <map>
#include <string>

namespace pdf {
namespace {

constexpr double edge = 0.13;              ///< of a page's height, above and below
constexpr std::size_t enough_pages = 3;    ///< a head may be on odd pages only, so not all of them
constexpr std::size_t longest_number = 30; ///< bytes of "Page 12 of 340"

bool is_at_edge(const Line& line, double height) {
    return line.rotation == 0 && (line.bottom < edge * height || line.top > (1 - edge) * height);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Without digits and white space, so that "12 Daily News" and "Daily News 13" are the same.
std::string pattern(const std::string& text) {
    std::string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char c) { return !is_digit(c) && c != ' ' && c != '\t'; });
    return result;
}

bool is_page_number(const std::string& text) {
    if (text.size() > longest_number || std::none_of(text.begin(), text.end(), is_digit)) return false;
    std::string rest = pattern(text);
    std::transform(rest.begin(), rest.end(), rest.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const char* words : {"", "-", "--", "–", "––", "—", "——", "/", "of", "page", "pageof", "page/", "p.", "pg.", "seite", "seitevon", "第页", "第頁", "第页共页", "|", "||"}) {
        if (rest == words) return true;
    }
    return false;
}

}  // namespace

void remove_furniture(std::vector<Sheet>& sheets) {
    std::map<std::string, std::size_t> pages;
    for (const Sheet& sheet : sheets) {
        std::map<std::string, bool> seen;
        for (const Line& line : sheet.lines) {
            if (is_at_edge(line, sheet.height) && seen.emplace(pattern(line.text), true).second) ++pages[pattern(line.text)];
        }
    }
    const std::size_t enough = std::clamp<std::size_t>(sheets.size(), 2, enough_pages);
    for (Sheet& sheet : sheets) {
        std::erase_if(sheet.lines, [&](const Line& line) {
            return is_at_edge(line, sheet.height) && (is_page_number(line.text) || pages[pattern(line.text)] >= enough);
        });
    }
}

}  // namespace pdf
