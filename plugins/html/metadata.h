/// Title, language, publisher, author and address of a page.
#pragma once

#include <string>
#include <vector>

#include "page.h"

namespace html {

struct Value {
    std::string name;  ///< as dateline_reader_output has it: "title"
    std::string value;
    std::string rule;  ///< where it stood: "html/json-ld"
};

/// At most one of each name.
std::vector<Value> metadata_of(const Page& page);

/// Of the text that a page has in it, as BCP 47 without the region ("en", "zh-Hant"): what <html lang> and others declare.
std::string language_of(const Page& page);

}  // namespace html
