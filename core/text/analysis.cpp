#include "core/text/analysis.h"

#include "core/text/blocks.h"
#include "core/text/sentences.h"
#include "core/text/tokens.h"

namespace dateline::text {

void Analysis::clear() {
    folded.clear();
    blocks.clear();
    sentences.clear();
    tokens.clear();
}

void analyse(std::string_view text, Analysis& analysis) {
    analysis.folded.clear();
    analysis.sentences.clear();
    analysis.tokens.clear();
    if (analysis.blocks.empty()) find_blocks(text, analysis.blocks);
    Tokenizer tokenizer(text, analysis.folded, analysis.tokens);
    for (std::uint32_t block = 0; block < analysis.blocks.size(); ++block) {
        const auto first_token = static_cast<std::uint32_t>(analysis.tokens.size());
        tokenizer.run(analysis.blocks[block].begin, analysis.blocks[block].end);
        find_sentences(text, block, first_token, analysis);
    }
    tokenizer.finish();
}

}  // namespace dateline::text
