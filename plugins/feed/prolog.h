/// What stands before the first element of an XML document, as text: without a parser, so that a cut one can be looked at.
#pragma once

#include <string_view>

namespace feed {

/// Parts that are not there are empty.
struct Prolog {
    std::string_view declaration;         ///< "<?xml version="1.0"?>"
    std::string_view document_type;       ///< "<!DOCTYPE …>"
    std::string_view root;                ///< from the "<" of the first element on
    bool declaration_comes_late = false;  ///< something stands before it, which is not well-formed
};

Prolog prolog_of(std::string_view xml);

/// The charset that the declaration names; empty without one.
std::string_view declared_charset(const Prolog& prolog);

/// Throws dateline::Error when the document type defines entities for a bomb, or that stand for other files: neither is ever expanded or opened.
void refuse_entities(std::string_view document_type);

/// The name of the first element without its prefix: "rss".
std::string_view root_name(const Prolog& prolog);

}  // namespace feed
