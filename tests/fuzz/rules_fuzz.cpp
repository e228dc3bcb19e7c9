// Sources of the fuzzer's bytes, with NUL between a list, rules, evidence and a text: a mistake is told, or what was built finds things in the text.
#include <array>
#include <cstdio>
#include <cstdlib>

#include "core/lexicon/builder.h"
#include "core/lexicon/match.h"
#include "core/text/utf8.h"

using namespace dateline;

namespace {

std::string build(const std::array<std::string, 4>& parts) {
    lexicon::Builder builder;
    builder.add_list(lexicon::Source("list.tsv", "# list: a\n# source: s\n# licence: l\n" + parts[0]));
    builder.add_rules(lexicon::Source("some.rules", parts[1]));
    builder.add_evidence(lexicon::Source("evidence.tsv", "# source: s\n" + parts[2]));
    return builder.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    std::array<std::string, 4> parts;
    for (std::string& part : parts) {
        part = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    }
    std::string& text = parts[3];
    text.resize(text::valid_prefix(text));
    std::string bytes;
    try {
        bytes = build(parts);
    } catch (const lexicon::BuildError&) {
        return 0;
    }
    const auto lexicon = lexicon::Lexicon::from_bytes(bytes);  // what was built must open
    text::Analysis analysis;
    text::analyse(text, analysis);
    lexicon::Matches matches;
    std::uint64_t gave_up = 0;
    lexicon::find_entries(*lexicon, text, analysis, matches);
    lexicon::match_rules(*lexicon, text, analysis, matches, gave_up);
    for (const dateline_match& match : matches.matches) {
        if (match.token_count == 0 || match.outer_first + match.outer_count > analysis.tokens.size()) std::abort();
    }
    return 0;
}
