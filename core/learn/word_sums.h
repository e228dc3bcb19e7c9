/// What words say by themselves, remembered from document to document: most words of a text have been in others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/learn/feature_list.h"

namespace dateline::learn {

/// One a worker. Of fixed size: a word takes the place of one that was there before, so that what is remembered changes speed and nothing else.
class WordSums {
public:
    static constexpr std::int32_t unknown = std::numeric_limits<std::int32_t>::min();

    /// What a word says for a type in a role, as `sum(topic)` gives it; the word's topic as `topic()` gives it.
    template <class Topic, class Sum>
    std::int32_t get(std::uint32_t type, Role role, const WordCodes& word, Topic topic, Sum sum) {
        Kept& kept = kept_[place(type, word)];
        if (kept.word != word || kept.type != type) {
            kept.word = word;
            kept.type = type;
            kept.topic = topic();
            kept.sums.fill(unknown);
        }
        std::int32_t& known = kept.sums[static_cast<std::size_t>(role)];
        if (known == unknown) known = sum(kept.topic);
        return known;
    }

private:
    struct Kept {
        WordCodes word;
        std::uint64_t topic = 0;
        std::uint32_t type = 0;
        std::array<std::int32_t, role_count> sums{};
    };
    static constexpr std::size_t size = 8192;  // half a MiB

    static std::size_t place(std::uint32_t type, const WordCodes& word) { return ((word.word ^ word.shape * 0x9E3779B97F4A7C15u >> 40) + type * 0x5BD1u) & (size - 1); }

    std::vector<Kept> kept_ = std::vector<Kept>(size);
};

}  // namespace dateline::learn
