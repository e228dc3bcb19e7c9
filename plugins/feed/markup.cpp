#include "markup.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>

#include "../common/charsets.h"
#include "names.h"
#include "../common/ascii.h"

namespace feed {

using namespace common;
namespace {

// Calls enter(node) for each node inside an element, in order, and leave(node) behind what is inside of it.
template <class Enter, class Leave>
void walk(const pugi::xml_node& element, Enter enter, Leave leave) {
    pugi::xml_node node = element.first_child();
    while (node && node != element) {
        enter(node);
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        leave(node);
        while (!node.next_sibling() && node.parent() != element) {
            node = node.parent();
            leave(node);
        }
        node = node.next_sibling();
    }
}

bool is_void(std::string_view name) {
    constexpr std::array<std::string_view, 12> names = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_text(const pugi::xml_node& node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

void append_tag(const pugi::xml_node& element, std::string& html) {
    html.append("<").append(local_name(element.name()));
    for (const pugi::xml_attribute& attribute : element.attributes()) {
        if (std::string_view(attribute.name()).starts_with("xmlns")) continue;
        html.append(" ").append(attribute.name()).append("=\"");
        append_escaped(attribute.value(), html);
        html += '"';
    }
    html += '>';
}

void append_text(const GumboNode& node, std::string& text) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) text += node.v.text.text;
    if (node.type != GUMBO_NODE_ELEMENT) return;
    for (unsigned i = 0; i < node.v.element.children.length; ++i) append_text(*static_cast<const GumboNode*>(node.v.element.children.data[i]), text);
}

}  // namespace

std::string text_in(const pugi::xml_node& element) {
    std::string text;
    walk(
        element,
        [&](const pugi::xml_node& node) {
            if (is_text(node)) text += node.value();
        },
        [](const pugi::xml_node&) {});
    return text;
}

std::string markup_in(const pugi::xml_node& element, Text text) {
    std::string html;
    walk(
        element,
        [&](const pugi::xml_node& node) {
            if (node.type() == pugi::node_element) append_tag(node, html);
            if (is_text(node) && text == Text::escaped) html += node.value();
            if (is_text(node) && text == Text::plain) append_escaped(node.value(), html);
        },
        [&](const pugi::xml_node& node) {
            const std::string_view name = local_name(node.name());
            if (node.type() == pugi::node_element && !is_void(name)) html.append("</").append(name).append(">");
        });
    return html;
}

bool looks_like_html(std::string_view text) {
    for (std::size_t at = text.find_first_of("<&"); at < text.size(); at = text.find_first_of("<&", at + 1)) {
        const char next = at + 1 < text.size() ? text[at + 1] : ' ';
        if (is_letter(next) || (text[at] == '<' && (next == '/' || next == '!'))) {
            if (text[at] == '<' || text.substr(at, 12).find(';') != std::string_view::npos) return true;
        }
        if (text[at] == '&' && next == '#') return true;
    }
    return false;
}

std::string text_of_html(std::string_view html) {
    constexpr std::size_t longest = 1000;
    if (!looks_like_html(html)) return std::string(html);
    html = html.substr(0, longest);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const auto free = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(free)> parsed(gumbo_parse_with_options(&options, html.data(), html.size()), free);
    std::string text;
    append_text(*parsed->root, text);
    return text;
}

void append_escaped(std::string_view text, std::string& html) {
    for (const char c : text) {
        if (c == '<') {
            html += "&lt;";
        } else if (c == '&') {
            html += "&amp;";
        } else if (c == '"') {
            html += "&quot;";
        } else {
            html += c;
        }
    }
}

std::string cleaned(std::string text) {
    std::replace(text.begin(), text.end(), '\0', ' ');
    return common::valid_utf8(text) == text.size() ? std::move(text) : common::repair_utf8(text).text;
}

}  // namespace feed
