/// What the page says of itself in JSON-LD (schema.org).
#pragma once

#include <string>
#include <string_view>

#include "tree.h"

namespace html {

/// Of the article if there is one, else of the page. Empty where unknown.
struct JsonLd {
    std::string headline, body, description, published, created, modified, author, publisher, language, url;
};

JsonLd read_json_ld(const Tree& tree);

}  // namespace html
