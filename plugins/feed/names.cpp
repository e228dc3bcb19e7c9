#include "names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace feed {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> namespaces = {{
    {"http://www.w3.org/2005/Atom", "atom"},
    {"http://purl.org/atom/ns#", "atom"},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://channel.netscape.com/rdf/simple/0.9/", ""},
    {"http://backend.userland.com/rss2", ""},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://purl.org/rss/1.0/modules/content/", "content"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
}};

std::string_view prefix_of(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

// What an attribute "xmlns" or "xmlns:…" says; false when it is another one, or of an unknown namespace.
bool reads_declaration(const pugi::xml_attribute& attribute, std::string_view& prefix, std::string_view& ours) {
    const std::string_view name = attribute.name(), address = attribute.value();
    if (name != "xmlns" && !name.starts_with("xmlns:")) return false;
    const auto* known = std::find_if(namespaces.begin(), namespaces.end(), [&](const auto& one) { return one.first == address; });
    prefix = name == "xmlns" ? std::string_view() : name.substr(std::string_view("xmlns:").size());
    ours = known == namespaces.end() ? prefix : known->second;
    return known != namespaces.end();
}

}  // namespace

Names::Names(const pugi::xml_node& root) {
    std::string_view prefix, ours;
    for (const pugi::xml_attribute& attribute : root.attributes()) {
        if (reads_declaration(attribute, prefix, ours)) known_.emplace(prefix, ours);
    }
    const std::string_view name = local_name(root.name());
    if (name == "feed" || name == "entry") known_.emplace(prefix_of(root.name()), "atom");  // its namespace is misspelt
}

std::string Names::of(const pugi::xml_node& element) const {
    const std::string_view name = element.name(), prefix = prefix_of(name);
    const auto known = known_.find(prefix);
    std::string_view ours = known == known_.end() ? prefix : std::string_view(known->second);
    for (const pugi::xml_attribute& attribute : element.attributes()) {
        std::string_view declared, own;
        if (reads_declaration(attribute, declared, own) && declared == prefix) ours = own;
    }
    return ours.empty() ? std::string(local_name(name)) : std::string(ours) + ":" + std::string(local_name(name));
}

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1); }

}  // namespace feed
