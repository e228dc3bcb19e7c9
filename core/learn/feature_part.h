/// The parts that features are made of.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/text/fold.h"
#include "dateline/plugin.h"

namespace dateline::learn {

/// A part of a feature. `token` is the word's own where the code is a word's.
struct Part {
    std::uint64_t code = 0;
    std::uint32_t token = DATELINE_NONE;
    std::uint32_t index = 0;        ///< among the few that it is one of
    std::string_view keyword = {};  ///< the word whose hash the code is, when it is none of the text's
};
inline constexpr std::uint32_t most_few = 16;  ///< numbers or keywords that a part may be

/// The part that a keyword is, and a small number.
inline Part keyword(std::string_view word, std::uint32_t index) { return {text::hash(word), DATELINE_NONE, index, word}; }
inline Part number(std::uint64_t number) { return {number, DATELINE_NONE, static_cast<std::uint32_t>(number)}; }

template <std::size_t count>
std::array<Part, count> keywords(const std::array<std::string_view, count>& words) {
    std::array<Part, count> parts;
    for (std::uint32_t i = 0; i < count; ++i) parts[i] = keyword(words[i], i);
    return parts;
}

}  // namespace dateline::learn
