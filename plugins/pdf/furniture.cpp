#include "furniture.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>

#include "../common/ascii.h"
#include "page_number.h"

namespace pdf {
namespace {

constexpr double edge = 0.13;              ///< of a page's height, above and below
constexpr double outer_lines = 1.8;        ///< font sizes from the first line's top: itself
constexpr double apart = 0.8;              ///< font sizes to the text; the next line of a paragraph is nearer
constexpr std::size_t enough_pages = 3;    ///< a head may be on odd pages only, so not all of them
constexpr std::size_t enough_numbers = 2;  ///< pages that count on
constexpr std::size_t many_pages = 5;      ///< until signs with whatever numbers are known as those of sections
constexpr double margin = 0.07;            ///< of a page's height: few texts reach into it
constexpr std::size_t shortest_part = 8;   ///< bytes
constexpr std::size_t most_numbers = 8;    ///< that are looked at in a line

// Where the first and last lines of a sheet lie; margins are sometimes wide.
class Edges {
public:
    explicit Edges(const Sheet& sheet) : upper_(edge * sheet.height), lower_((1 - edge) * sheet.height), height_(sheet.height) {
        double first = lower_, last = upper_, size = 0;
        for (const Line& line : sheet.lines) {
            if (line.rotation != 0) continue;
            if (line.top < first) first = line.top, size = line.size;
            last = std::max(last, line.bottom);
        }
        upper_ = std::max(upper_, first + outer_lines * size);
        lower_ = std::min(lower_, last - outer_lines * size);
    }
    bool is_above(const Line& line) const { return line.rotation == 0 && line.bottom < upper_; }
    bool is_below(const Line& line) const { return line.rotation == 0 && line.top > lower_; }
    bool hold(const Line& line) const { return is_above(line) || is_below(line); }
    bool is_in_margin(const Line& line) const { return line.rotation == 0 && (line.bottom < margin * height_ || line.top > (1 - margin) * height_); }

private:
    double upper_, lower_, height_;
};

// By what a line is known again on another page: its words, or its words without a page number and how much that is ahead of the page.
std::vector<std::string> keys(std::string_view text, std::size_t page, std::size_t shortest) {
    std::vector<std::string> result;
    std::string words = without_space(text);
    if (words.size() >= shortest) result.push_back(std::move(words));
    for (const Numbered& one : without_page_number(text)) {
        if (one.words.size() >= shortest) result.push_back(one.words + '\n' + std::to_string(one.number - static_cast<int>(page)));
    }
    return result;
}

// "§ 12.3", "[4]": a sign with numbers, no letters. Dates begin with a digit.
bool is_sign(const std::string& words) {
    const auto is_plain = [](char c) { return !common::is_letter(c) && (static_cast<unsigned char>(c) < 0x80 || c == '\xC2' || c == '\xA7'); };
    return !words.empty() && !common::is_digit(words[0]) && std::all_of(words.begin(), words.end(), is_plain) && words.size() < shortest_part * 2;
}

std::string without_digits(std::string words) {
    std::erase_if(words, common::is_digit);
    return words;
}

// By any of its numbers as that which counts the pages: "Jkt 190069 Frm 00079 Fmt 8010".
void add_numbers_within(const std::string& words, std::size_t page, std::vector<std::string>& result) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < most_numbers; ++i) {
        at = static_cast<std::size_t>(std::find_if(words.begin() + static_cast<std::ptrdiff_t>(at), words.end(), common::is_digit) - words.begin());
        std::size_t end = at;
        long number = 0;
        for (; end < words.size() && end - at < shortest_part && common::is_digit(words[end]); ++end) number = number * 10 + (words[end] - '0');
        if (end == at) return;
        result.push_back(words.substr(0, at) + '\n' + words.substr(end) + '\n' + std::to_string(number - static_cast<long>(page)));
        at = end;
    }
}

// By what is doubtful: signs with whatever numbers, and in the margin a number within that counts the pages.
std::vector<std::string> weak_keys(const Line& line, std::size_t page, bool is_in_margin) {
    const std::string words = without_space(line.text);
    std::vector<std::string> result;
    if (is_in_margin) add_numbers_within(words, page, result);
    if (is_sign(words)) result.push_back(without_digits(words));
    for (std::string& key : result) key.insert(0, "\r");
    return result;
}

// With those of parts that stand apart: of "Daily News      Part 3" the first may be on every page and the second change.
std::vector<std::string> all_keys(std::string_view text, std::size_t page) {
    std::vector<std::string> result = keys(text, page, 0);
    if (text.find('\t') == std::string_view::npos) return result;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\t', begin), text.size());
        for (std::string& key : keys(text.substr(begin, end - begin), page, shortest_part)) result.push_back(std::move(key));
        begin = end + 1;
    }
    return result;
}

class Furniture {
public:
    explicit Furniture(const std::vector<Sheet>& sheets)
        : largest_(heading_size * body_size(sheets)), enough_(std::clamp<std::size_t>(sheets.size(), 2, enough_pages)) {
        for (std::size_t page = 0; page < sheets.size(); ++page) {
            const Edges edges(sheets[page]);
            std::set<std::string> seen;
            for (const Line& line : sheets[page].lines) {
                if (!edges.hold(line)) continue;
                for (std::string& one : all_keys(line.text, page)) seen.insert(std::move(one));
                for (std::string& one : weak_keys(line, page, edges.is_in_margin(line))) seen.insert(std::move(one));
            }
            for (const std::string& one : seen) ++pages_[one];
        }
    }

    void remove_from(Sheet& sheet, std::size_t page) const {
        std::vector<bool> is_furniture;
        const Edges edges(sheet);
        for (const Line& line : sheet.lines)
            is_furniture.push_back(edges.hold(line) && (is_page_number(line.text, page) || is_running(line, page, edges.is_in_margin(line))));
        keep_what_stands_by_text(sheet, edges, is_furniture);
        if (std::find(is_furniture.begin(), is_furniture.end(), false) == is_furniture.end()) return;
        std::vector<Line> left;
        for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
            if (!is_furniture[i]) left.push_back(std::move(sheet.lines[i]));
        }
        sheet.lines = std::move(left);
    }

private:
    bool is_on(const std::string& key, std::size_t pages) const {
        const auto found = pages_.find(key);
        return found != pages_.end() && found->second >= pages;
    }
    bool is_page_number(std::string_view text, std::size_t page) const {
        const std::vector<Numbered> all = without_page_number(text);
        return std::any_of(all.begin(), all.end(), [&](const Numbered& one) {
            const int ahead = one.number - static_cast<int>(page);
            return one.words.empty() && (one.is_named || ahead == 1 || is_on('\n' + std::to_string(ahead), enough_numbers));
        });
    }
    bool is_running(const Line& line, std::size_t page, bool is_in_margin) const {
        if (line.size > largest_) return false;
        const std::vector<std::string> strong = all_keys(line.text, page), weak = weak_keys(line, page, is_in_margin);
        return std::any_of(strong.begin(), strong.end(), [&](const std::string& key) { return is_on(key, enough_); }) ||
               std::any_of(weak.begin(), weak.end(), [&](const std::string& key) { return is_on(key, many_pages); });
    }

    // From the text outwards: a line that is near to the text is of it, and so is one that is near to that.
    static void keep_what_stands_by_text(const Sheet& sheet, const Edges& edges, std::vector<bool>& is_furniture) {
        const std::vector<Line>& lines = sheet.lines;
        std::vector<std::size_t> outwards;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (is_furniture[i]) outwards.push_back(i);
        }
        const double middle = sheet.height / 2;
        const auto distance = [&](std::size_t i) { return std::abs((lines[i].top + lines[i].bottom) / 2 - middle); };
        std::stable_sort(outwards.begin(), outwards.end(), [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
        for (const std::size_t i : outwards) {
            if (gap_to_text(lines, is_furniture, lines[i], edges.is_above(lines[i])) < apart * lines[i].size) is_furniture[i] = false;
        }
    }
    // To the next line below, or above, that is no furniture.
    static double gap_to_text(const std::vector<Line>& lines, const std::vector<bool>& is_furniture, const Line& line, bool below) {
        double least = std::numeric_limits<double>::max();
        const double middle = (line.top + line.bottom) / 2;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (is_furniture[i] || lines[i].rotation != 0) continue;
            if (below && lines[i].top > middle) least = std::min(least, lines[i].top - line.bottom);
            if (!below && lines[i].bottom < middle) least = std::min(least, line.top - lines[i].bottom);
        }
        return least;
    }

    const double largest_;
    const std::size_t enough_;
    std::map<std::string, std::size_t> pages_;  ///< on how many a key stands at the edge
};

}  // namespace

void remove_furniture(std::vector<Sheet>& sheets) {
    const Furniture furniture(sheets);
    for (std::size_t page = 0; page < sheets.size(); ++page) furniture.remove_from(sheets[page], page);
}

}  // namespace pdf
