#include "core/text/analysis.h"

#include <utility>

#include "core/text/blocks.h"
#include "core/text/lost_breaks.h"
#include "core/text/sentences.h"
#include "core/text/tokens.h"

namespace dateline::text {

void Analysis::clear() {
    folded.clear();
    blocks.clear();
    sentences.clear();
    tokens.clear();
}

namespace {

void tokenise(std::string_view text, Analysis& analysis) {
    analysis.folded.clear();
    analysis.sentences.clear();
    analysis.tokens.clear();
    Tokenizer tokenizer(text, analysis.folded, analysis.tokens);
    for (std::uint32_t block = 0; block < analysis.blocks.size(); ++block) {
        const auto first_token = static_cast<std::uint32_t>(analysis.tokens.size());
        tokenizer.run(analysis.blocks[block].begin, analysis.blocks[block].end);
        find_sentences(text, block, first_token, analysis);
    }
    tokenizer.finish();
}

// What a block holds behind a break is a block of its own, of the same kind. Both keep the place in the source.
void split(const std::vector<std::uint32_t>& breaks, std::vector<dateline_block>& blocks) {
    std::vector<dateline_block> pieces;
    auto next = breaks.begin();
    for (dateline_block block : blocks) {
        for (; next != breaks.end() && *next < block.end; ++next) {
            pieces.push_back(block);
            pieces.back().end = *next;
            block.begin = *next;
        }
        pieces.push_back(block);
    }
    blocks = std::move(pieces);
}

}  // namespace

void analyse(std::string_view text, Analysis& analysis) {
    if (analysis.blocks.empty()) find_blocks(text, analysis.blocks);
    tokenise(text, analysis);
    const std::vector<std::uint32_t> breaks = find_lost_breaks(text, analysis.tokens);
    if (breaks.empty()) return;
    split(breaks, analysis.blocks);
    tokenise(text, analysis);
}

}  // namespace dateline::text
