/// Keeps hostile pages from making the HTML parser slow or large.
#pragma once

#include <cstddef>
#include <string>

namespace html {

/// What no page of people comes near. Gumbo's time grows with the product of tags and open elements, of attributes of a tag with
/// themselves, and of formatting elements left open with paragraphs; its memory with tags.
struct Bounds {
    std::size_t open_elements = 128;
    std::size_t open_formatting = 16;
    std::size_t attributes = 128;  ///< of a tag
    std::size_t nodes = 600'000;   ///< of the tree: a tag makes one, and one for each formatting element that is open then
};

/// Overwrites with blanks the tags and attributes that go beyond the bounds, so that the others stay where they are. One pass. How
/// many there were.
std::size_t guard(std::string& page, const Bounds& bounds = {});

}  // namespace html
