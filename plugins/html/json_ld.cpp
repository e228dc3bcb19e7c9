#include "json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "../common/ascii.h"

namespace html {

using namespace common;
namespace {

using nlohmann::json;

constexpr int deepest = 12;
constexpr std::size_t most_objects = 2000, longest_body = 32u << 10;

// How much a thing of this type is what the page is about.
int rank(const json& object) {
    const auto type = object.find("@type");
    if (type == object.end()) return 0;
    std::string names = type->is_string() ? type->get<std::string>() : std::string();
    for (const json& one : type->is_array() ? *type : json::array()) {
        if (one.is_string()) names += " " + one.get<std::string>();
    }
    for (const std::string_view article : {"Article", "BlogPosting", "Report", "Recipe", "LiveBlog", "Review"}) {
        if (names.find(article) != std::string::npos) return 3;
    }
    if (names.find("WebPage") != std::string::npos || names.find("Posting") != std::string::npos) return 2;
    return names.find("CreativeWork") != std::string::npos || names.find("VideoObject") != std::string::npos ? 1 : 0;
}

std::string string_of(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? folded(found->get<std::string>()) : std::string();
}

// The name of a person or organization, or the names of several.
std::string name_of(const json& value, int depth = 0) {
    if (value.is_string()) {
        return folded(value.get<std::string>());
    }
    if (value.is_object()) {
        const auto name = value.find("name");
        return name == value.end() || depth > 2 ? std::string() : name_of(*name, depth + 1);
    }
    std::string names;
    for (std::size_t i = 0; value.is_array() && i < std::min<std::size_t>(value.size(), 10) && depth < 2; ++i) {
        const std::string name = name_of(value[i], depth + 1);
        if (!name.empty()) names += (names.empty() ? "" : "; ") + name;
    }
    return names;
}

std::string name_in(const json& object, const char* field) {
    const auto found = object.find(field);
    return found == object.end() ? std::string() : name_of(*found);
}

class Collector {
public:
    void walk(const json& value, int depth = 0) {
        if (depth > deepest || ++objects_ > most_objects || !value.is_structured()) {
            return;
        }
        if (value.is_object()) {
            if (const int its = rank(value); its > best_) {
                best_ = its;
                take(value);
            }
        }
        for (const json& inner : value) {
            walk(inner, depth + 1);
        }
    }

    JsonLd result;

private:
    void take(const json& object) {
        const auto prefer = [](std::string& field, std::string value) {
            if (!value.empty()) field = std::move(value);
        };
        prefer(result.headline, string_of(object, "headline"));
        prefer(result.body, string_of(object, "articleBody").substr(0, longest_body));
        prefer(result.description, string_of(object, "description"));
        prefer(result.published, string_of(object, "datePublished"));
        prefer(result.created, string_of(object, "dateCreated"));
        prefer(result.modified, string_of(object, "dateModified"));
        prefer(result.author, name_in(object, "author"));
        prefer(result.publisher, name_in(object, "publisher"));
        prefer(result.language, string_of(object, "inLanguage"));
        prefer(result.url, string_of(object, "url"));
    }

    int best_ = 0;
    std::size_t objects_ = 0;
};

// Pages write line breaks inside strings, which JSON does not allow, and wrap all in comments of old HTML.
std::string cleaned(std::string_view script) {
    std::string text(trimmed(script));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    const std::size_t begin = std::min(text.find_first_of("{["), text.size());
    const std::size_t end = text.find_last_of("}]");
    return end == std::string::npos || end < begin ? std::string() : text.substr(begin, end + 1 - begin);
}

}  // namespace

JsonLd read_json_ld(const Tree& tree) {
    Collector collector;
    for_each_element(tree.root(), [&](const GumboNode& node) {
        const GumboVector& children = node.v.element.children;
        if (node.v.element.tag != GUMBO_TAG_SCRIPT || children.length == 0 ||
            find_lower(attribute(node, "type"), "ld+json") == std::string_view::npos) {
            return;
        }
        const auto& text = *static_cast<const GumboNode*>(children.data[0]);
        const json value = json::parse(cleaned(text.v.text.text), nullptr, false);
        if (!value.is_discarded()) collector.walk(value);
    });
    return std::move(collector.result);
}

}  // namespace html
