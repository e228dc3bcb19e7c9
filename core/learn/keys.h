/// How features become keys of the table of weights.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/learn/feature_list.h"
#include "core/text/fold.h"
#include "core/text/hash.h"

namespace dateline::learn {

inline constexpr std::uint64_t no_parts = 0x3C6EF372FE94F82B;

inline std::uint64_t add_part(std::uint64_t codes, std::uint64_t code) { return text::hash_step(codes, code); }

inline std::uint64_t codes_of(std::span<const Part> parts) {
    std::uint64_t codes = no_parts;
    for (const Part& part : parts) codes = add_part(codes, part.code);
    return codes;
}

/// What the key of a template's feature for a type begins with. A template is known by its place in the list: a new one goes to the end.
inline std::uint64_t feature_base(std::string_view type, std::size_t index) { return text::hash_step(text::hash(type), index + 1); }

/// The key of a declared evidence ("people", "after-title"), whose weight the learned one replaces.
inline std::uint64_t evidence_key(std::string_view plugin, std::string_view name) {
    return text::hash_step(text::hash_step(text::hash_step(text::hash_seed, 0xE51D), text::hash(plugin)), text::hash(name));
}

/// Stands for a learned weight of 0: the table holds no zeros.
inline constexpr std::int32_t learned_zero = 32767;

/// There for a type whose weights were learned.
inline std::uint64_t known_key(std::string_view type) { return text::hash_step(text::hash(type), 0xC0DE0000); }

/// The keys of what a margin is worth, of a type, a fact or links: the confidence is that of margin * slope / 100 + offset.
inline std::uint64_t slope_key(std::string_view type) { return text::hash_step(text::hash(type), 0x510E0000); }
inline std::uint64_t offset_key(std::string_view type) { return text::hash_step(text::hash(type), 0x0FF50000); }

}  // namespace dateline::learn
