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

    /// Fetches what place() reads.
    void prefetch(const dateline_token& token) const {
        const std::span<const Root> table = table_of(token);
        __builtin_prefetch(table.data() + slot(token.hash, table.size()));
    }

    /// Where the table has the hash of an entry's first token; null when it has not.
    const Root* place(const dateline_token& token) const {
        const std::span<const Root> table = table_of(token);
        for (std::size_t at = slot(token.hash, table.size()); table[at].hash != 0; at = at + 1 == table.size() ? 0 : at + 1) {
            if (table[at].hash == token.hash) return &table[at];
        }
        return nullptr;
    }

    /// What the table has of an entry's first token, from its place on; or null.
    const Root* root(const dateline_token& token, const Root* place) const {
        const std::span<const Root> table = table_of(token);
        for (const Root* root = place; root->hash != 0; root = root + 1 == table.data() + table.size() ? table.data() : root + 1) {
            if (root->hash == token.hash && is(*root, token)) return root;
        }
        return nullptr;
    }

    const Root* root(const dateline_token& token) const {
        const Root* start = place(token);
        return start == nullptr ? nullptr : root(token, start);
    }

    /// The node of a first token, or null when nothing follows it.
    const Node* node(const Root& root) const { return root.more < more_text ? &tables_.nodes[root.more] : nullptr; }

    /// The node of the entries' next token, or null.
    const Node* child(const Node& node, const dateline_token& token) const {
        if ((node.child_filter >> (token.hash >> 59) & 1) == 0) return nullptr;
        return find_child(node, token);
    }

    /// Fetches what child() reads beside the node.
    void prefetch(const Node& node, const dateline_token& token) const {
        if ((node.child_filter >> (token.hash >> 59) & 1) == 0) return;
        __builtin_prefetch(tables_.nodes.data() + node.first_child + slot(token.hash, node.child_slots));
    }

    /// Whether an entry that ends here, and began at `first`, is written as its list wants it.
    bool fits(const End& end, const dateline_token* first, std::uint32_t count) const {
        if (end.condition == Condition::any) return true;
        return end.condition == Condition::capital ? is_capital(*first) : is_exact(end, first, count);
    }

    /// The ends of a run.
    std::span<const End> ends(std::uint32_t run) const { return {tables_.ends.data() + (run >> 7), run & most_ends}; }

private:
    std::span<const Root> table_of(const dateline_token& token) const { return is_capital(token) ? tables_.capital_table : tables_.any_table; }
    std::string_view folded(const dateline_token& token) const { return {folded_ + token.folded, token.folded_length}; }
    bool is(const Root& root, const dateline_token& token) const {
        if (root.more == no_index) return token.folded_length <= 8;
        return root.more < more_text ? is(tables_.nodes[root.more], token) : is_text(root.more - more_text, token);
    }
    bool is(const Node& node, const dateline_token& token) const {
        if (node.hash != token.hash || node.text_length != token.folded_length) return false;
        return node.text_length <= 8 || tables_.text({node.text, node.text_length}) == folded(token);
    }
    // No token holds NUL, so with the NUL behind it the lengths are the same, too.
    bool is_text(std::uint32_t offset, const dateline_token& token) const {
        const std::string_view rest = tables_.strings.substr(offset);
        return rest.size() > token.folded_length && rest[token.folded_length] == '\0' && rest.starts_with(folded(token));
    }
    const Node* find_child(const Node& node, const dateline_token& token) const;
    bool is_exact(const End& end, const dateline_token* first, std::uint32_t count) const;

    const Lexicon::Tables& tables_;
    std::string_view text_;
    const dateline_token* tokens_;
    const char* folded_;
};

}  // namespace dateline::lexicon
