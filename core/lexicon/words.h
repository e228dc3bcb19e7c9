/// Words of a source file as tokens, cut and folded like those of a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analysis.h"

namespace dateline::lexicon {

/// Cuts words into tokens. Reused, so that its memory is allocated once.
class WordCutter {
public:
    struct Word {
        std::string_view folded, verbatim;
        std::uint64_t hash;
        std::uint32_t flags;  ///< DATELINE_TOKEN_*
    };
    /// The tokens of `words`; valid until the next call and as long as `words` live.
    const std::vector<Word>& cut(std::string_view words);

private:
    text::Analysis analysis_;
    std::string after_letter_;
    std::vector<Word> words_;
};

}  // namespace dateline::lexicon
