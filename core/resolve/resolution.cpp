#include <utility>

#include "core/resolve/resolve.h"

namespace dateline::resolve {

void Resolution::clear() {
    for (Entity& entity : entities) {
        spare_.push_back(std::move(entity));
    }
    entities.clear();
    entity_of.clear();
}

Entity& Resolution::add() {
    if (spare_.empty()) {
        return entities.emplace_back();
    }
    Entity& entity = entities.emplace_back(std::move(spare_.back()));
    spare_.pop_back();
    entity.id.clear();
    entity.name.clear();
    entity.mentions.clear();
    entity.aliases.clear();
    entity.facts.clear();
    return entity;
}

}  // namespace dateline::resolve
