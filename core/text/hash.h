/// The steps of the word hash, for the tokenizer, which hashes while it folds.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dateline::text {

/// Up to 8 bytes as a little-endian number, zeros above. Text has no NUL, so the length needs no place of its own in the hash.
inline std::uint64_t load(const char* bytes, std::size_t count) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, count);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    return word;
}

inline constexpr std::uint64_t hash_seed = 0x243F6A8885A308D3u;

/// Takes in the next 8 bytes, or the last 1 to 8. One-to-one for a given `hash`, so words of up to 8 bytes never collide.
constexpr std::uint64_t hash_step(std::uint64_t hash, std::uint64_t word) {
    std::uint64_t mixed = (hash ^ word) * 0x9E3779B97F4A7C15u;
    mixed ^= mixed >> 32;
    mixed *= 0xD6E8FEB86659FD93u;
    return mixed ^ (mixed >> 32);
}

constexpr std::uint64_t hash_finish(std::uint64_t hash) {
    return hash == 0 ? 1 : hash;
}

/// hash() of a folded word of 1 to 8 bytes, at compile time.
consteval std::uint64_t short_hash(std::string_view folded) {
    if (folded.empty() || folded.size() > 8) throw "not a short word";
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < folded.size(); ++i) word |= std::uint64_t{static_cast<unsigned char>(folded[i])} << (8 * i);
    return hash_finish(hash_step(hash_seed, word));
}

}  // namespace dateline::text
