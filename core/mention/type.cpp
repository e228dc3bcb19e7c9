#include "core/mention/type.h"

#include <algorithm>

namespace dateline {
namespace {

// A run has a dozen types with a handful of fields, and names are looked up once a process.
template <class Declarations>
std::uint32_t find_by_name(const Declarations& declarations, std::string_view name) {
    const auto found = std::find_if(declarations.begin(), declarations.end(), [name](const auto& one) { return one.name == name; });
    return found == declarations.end() ? DATELINE_NONE : static_cast<std::uint32_t>(found - declarations.begin());
}

}  // namespace

std::uint32_t Types::find(std::string_view type) const {
    return find_by_name(types, type);
}

std::uint32_t Types::find_attribute(std::uint32_t type, std::string_view name) const {
    return type < types.size() ? find_by_name(types[type].attributes, name) : DATELINE_NONE;
}

std::uint32_t Types::find_fact(std::uint32_t type, std::string_view name) const {
    if (type >= types.size()) {
        return DATELINE_NONE;
    }
    const std::vector<std::uint32_t>& own = types[type].facts;
    const auto found = std::find_if(own.begin(), own.end(), [&](std::uint32_t fact) { return facts[fact].name == name; });
    return found == own.end() ? DATELINE_NONE : *found;
}

std::uint32_t Types::find_field(std::uint32_t fact, std::string_view name) const {
    return fact < facts.size() ? find_by_name(facts[fact].fields, name) : DATELINE_NONE;
}

}  // namespace dateline
