// A good lexicon with numbers changed as the fuzzer's bytes say: it is refused, or no use of it reads beyond it. The bytes begin with the
// length of a text to search, and the text; then come places (2 bytes) and what to write there (4 bytes).
#include <cstring>
#include <stdexcept>

#include "core/lexicon/builder.h"
#include "core/lexicon/match.h"
#include "core/text/utf8.h"

using namespace dateline;

namespace {

std::string build() {
    lexicon::Builder builder;
    builder.add_list(lexicon::Source("a.tsv", "# list: a\n# source: s\n# licence: l\nMay\t05\nMay Day\nthe May Day march\n"));
    builder.add_list(lexicon::Source("b.tsv", "# list: b\n# source: s\n# licence: l\n# case: exact\nAG\nAg\nS.p.A.\n"));
    builder.add_rules(lexicon::Source("a.rules", "rule one: \"the\"? m:@a ( \"of\" | !\"in\" #any )* ~\",\"? [ y:#9999 ] => l \"{y}-{m:02}\"\n"
                                                 "rule two: ^ <person> \"of\" o:<organization> $ => m\n"));
    builder.add_evidence(lexicon::Source("evidence.tsv", "# source: s\ne\t10\tstands after “{0}”\n"));
    return builder.finish();
}

void change(std::string& bytes, std::string_view changes) {
    for (; changes.size() >= 6; changes.remove_prefix(6)) {
        std::uint16_t place = 0;
        std::memcpy(&place, changes.data(), sizeof place);
        std::memcpy(bytes.data() + place % (bytes.size() - 4), changes.data() + 2, 4);
    }
}

void use(const lexicon::Lexicon& lexicon, std::string_view text) {
    text::Analysis analysis;
    text::analyse(text, analysis);
    lexicon::Matches matches;
    std::uint64_t gave_up = 0;
    lexicon::find_entries(lexicon, text, analysis, matches);
    lexicon::match_rules(lexicon, text, analysis, matches, gave_up);
    const std::vector<std::uint32_t> types(lexicon.type_names().size());
    std::vector<dateline_mention> mentions;
    for (std::uint32_t i = 0; i + 1 < analysis.tokens.size(); i += 3) mentions.push_back({0, 0, 0, i, 2, 0, 0, 0});
    lexicon::match_typed_rules(lexicon, text, analysis, mentions, types, matches, gave_up);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string good = build();
    if (size == 0) return 0;
    const std::string_view input(reinterpret_cast<const char*>(data + 1), size - 1);
    std::string text(input.substr(0, data[0]));
    text.resize(text::valid_prefix(text));
    text.resize(std::min(text.size(), text.find('\0')));
    std::string bytes = good;
    change(bytes, input.substr(std::min<std::size_t>(input.size(), data[0])));
    try {
        use(*lexicon::Lexicon::from_bytes(bytes), text);
    } catch (const std::runtime_error&) {  // refused
    }
    return 0;
}
