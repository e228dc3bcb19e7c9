/// The XML of a feed, read as far as it goes.
#pragma once

#include <pugixml.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace feed {

struct Document {
    std::string xml;             ///< UTF-8
    std::string charset;         ///< that the bytes were in
    std::uint64_t replaced = 0;  ///< bytes that are no text in it
    bool declaration_comes_late = false;
    pugi::xml_document tree;
    std::string damage;  ///< where the tree ends before the document does, and why: "line 3, column 14 (…)"; empty when it is whole
    std::size_t damaged_at = 0;
};

/// Throws dateline::Error when the bytes are no text, hold no element, or define entities for a bomb or out of other files.
void parse(std::string_view bytes, std::string_view declared_charset, Document& document);

/// Elements of that name ("item", as the document writes it) behind the place where it is damaged, each parsed by itself.
void for_each_behind_damage(const Document& document, std::string_view name, const std::function<bool(const pugi::xml_node&)>& more);

}  // namespace feed
