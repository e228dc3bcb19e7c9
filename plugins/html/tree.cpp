#include "tree.h"

#include <stdexcept>

#include "../common/ascii.h"

namespace html {

using namespace common;
namespace {

void append_text(const GumboNode& node, std::string& text, std::size_t longest) {
    if (is_text(node)) {
        text.append(node.v.text.text);
    } else if (is_element(node) && node.v.element.tag != GUMBO_TAG_SCRIPT && node.v.element.tag != GUMBO_TAG_STYLE) {
        const GumboVector& children = node.v.element.children;
        for (unsigned i = 0; i < children.length && text.size() < longest; ++i) {
            append_text(*static_cast<const GumboNode*>(children.data[i]), text, longest);
        }
    }
}

}  // namespace

Tree::Tree(const std::string& page) : page_(page) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;  // each would hold a copy of the open elements
    output_.reset(gumbo_parse_with_options(&options, page.data(), page.size()));
    if (output_ == nullptr) {
        throw std::runtime_error("the HTML parser gave up");
    }
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }

bool is_text(const GumboNode& node) { return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA; }

std::string_view attribute(const GumboNode& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
    return found == nullptr ? std::string_view() : trimmed(found->value);
}

bool has_attribute(const GumboNode& element, const char* name) { return gumbo_get_attribute(&element.v.element.attributes, name) != nullptr; }

std::string tag_name(const GumboNode& element) {
    if (element.v.element.tag != GUMBO_TAG_UNKNOWN) {
        return gumbo_normalized_tagname(element.v.element.tag);
    }
    GumboStringPiece name = element.v.element.original_tag;
    gumbo_tag_from_original_text(&name);
    return lower({name.data, name.length});
}

std::string text_of(const GumboNode& element, std::size_t longest) {
    std::string text;
    append_text(element, text, longest);
    text = folded(text);
    if (text.size() > longest) {
        while (longest > 0 && (static_cast<unsigned char>(text[longest]) & 0xC0) == 0x80) {
            --longest;
        }
        text.resize(longest);
    }
    return text;
}

}  // namespace html
