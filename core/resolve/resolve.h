/// Joins mentions into entities, blind to what the types mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/mention/candidate.h"
#include "core/mention/type.h"

namespace dateline::resolve {

struct Alias {
    std::string name;                         ///< white space folded
    std::uint32_t link = 0;                   ///< index into Proposals::links: the reason
    std::uint32_t begin = 0, end = 0;         ///< bytes: the link's place, or that of the other name that it joins where that is the shorter one
};

struct Entity {
    std::uint32_t type = 0;
    std::string id;                           ///< "o1"
    std::string name;                         ///< the fullest name, white space folded; empty for types that are not named
    std::vector<std::uint32_t> mentions;      ///< accepted candidates in text order, at least one
    std::vector<Alias> aliases;               ///< other names, in the order of their first mention
    std::vector<std::uint32_t> facts;         ///< accepted facts in text order, those that say the same, or less, left out
};

struct Resolution {
    std::vector<Entity> entities;             ///< by type (the record's order), then first mention
    std::vector<std::uint32_t> entity_of;     ///< candidate index -> entity index, DATELINE_NONE for those not accepted or silent

    void clear();
    /// An empty entity at the end of `entities`, with memory that an earlier document's left.
    Entity& add();

private:
    std::vector<Entity> spare_;
};

/// Mentions of one type join when their names are equal (folded, white space left out: `Co.,Ltd` is `Co., Ltd`), when an accepted link
/// joins them, or, for a type with a key attribute, when that attribute's value is equal (names then count only where it is null). Near linear.
void resolve(std::string_view text, const Proposals& proposals, const Types& types, Resolution& resolution);

}  // namespace dateline::resolve
