#include "core/lexicon/entries.h"

#include <algorithm>
#include <array>

#include "core/lexicon/match.h"

namespace dateline::lexicon {

const Node* EntryWalker::find_child(const Node& node, const dateline_token& token) const {
    const Node* table = tables_.nodes.data() + node.first_child;
    std::size_t at = slot(token.hash, node.child_slots);
    // The table may be full, so probing is counted.
    for (std::uint32_t left = node.child_slots; left > 0 && table[at].hash != 0; --left) {
        if (is(table[at], token)) return table + at;
        at = at + 1 == node.child_slots ? 0 : at + 1;
    }
    return nullptr;
}

bool EntryWalker::is_exact(const End& end, const dateline_token* first, std::uint32_t count) const {
    std::string_view rest = tables_.text(end.exact);
    for (const dateline_token* token = first; token != first + count; ++token) {
        const std::string_view verbatim = text_.substr(token->begin, token->end - token->begin);
        if (!rest.starts_with(verbatim)) return false;
        rest.remove_prefix(verbatim.size());
    }
    return rest.empty();
}

namespace {

/// So many words ahead a place in the tables is fetched: about the time that memory takes.
constexpr std::size_t ahead = 8;

/// So many tokens go through the passes together: what the passes hand on stays in the cache.
constexpr std::uint32_t at_once = 1024;

class Finder {
public:
    Finder(const Lexicon& lexicon, std::uint64_t bits_only, std::string_view text, const text::Analysis& analysis, Matches& matches)
        : tables_(lexicon.tables()), bits_only_(bits_only), walker_(tables_, text, analysis), analysis_(analysis), tokens_(analysis.tokens.data()), matches_(matches) {}

    void all() {
        const auto count = static_cast<std::uint32_t>(analysis_.tokens.size());
        for (std::uint32_t first = 0; first < count; first += at_once) some(first, std::min(count - first, at_once));
        std::uint32_t hits = 0;
        for (std::uint32_t& first : matches_.first_hit) first = hits += first;
    }

private:
    struct Start {
        std::uint32_t token;
        const Root* place;  // where the table has the token's hash
    };

    /// In passes, each of which the processor can foresee, and each of which fetches what the next one reads: the tokens that may begin an entry; where
    /// the table has them; their entries.
    void some(std::uint32_t first, std::uint32_t token_count) {
        std::size_t count = 0;
        for (std::uint32_t token = first; token < first + token_count; ++token) {
            starts_[count].token = token;
            count += walker_.may_begin(tokens_[token]);
        }
        const std::span<const Start> known(starts_.data(), find_places({starts_.data(), count}));
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (i + ahead < known.size()) prefetch_second(known[i + ahead]);
            add_entries(known[i]);
        }
    }

    /// Keeps those that the table has.
    std::size_t find_places(std::span<Start> starts) const {
        for (std::size_t i = 0; i < std::min(ahead, starts.size()); ++i) walker_.prefetch(tokens_[starts[i].token]);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            if (i + ahead < starts.size()) walker_.prefetch(tokens_[starts[i + ahead].token]);
            const std::uint32_t token = starts[i].token;
            const Root* place = walker_.place(tokens_[token]);
            if (place == nullptr) continue;
            if (const Node* node = walker_.node(*place); node != nullptr) __builtin_prefetch(node);
            starts[kept++] = {token, place};
        }
        return kept;
    }

    void prefetch_second(const Start& start) const {
        const Node* node = walker_.node(*start.place);
        if (node != nullptr && start.token + 1 < analysis_.tokens.size()) walker_.prefetch(*node, tokens_[start.token + 1]);
    }

    void add_entries(const Start& start) {
        const std::uint32_t token = start.token;
        const Root* root = walker_.root(tokens_[token], start.place);
        if (root == nullptr) return;
        const std::size_t before = matches_.hits.size();
        const Node* node = walker_.node(*root);
        const dateline_sentence& sentence = analysis_.sentences[tokens_[token].sentence];
        const std::uint32_t end = sentence.first_token + sentence.token_count;
        const Node* next = node == nullptr || token + 1 == end ? nullptr : walker_.child(*node, tokens_[token + 1]);
        if (next == nullptr) {
            add(root->ends, token, 1, 0);
        } else {
            walk(*root, *next, token, end);
        }
        matches_.first_hit[token + 1] = static_cast<std::uint32_t>(matches_.hits.size() - before);
    }

    /// Adds the entries of a run of ends, but those of lists that have a longer one; gives their lists.
    std::uint64_t add(std::uint32_t run, std::uint32_t first, std::uint32_t count, std::uint64_t without) {
        std::uint64_t lists = 0;
        for (const End& end : walker_.ends(run)) {
            const std::uint64_t bit = std::uint64_t{1} << end.list;
            if (((without | lists) & bit) != 0 || !walker_.fits(end, tokens_ + first, count)) continue;
            lists |= bit;
            if ((bits_only_ & bit) == 0) matches_.hits.push_back({end.list, first, count, 0, {tables_.strings.data() + end.value.offset, end.value.length}});
        }
        for (std::uint32_t i = first; i < first + count; ++i) matches_.token_lists[i] |= lists;
        return lists;
    }

    void walk(const Root& root, const Node& second, std::uint32_t first, std::uint32_t end) {
        std::array<std::uint32_t, most_entry_tokens> runs;  // where the entries of one token, two … end
        runs[0] = root.ends;
        std::uint32_t depth = 1;
        for (const Node* node = &second; node != nullptr;) {
            runs[depth++] = node->ends;
            const bool goes_on = depth < most_entry_tokens && first + depth < end && node->child_slots > 0;
            node = goes_on ? walker_.child(*node, tokens_[first + depth]) : nullptr;
        }
        const std::size_t before = matches_.hits.size();
        std::uint64_t lists = 0;
        std::uint32_t lengths = 0;
        for (; depth > 0; --depth) {
            const std::uint64_t added = add(runs[depth - 1], first, depth, lists);
            lists |= added;
            lengths += added != 0;
        }
        if (lengths > 1) {
            std::sort(matches_.hits.begin() + static_cast<std::ptrdiff_t>(before), matches_.hits.end(),
                      [](const dateline_hit& a, const dateline_hit& b) { return a.list < b.list; });
        }
    }

    const Lexicon::Tables& tables_;
    std::uint64_t bits_only_;
    EntryWalker walker_;
    const text::Analysis& analysis_;
    const dateline_token* tokens_;
    Matches& matches_;
    std::array<Start, at_once> starts_;
};

}  // namespace

void Matches::clear() {
    token_lists.clear();
    hits.clear();
    first_hit.clear();
    matches.clear();
    captures.clear();
    values.clear();
}

void find_entries(const Lexicon& lexicon, std::string_view text, const text::Analysis& analysis, Matches& matches, Hits hits) {
    matches.hits.clear();
    matches.token_lists.assign(analysis.tokens.size(), 0);
    matches.first_hit.assign(analysis.tokens.size() + 1, 0);
    Finder(lexicon, hits == Hits::all ? 0 : lexicon.tables().bits_only, text, analysis, matches).all();
}

}  // namespace dateline::lexicon
