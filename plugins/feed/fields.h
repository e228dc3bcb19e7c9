/// The children of a feed or entry by name, and what they say.
#pragma once

#include <pugixml.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "names.h"

namespace feed {

/// What is known, and by what: "feed/pubDate". Both are empty when it is not.
struct Value {
    std::string value, rule;
};

/// "feed/published" of "atom:published": as it stands in a feed of its own namespace.
inline std::string rule_of(std::string_view name) {
    constexpr std::string_view atom = "atom:";
    return "feed/" + std::string(name.starts_with(atom) ? name.substr(atom.size()) : name);
}

class Fields {
public:
    Fields(const pugi::xml_node& parent, const Names& names) {
        for (const pugi::xml_node& child : parent.children()) {
            if (child.type() == pugi::node_element) all_.emplace_back(names.of(child), child);
        }
    }

    /// What read(element, name) makes of the first for which it is not empty: of those of the first name, then of the second …
    template <class Read>
    Value first(std::initializer_list<std::string_view> names, Read read) const {
        for (const std::string_view name : names) {
            for (const auto& [own_name, element] : all_) {
                if (own_name != name) continue;
                if (std::string value = read(element, name); !value.empty()) return {std::move(value), rule_of(name)};
            }
        }
        return {};
    }

    /// Null when there is none.
    pugi::xml_node find(std::string_view name) const {
        for (const auto& [own_name, element] : all_) {
            if (own_name == name) return element;
        }
        return {};
    }

    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }

private:
    std::vector<std::pair<std::string, pugi::xml_node>> all_;
};

/// The value of an attribute; empty when there is none.
inline std::string_view attribute(const pugi::xml_node& element, const char* name) { return element.attribute(name).value(); }

}  // namespace feed
