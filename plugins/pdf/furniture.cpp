#include "furniture.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace pdf {
namespace {

constexpr double edge = 0.13;               ///< of a page's height, above and below
constexpr double outer_lines = 1.8;         ///< font sizes from the first line's top: itself
constexpr std::size_t enough_pages = 3;     ///< a head may be on odd pages only, so not all of them
constexpr std::size_t shortest_part = 8;    ///< bytes
constexpr std::size_t longest_number = 30;  ///< bytes of "Page 12 of 340"

// Where the first and last lines of a sheet lie; margins are sometimes wide.
class Edges {
public:
    explicit Edges(const Sheet& sheet) : upper_(edge * sheet.height), lower_((1 - edge) * sheet.height) {
        double first = lower_, last = upper_, size = 0;
        for (const Line& line : sheet.lines) {
            if (line.rotation != 0) continue;
            if (line.top < first) first = line.top, size = line.size;
            last = std::max(last, line.bottom);
        }
        upper_ = std::max(upper_, first + outer_lines * size);
        lower_ = std::min(lower_, last - outer_lines * size);
    }
    bool hold(const Line& line) const { return line.rotation == 0 && (line.bottom < upper_ || line.top > lower_); }

private:
    double upper_, lower_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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
    for (const char* words : {"",      "-",  "--",  "–",     "––",       "—",    "——",   "/",        "of", "page", "pageof",
                              "page/", "p.", "pg.", "seite", "seitevon", "第页", "第頁", "第页共页", "|",  "||"}) {
        if (rest == words) return true;
    }
    return false;
}

// Parts that stand apart: of "Daily News      Part 3" the first may be on every page and the second change.
std::vector<std::string> patterns(const std::string& text) {
    std::vector<std::string> result = {pattern(text)};
    for (std::size_t begin = 0, tab = text.find('\t'); tab != std::string::npos || begin > 0;) {
        const std::string part = pattern(text.substr(begin, tab - begin));
        if (part.size() >= shortest_part) result.push_back(part);
        if (tab == std::string::npos) break;
        begin = tab + 1;
        tab = text.find('\t', begin);
    }
    return result;
}

using Counts = std::map<std::string, std::size_t>;

// On how many pages a pattern stands at the edge.
Counts count_pages(const std::vector<Sheet>& sheets) {
    Counts pages;
    for (const Sheet& sheet : sheets) {
        const Edges edges(sheet);
        std::set<std::string> seen;
        for (const Line& line : sheet.lines) {
            if (!edges.hold(line)) continue;
            for (std::string& one : patterns(line.text)) seen.insert(std::move(one));
        }
        for (const std::string& one : seen) ++pages[one];
    }
    return pages;
}

}  // namespace

void remove_furniture(std::vector<Sheet>& sheets) {
    const Counts pages = count_pages(sheets);
    const std::size_t enough = std::clamp<std::size_t>(sheets.size(), 2, enough_pages);
    const auto is_frequent = [&](const std::string& one) {
        const auto found = pages.find(one);
        return found != pages.end() && found->second >= enough;
    };
    for (Sheet& sheet : sheets) {
        const Edges edges(sheet);
        std::erase_if(sheet.lines, [&](const Line& line) {
            if (!edges.hold(line)) return false;
            const std::vector<std::string> all = patterns(line.text);
            return is_page_number(line.text) || std::any_of(all.begin(), all.end(), is_frequent);
        });
    }
}

}  // namespace pdf
