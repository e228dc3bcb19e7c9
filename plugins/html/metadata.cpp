#include "metadata.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "../common/language.h"
#include "../common/ascii.h"

namespace html {

using namespace common;
namespace {

constexpr std::size_t longest_value = 1000;

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

// All that the head and the marked-up elements say, by name.
class Said {
public:
    explicit Said(const Tree& tree) {
        for_each_element(tree.root(), [&](const GumboNode& node) { element(node); });
    }

    // The first of these that has been said.
    const std::string* first_of(std::initializer_list<std::string_view> names) const {
        for (const std::string_view name : names) {
            const auto found = std::find_if(said_.begin(), said_.end(), [&](const auto& one) { return one.first == name; });
            if (found != said_.end()) return &found->second;
        }
        return nullptr;
    }

private:
    void element(const GumboNode& node) {
        switch (node.v.element.tag) {
            case GUMBO_TAG_HTML:
                return say("lang", attribute(node, has_attribute(node, "lang") ? "lang" : "xml:lang"));
            case GUMBO_TAG_TITLE:
                return say("title", text_of(node, longest_value));
            case GUMBO_TAG_H1:
                return say("h1", text_of(node, longest_value));
            case GUMBO_TAG_META:
                return meta(node);
            case GUMBO_TAG_LINK:
                return say("link " + lower(attribute(node, "rel")), attribute(node, "href"));
            default:
                break;
        }
        if (lower(attribute(node, "rel")) == "author") say("rel author", text_of(node, 100));
        if (lower(attribute(node, "itemprop")) == "author") say("itemprop author", text_of(node, 100));
    }

    void meta(const GumboNode& node) {
        for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
            if (const std::string_view name = attribute(node, key); !name.empty()) say(lower(name.substr(0, 60)), attribute(node, "content"));
        }
    }

    // The first of a name stays. (The title in an SVG comes after the page's.)
    void say(std::string name, std::string_view value) {
        constexpr std::size_t most = 300;
        if (said_.size() < most && !trimmed(value).empty() && value.size() <= longest_value && first_of({name}) == nullptr) {
            said_.emplace_back(std::move(name), folded(value));
        }
    }

    std::vector<std::pair<std::string, std::string>> said_;
};

class Chooser {
public:
    Chooser(std::string_view name, std::vector<Value>& values) : name_(name), values_(values) {}
    // The first that is not empty stays.
    Chooser& or_else(std::string_view value, std::string_view rule) {
        if (!found_ && !value.empty()) {
            values_.push_back({std::string(name_), std::string(value), std::string(rule)});
            found_ = true;
        }
        return *this;
    }
    Chooser& or_else(const std::string* value, std::string_view rule) { return value == nullptr ? *this : or_else(std::string_view(*value), rule); }

private:
    std::string_view name_;
    std::vector<Value>& values_;
    bool found_ = false;
};

const std::string* if_address(const std::string* text) { return text != nullptr && is_address(*text) ? text : nullptr; }

const std::string* unless_address(const std::string* text) {
    return text != nullptr && !is_address(*text) && !text->starts_with("@") ? text : nullptr;
}

std::string language_in(const Said& said, const JsonLd& json_ld, std::string& rule) {
    const std::pair<const std::string*, std::string_view> places[] = {
        {said.first_of({"lang"}), "html/lang"},
        {said.first_of({"content-language", "language", "dc.language", "dcterms.language"}), "html/meta"},
        {said.first_of({"og:locale"}), "html/opengraph"},
        {&json_ld.language, "html/json-ld"}};
    for (const auto& [value, place] : places) {
        std::string language = value == nullptr ? std::string() : common::plain_language(*value);
        if (!language.empty()) {
            rule = place;
            return language;
        }
    }
    return {};
}

}  // namespace

std::vector<Value> metadata_of(const Page& page) {
    const Said said(*page.tree);
    const JsonLd& json_ld = page.json_ld;
    std::vector<Value> values;
    Chooser("title", values)
        .or_else(json_ld.headline, "html/json-ld")
        .or_else(said.first_of({"og:title"}), "html/opengraph")
        .or_else(said.first_of({"title"}), "html/title")
        .or_else(said.first_of({"twitter:title", "dc.title", "dcterms.title", "title"}), "html/meta")
        .or_else(said.first_of({"h1"}), "html/h1");
    std::string rule;
    const std::string language = language_in(said, json_ld, rule);
    Chooser("language", values).or_else(language, rule);
    Chooser("publisher", values)
        .or_else(json_ld.publisher, "html/json-ld")
        .or_else(said.first_of({"og:site_name"}), "html/opengraph")
        .or_else(unless_address(said.first_of({"publisher", "dc.publisher", "dcterms.publisher", "application-name"})), "html/meta");
    Chooser("author", values)
        .or_else(json_ld.author, "html/json-ld")
        .or_else(unless_address(said.first_of({"author", "dc.creator", "dcterms.creator", "sailthru.author", "parsely-author", "byl"})), "html/meta")
        .or_else(unless_address(said.first_of({"article:author", "og:author"})), "html/opengraph")
        .or_else(said.first_of({"itemprop author"}), "html/itemprop")
        .or_else(said.first_of({"rel author"}), "html/rel");
    Chooser("url", values)
        .or_else(if_address(said.first_of({"link canonical"})), "html/canonical")
        .or_else(if_address(said.first_of({"og:url"})), "html/opengraph")
        .or_else(if_address(&json_ld.url), "html/json-ld");
    return values;
}

std::string language_of(const Page& page) {
    std::string rule;
    return language_in(Said(*page.tree), page.json_ld, rule);
}

}  // namespace html
