#include "core/lexicon/words.h"

namespace dateline::lexicon {

const std::vector<WordCutter::Word>& WordCutter::cut(std::string_view words) {
    // A possessive ’s is one token only after a word.
    const bool possessive = words.starts_with("'s") || words.starts_with("\u2019s");
    if (possessive) {
        after_letter_ = "x";
        words = after_letter_ += words;
    }
    analysis_.clear();
    analysis_.blocks.push_back({0, static_cast<std::uint32_t>(words.size()), DATELINE_BLOCK_PARAGRAPH, 0, 0, 0, 0, 0});
    text::analyse(words, analysis_);
    words_.clear();
    for (const dateline_token& token : analysis_.tokens) {
        words_.push_back({std::string_view(analysis_.folded).substr(token.folded, token.folded_length),
                          words.substr(token.begin, token.end - token.begin), token.hash, token.flags});
    }
    if (possessive && words_.size() > 1 && words_[0].folded == "x") words_.erase(words_.begin());
    return words_;
}

}  // namespace dateline::lexicon
