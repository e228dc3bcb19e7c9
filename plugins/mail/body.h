/// What of a mail is its text, what is attached to it, and what is neither.
#pragma once

#include <string>
#include <vector>

#include "../html/text.h"
#include "part.h"

namespace mail {

/// One part's text.
struct Body {
    html::Text text;  ///< with blocks when it was HTML
    bool is_html = false;
    std::string charset;
    std::uint64_t replaced = 0;  ///< bytes that are no text in the charset
    std::uint32_t part = 0;      ///< its number in the mail
};

struct Contents {
    std::vector<Body> bodies;              ///< in the mail's order
    std::vector<const Part*> attachments;  ///< documents of their own
    std::vector<std::string> skipped;      ///< by name or media type: pictures, signatures
    bool is_encrypted = false;             ///< a part of it, or all
};

/// Of alternatives the plain one is the text, unless it is next to nothing beside the other or says something else. The mail must stay.
Contents contents_of(const Part& mail);

}  // namespace mail
