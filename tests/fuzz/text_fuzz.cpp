// Repair and analysis of any bytes: tokens in order, inside their sentence and block, on character boundaries.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/text/analysis.h"
#include "core/text/utf8.h"

namespace {

void require(bool promise) {
    if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline::text;
    std::string text(reinterpret_cast<const char*>(data), size);
    std::erase(text, '\0');
    text.resize(valid_prefix(text));
    Analysis analysis;
    analyse(text, analysis);
    std::uint32_t end = 0;
    for (const dateline_token& token : analysis.tokens) {
        require(end <= token.begin && token.begin < token.end && token.end <= text.size());
        require(is_boundary(text, token.begin) && is_boundary(text, token.end));
        require(std::size_t{token.folded} + token.folded_length <= analysis.folded.size());
        const dateline_sentence& sentence = analysis.sentences.at(token.sentence);
        const dateline_block& block = analysis.blocks.at(sentence.block);
        require(block.begin <= token.begin && token.end <= block.end);
        end = token.end;
    }
    return 0;
}
