/// Words that a full stop belongs to, and words that begin sentences: core/text/data/.
#pragma once

#include <cstdint>

namespace dateline::text {

enum class Abbreviation : std::uint8_t {
    none,
    title,   ///< never ends a sentence: Mr., Gen.
    end,     ///< ends one before a sentence starter: Inc., a.m.
    number   ///< ends none before a number: No. 5
};

/// What a word before a full stop is. `capital`: it begins with a capital in the text; some count only so (Sat., No.).
Abbreviation abbreviation(std::uint64_t hash, bool capital);

/// Whether a capitalised word is one that often begins a sentence: The, In, However.
bool is_sentence_starter(std::uint64_t hash);

}  // namespace dateline::text
