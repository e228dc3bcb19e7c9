/// Names of elements whatever prefix their namespace has.
#pragma once

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>

namespace feed {

/// "title" is RSS's own, "atom:title" Atom's, "dc:date", "dcterms:issued", "content:encoded", "rdf:value", "xhtml:body" are of the modules that feeds
/// use. Of an unknown namespace the prefix stays as it is.
class Names {
public:
    /// Knows the namespaces that the root declares.
    explicit Names(const pugi::xml_node& root);
    std::string of(const pugi::xml_node& element) const;

private:
    std::map<std::string, std::string, std::less<>> known_;  // a prefix of the document ("" for none), and ours
};

/// "p" of "xhtml:p".
std::string_view local_name(std::string_view name);

}  // namespace feed
