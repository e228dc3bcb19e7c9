/// The accepted mentions in order, and which of them have one name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/mention/candidate.h"
#include "core/mention/type.h"

namespace dateline::resolve {

/// Mentions of written types by type, then place, each with the number of its name. Mentions of equal names (of types with a key: of equal
/// keys) have one number; numbers are dense. Reused from document to document.
class Mentions {
public:
    void fill(std::string_view text, const Proposals& proposals, const Types& types);

    std::uint32_t size() const { return static_cast<std::uint32_t>(candidates_.size()); }
    std::uint32_t candidate(std::uint32_t mention) const { return candidates_[mention]; }
    std::uint32_t name(std::uint32_t mention) const { return names_[mention]; }
    std::uint32_t name_count() const { return static_cast<std::uint32_t>(first_.size()); }
    /// The first mention of a name.
    std::uint32_t first(std::uint32_t name) const { return first_[name]; }

private:
    struct Place {
        std::uint32_t type, begin, candidate;
    };
    // What mentions must have in common to be one: the value of the key, or else the name.
    struct Key {
        std::uint32_t type;
        bool by_value;
        std::uint64_t hash;
        std::uint32_t begin, length;  // in spelling_
        std::uint32_t mention;
    };

    void sort_by_place(const Proposals& proposals, const Types& types);
    void add_key(std::string_view text, const Proposals& proposals, const Types& types, std::uint32_t mention);
    std::string_view spelling(const Key& key) const { return std::string_view(spelling_).substr(key.begin, key.length); }
    void number_names();

    std::vector<Place> places_;
    std::vector<Key> keys_;
    std::string spelling_;
    std::vector<std::uint32_t> candidates_, names_, first_;
};

}  // namespace dateline::resolve
