/// Finds a lexicon's list entries and rules in analysed text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/text/analysis.h"
#include "dateline/plugin.h"

namespace dateline::lexicon {

/// What was found, in the shapes that plugins see. Reused by a worker. String values point into the lexicon, the text or `values`.
struct Matches {
    std::vector<std::uint64_t> token_lists;    ///< one for each token: bits of lists with an entry over it
    std::vector<dateline_hit> hits;            ///< by first token, then list
    std::vector<std::uint32_t> first_hit;      ///< for each token, and one beyond: where the hits that begin there, or later, begin
    std::vector<dateline_match> matches;       ///< by first token, then length, then rule
    std::vector<dateline_capture> captures;
    std::string values;                        ///< filled-in value templates

    void clear();
};

/// Of which entries there are hits: `asked`: not of lists whose header says `hits: none`.
enum class Hits { asked, all };

/// Looks every token up: for each list the longest entry that begins there. Entries never cross a sentence's end. One pass, linear
/// (entries have a bounded number of tokens). Clears and fills token_lists and hits.
void find_entries(const Lexicon& lexicon, std::string_view text, const text::Analysis& analysis, Matches& matches, Hits hits = Hits::asked);

/// Matches the rules that name no type, for each rule the longest match at each first token (one a start and rule). Needs find_entries' result.
/// Work is bounded: a rule that costs more than its share on a sentence is given up there, and `gave_up` counts it.
/// Clears and fills matches, captures, values.
void match_rules(const Lexicon& lexicon, std::string_view text, const text::Analysis& analysis, Matches& matches, std::uint64_t& gave_up);

/// Adds the matches of the rules that name types, over decided mentions (by begin, not overlapping). `type_ids[i]` is the
/// run's id of lexicon.type_names()[i]. Keeps what match_rules found and restores the order.
void match_typed_rules(const Lexicon& lexicon, std::string_view text, const text::Analysis& analysis,
                       std::span<const dateline_mention> mentions, std::span<const std::uint32_t> type_ids, Matches& matches,
                       std::uint64_t& gave_up);

}  // namespace dateline::lexicon
