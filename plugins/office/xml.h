/// XML parts of office documents. Names are compared without their prefix, which every producer chooses as it likes.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

#include "../common/composer.h"

namespace office {

/// How deep elements may be inside each other before a walk goes no further; Word nests about ten.
inline constexpr int deepest = 200;

/// Throws dateline::Error, with `part` in its message, when it is no well-formed XML or has a document type: neither format allows one, and entities
/// are for bombs and for reading others' files. Gives the charset that it is in.
pugi::xml_encoding parse(const std::string& xml, std::string_view part, pugi::xml_document& document);

/// The same of a file of the package whose text `composer` is to read.
void parse(const std::string& xml, std::string_view part, pugi::xml_document& document, common::Composer& composer);

/// Where a piece of text stands in the XML that the composer reads from; nowhere when that is not in UTF-8.
common::Place place_of(const pugi::xml_node& text, const common::Composer& composer);

/// "p" of "w:p".
std::string_view local_name(const pugi::xml_node& node);

/// The first child of that name; null when there is none.
pugi::xml_node child(const pugi::xml_node& parent, std::string_view name);
pugi::xml_node next(const pugi::xml_node& node, std::string_view name);
/// Along a path of children.
template <class... Names>
pugi::xml_node child(const pugi::xml_node& parent, std::string_view first, Names... rest) {
    return child(child(parent, first), rest...);
}
/// The value of an attribute; empty when there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);

}  // namespace office
