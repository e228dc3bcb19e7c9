#include "page.h"

#include <stdexcept>

#include "../common/ascii.h"
#include "charset.h"
#include "guard.h"

namespace html {

using namespace common;
namespace {

std::string meta_content(const Tree& tree, std::initializer_list<std::string_view> names) {
    std::string content;
    for_each_element(tree.root(), [&](const GumboNode& node) {
        if (!content.empty() || node.v.element.tag != GUMBO_TAG_META) return;
        for (const char* key : {"property", "name"}) {
            const std::string name = lower(attribute(node, key));
            for (const std::string_view wanted : names) {
                if (name == wanted && content.empty()) content = folded(attribute(node, "content"));
            }
        }
    });
    return content;
}

const GumboNode* body_of(const Tree& tree) {
    const GumboVector& children = tree.root().v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(children.data[i]);
        if (is_element(*child) && child->v.element.tag == GUMBO_TAG_BODY) return child;
    }
    return nullptr;
}

bool is_article_alone(const Tree& tree) {
    const GumboNode* body = body_of(tree);
    unsigned articles = 0;
    for (unsigned i = 0; body != nullptr && i < body->v.element.children.length; ++i) {
        const auto& child = *static_cast<const GumboNode*>(body->v.element.children.data[i]);
        const bool is_article = is_element(child) && child.v.element.tag == GUMBO_TAG_ARTICLE;
        if (!is_article && child.type != GUMBO_NODE_WHITESPACE && child.type != GUMBO_NODE_COMMENT) return false;
        articles += is_article ? 1 : 0;
    }
    return articles == 1;
}

}  // namespace

Page::Page(std::string_view bytes, std::string_view declared_charset) : decoded(decode_page(bytes, declared_charset)) {
    if (decoded.charset.empty()) {
        throw std::runtime_error("its charset is not known, and it is no UTF-8");
    }
    blanked = guard(decoded.text);
    tree = std::make_unique<Tree>(decoded.text);
    json_ld = read_json_ld(*tree);
    blocks = cut_into_blocks(*tree);
}

Hints Page::hints() const {
    Hints hints;
    hints.title = json_ld.headline.empty() ? meta_content(*tree, {"og:title", "twitter:title"}) : json_ld.headline;
    hints.body = json_ld.body;
    hints.description = json_ld.description.empty() ? meta_content(*tree, {"og:description", "description"}) : json_ld.description;
    hints.is_all = is_article_alone(*tree);
    return hints;
}

}  // namespace html
