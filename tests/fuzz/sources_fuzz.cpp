// A plugin's data: a list, rules and evidence, parted by a line of "----", are compiled or refused with a BuildError; what is compiled is
// opened and matched over a text.
#include <array>
#include <cstdint>
#include <cstdlib>

#include "core/lexicon/build.h"
#include "core/lexicon/match.h"
#include "tests/fuzz/temporary_file.h"

namespace {

constexpr std::string_view separator = "\n----\n";
constexpr std::string_view article = "On March 21, 2024 Li Na, Vice President of Eastport Maritime University (EMU), paid $6.4 million.\n\nSri Lanka in in in in January";

std::string_view cut(std::string_view& rest) {
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + separator.size());
    return part;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline;
    static const fuzz::TemporaryFolder folder;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    for (const char* name : {"words.tsv", "all.rules", "evidence.tsv"}) {
        folder.write(name, cut(rest));
    }
    try {
        const auto compiled = lexicon::Lexicon::from_bytes(lexicon::build(folder.path()));
        text::Analysis analysis;
        text::analyse(article, analysis);
        lexicon::Matches matches;
        std::uint64_t gave_up = 0;
        lexicon::find_entries(*compiled, article, analysis, matches);
        lexicon::match_rules(*compiled, article, analysis, matches, gave_up);
        for (const dateline_match& match : matches.matches) {
            if (match.first_token + match.token_count > analysis.tokens.size()) std::abort();
        }
    } catch (const lexicon::BuildError&) {
    }
    return 0;
}
