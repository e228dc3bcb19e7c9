/// Steps through the trie of entries.
#pragma once

#include <string_view>

#include "core/lexicon/format.h"
#include "core/text/analysis.h"
#include "dateline/text.h"

namespace dateline::lexicon {

/// The tokens of a text as the trie sees them.
class EntryWalker {
public:
    EntryWalker(const Lexicon::Tables& tables, std::string_view text, const text::Analysis& analysis)
        : tables_(tables), text_(text), tokens_(analysis.tokens.data()), folded_(analysis.folded.data()) {}

    /// Whether a capital may be asked for, and is there.
    static bool is_capital(const dateline_token& token) { return (token.flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_NUMBER)) != 0; }

    /// Whether an entry may begin with a token; nearly always right. Without branches, as no one can foretell the answer.
    bool may_begin(const dateline_token& token) const {
        const bool capital = is_capital(token);
        return may_contain(capital ? tables_.capital_filter.data() : tables_.any_filter.data(), capital ? tables_.capital_shift : tables_.any_shift, token.hash);
    }

    /// Fetches what root() reads.
    void prefetch(const dateline_token& token) const {
        const std::span<const Node> table = is_capital(token) ? tables_.capital_table : tables_.any_table;
        __builtin_prefetch(table.data() + slot(token.hash, table.size()));
    }

    /// The node of an entry's first token, or null.
    const Node* root(const dateline_token& token) const {
        const std::span<const Node> table = is_capital(token) ? tables_.capital_table : tables_.any_table;
        for (std::size_t at = slot(token.hash, table.size()); table[at].hash != 0; at = at + 1 == table.size() ? 0 : at + 1) {
            if (is(table[at], token)) return &table[at];
        }
        return nullptr;
    }

    /// The node of the entries' next token, or null.
    const Node* child(const Node& node, const dateline_token& token) const {
        if ((node.child_filter >> (token.hash >> 59) & 1) == 0) return nullptr;
        return find_child(node, token);
    }

    /// Whether an entry that ends here, and began at `first`, is written as its list wants it.
    bool fits(const End& end, const dateline_token* first, std::uint32_t count) const {
        if (end.condition == Condition::any) return true;
        return end.condition == Condition::capital ? is_capital(*first) : is_exact(end, first, count);
    }

    std::span<const End> ends(const Node& node) const { return tables_.ends.subspan(node.first_end, node.end_count); }

private:
    // The hash of up to 8 bytes is one-to-one (core/text/hash.h), so such words need no second look.
    bool is(const Node& node, const dateline_token& token) const {
        if (node.hash != token.hash || node.text_length != token.folded_length) return false;
        return node.text_length <= 8 ||
               std::string_view(tables_.strings.data() + node.text, node.text_length) == std::string_view(folded_ + token.folded, token.folded_length);
    }
    const Node* find_child(const Node& node, const dateline_token& token) const;
    bool is_exact(const End& end, const dateline_token* first, std::uint32_t count) const;

    const Lexicon::Tables& tables_;
    std::string_view text_;
    const dateline_token* tokens_;
    const char* folded_;
};

}  // namespace dateline::lexicon
