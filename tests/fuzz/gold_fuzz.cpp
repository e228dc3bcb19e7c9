// The reader of annotated articles, and the score of what it reads against nothing found.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/evaluate/score.h"
#include "core/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const dateline::evaluate::Gold gold = dateline::evaluate::parse_gold(bytes.substr(0, dateline::text::valid_prefix(bytes)), "fuzz.ann");
    for (const dateline::evaluate::GoldMention& mention : gold.mentions) {
        if (mention.start >= mention.end) std::abort();
    }
    dateline::evaluate::Score score;
    score.add(gold, "");
    return 0;
}
