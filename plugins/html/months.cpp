#include "months.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "../common/ascii.h"

namespace html {

using namespace common;

// Made by the build from months.tsv.
extern const std::string_view months_file;

namespace {

struct Named {
    std::string_view language;
    int month;
};

using Names = std::unordered_map<std::string_view, std::vector<Named>>;

// Lines of "NAME TAB LANGUAGE TAB NUMBER".
Names read_names() {
    Names names;
    std::string_view rest = months_file;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
        if (line.starts_with('#') || second == std::string_view::npos) continue;
        int month = 0;
        for (const char c : line.substr(second + 1)) month = month * 10 + (c - '0');
        names[line.substr(0, first)].push_back({line.substr(first + 1, second - first - 1), month});
    }
    return names;
}

}  // namespace

int month_of(std::string_view word, std::string_view language) {
    static const Names names = read_names();
    constexpr std::size_t longest = 40;
    if (word.size() > longest) return 0;
    const auto found = names.find(lower(word));
    if (found == names.end()) return 0;
    const std::string_view primary = language.substr(0, 2);
    const auto own = std::find_if(found->second.begin(), found->second.end(), [&](const Named& one) { return one.language == primary; });
    return own == found->second.end() ? found->second.front().month : own->month;
}

}  // namespace html
