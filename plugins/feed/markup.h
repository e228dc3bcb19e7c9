/// What is inside an element, as text or as HTML. Without recursion, since elements may be nested without end.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace feed {

/// All text in it, without its elements.
std::string text_in(const pugi::xml_node& element);

/// Elements and text, as HTML. Text that is `escaped` in the feed is HTML itself ("&lt;b&gt;"), and else is made so.
enum class Text { plain, escaped };
std::string markup_in(const pugi::xml_node& element, Text text);

/// Whether a text that may be either has tags or character references.
bool looks_like_html(std::string_view text);

/// The text of a short piece of HTML, as a title is.
std::string text_of_html(std::string_view html);

/// "<" and "&" as references.
void append_escaped(std::string_view text, std::string& html);

/// As UTF-8 without NUL: a reference may name a character that is none.
std::string cleaned(std::string text);

}  // namespace feed
