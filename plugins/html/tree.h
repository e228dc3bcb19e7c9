/// The parsed page: a thin layer over gumbo.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

namespace html {

class Tree {
public:
    /// The page must stay while the tree does. Call guard() first.
    explicit Tree(const std::string& page);

    const GumboNode& root() const { return *output_->root; }
    std::string_view page() const { return page_; }

private:
    struct Destroy {
        void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
    };
    std::string_view page_;
    std::unique_ptr<GumboOutput, Destroy> output_;
};

bool is_element(const GumboNode& node);
bool is_text(const GumboNode& node);

/// The value of an attribute; empty without it.
std::string_view attribute(const GumboNode& element, const char* name);
bool has_attribute(const GumboNode& element, const char* name);

/// The tag's lower-case name as it is written: "p", "my-widget".
std::string tag_name(const GumboNode& element);

/// All text below an element, white space folded, at most `longest` bytes and cut between characters.
std::string text_of(const GumboNode& element, std::size_t longest = 1000);

/// Calls `visit(const GumboNode&)` for each element in order.
template <class Visit>
void for_each_element(const GumboNode& node, Visit&& visit) {
    if (!is_element(node)) return;
    visit(node);
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        for_each_element(*static_cast<const GumboNode*>(children.data[i]), visit);
    }
}

}  // namespace html
