/// The text of an entry, which may be plain or HTML.
#pragma once

#include <string>

#include "fields.h"

namespace feed {

struct Content {
    std::string text;
    bool is_html = false;
};

/// The fullest that the entry has: its content, else its description or summary. Empty when it has none.
Content content_of(const Fields& fields, const Names& names);

/// A title, whose tags and references are made text where the format may have them; white space folded.
std::string title_in(const pugi::xml_node& element, std::string_view name);

}  // namespace feed
