#include "content.h"

#include <algorithm>
#include <array>

#include "../common/composer.h"
#include "markup.h"
#include "../common/ascii.h"

namespace feed {

using namespace common;
namespace {

bool is_blank(std::string_view text) { return trimmed(text).empty(); }

bool has_elements(const pugi::xml_node& element) {
    const auto children = element.children();
    return std::any_of(children.begin(), children.end(), [](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
}

// RSS says of a text not whether it is HTML.
Content undeclared(const pugi::xml_node& element) {
    if (has_elements(element)) return {markup_in(element, Text::escaped), true};
    std::string text = text_in(element);
    const bool is_html = looks_like_html(text);
    return {std::move(text), is_html};
}

bool is_atom(std::string_view name) { return name.starts_with("atom:"); }

bool is_html_type(std::string_view type) { return type == "html" || begins_with(type, "text/html"); }

// Atom 1.0 has a type, Atom 0.3 a media type and a mode.
Content declared(const pugi::xml_node& element) {
    const std::string_view type = attribute(element, "type"), mode = attribute(element, "mode");
    const bool is_xhtml = type == "xhtml" || begins_with(type, "application/xhtml");
    const bool is_binary = mode == "base64" || (!is_xhtml && type.find('/') != std::string_view::npos && !begins_with(type, "text/"));
    if (is_binary) return {};
    if (has_elements(element)) return {markup_in(element, Text::plain), true};
    return {text_in(element), is_html_type(type) || (is_xhtml && mode == "escaped")};
}

pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name, const Names& names) {
    for (const pugi::xml_node& child : parent.children()) {
        if (child.type() == pugi::node_element && names.of(child) == name) return child;
    }
    return {};
}

// The first of several forms of RSS 1.0: content:items, rdf:Bag, rdf:li, content:item, rdf:value.
Content first_of_items(pugi::xml_node element, const Names& names) {
    for (const std::string_view name : {"rdf:Bag", "rdf:li", "content:item", "rdf:value"}) element = child_named(element, name, names);
    return has_elements(element) ? Content{markup_in(element, Text::plain), true} : undeclared(element);
}

Content read_content(const pugi::xml_node& element, std::string_view name, const Names& names) {
    if (name == "xhtml:body") return {markup_in(element, Text::plain), true};
    if (name == "content:items") return first_of_items(element, names);
    return is_atom(name) ? declared(element) : undeclared(element);
}

constexpr std::array<std::string_view, 9> content_names = {"content:encoded", "xhtml:body",     "atom:content",   "content:items",    "description",
                                                           "atom:summary",    "dc:description", "itunes:summary", "media:description"};

}  // namespace

Content content_of(const Fields& fields, const Names& names) {
    for (const std::string_view name : content_names) {
        const pugi::xml_node element = fields.find(name);
        Content content = element ? read_content(element, name, names) : Content();
        if (!is_blank(content.text)) return {cleaned(std::move(content.text)), content.is_html};
    }
    return {};
}

std::string title_in(const pugi::xml_node& element, std::string_view name) {
    constexpr std::size_t longest = 1000;
    const bool may_be_html = is_atom(name) ? is_html_type(attribute(element, "type")) || attribute(element, "mode") == "escaped" : true;
    std::string text = text_in(element);
    text = common::folded_space(may_be_html ? text_of_html(text) : text);
    return cleaned(text.substr(0, longest));
}

}  // namespace feed
