#include "page.h"

#include <stdexcept>

#include "ascii.h"
#include "charset.h"
#include "guard.h"

namespace html {
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
    return hints;
}

}  // namespace html
