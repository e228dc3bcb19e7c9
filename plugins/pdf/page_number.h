/// Numbers of pages in the words of a line: "12", "Page 12 of 340", "Daily News 12", "- 12 -", "第3页".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pdf {

/// A line without white space and without the page number that it begins or ends with.
struct Numbered {
    std::string words;
    int number = 0;
    bool is_named = false;  ///< "Page 12", "12 of 340" or "- 12 -", which hardly is anything else
};

/// How a line can be taken for one with a page number: none, one or two ways.
std::vector<Numbered> without_page_number(std::string_view text);

/// Without blanks and tabs.
std::string without_space(std::string_view text);

}  // namespace pdf
