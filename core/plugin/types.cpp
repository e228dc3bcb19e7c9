#include <algorithm>
#include <tuple>

#include "core/plugin/catalogue.h"

namespace dateline::plugin {

Types types_of(const std::vector<Found>& found) {
    std::vector<const ProducedType*> produced;
    for (const Found& one : found) {
        if (one.state == Found::State::usable) {
            for (const ProducedType& type : one.manifest.produces) {
                produced.push_back(&type);
            }
        }
    }
    std::sort(produced.begin(), produced.end(), [](const ProducedType* a, const ProducedType* b) {
        const auto key = [](const TypeDeclaration& type) { return std::tuple(type.silent(), type.order, std::tie(type.collection, type.name)); };
        return key(a->type) < key(b->type);
    });
    Types types;
    for (const ProducedType* one : produced) {
        const auto type = static_cast<std::uint32_t>(types.types.size());
        types.types.push_back(one->type);
        for (const FactDeclaration& fact : one->facts) {
            types.types.back().facts.push_back(static_cast<std::uint32_t>(types.facts.size()));
            types.facts.push_back(fact);
            types.facts.back().type = type;
        }
    }
    return types;
}

}  // namespace dateline::plugin
