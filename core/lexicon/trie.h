/// The entries of all lists as a trie, at build time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lexicon/format.h"
#include "core/lexicon/pool.h"
#include "core/lexicon/words.h"

namespace dateline::lexicon {

/// What of a lexicon's file holds entries.
struct EntryTables {
    std::vector<End> ends;
    std::vector<Root> any_table, capital_table;
    std::vector<Node> nodes;
    std::vector<std::uint64_t> any_filter, capital_filter;
};

class Trie {
public:
    /// Adds an entry. When it is in the list already, adds nothing and gives the place of the first one.
    std::optional<std::size_t> add(const std::vector<WordCutter::Word>& words, std::uint32_t list, Condition condition, std::string_view value,
                                   std::size_t at);
    /// Bits of lists in which an entry begins with another one.
    std::uint64_t nested_lists() const;
    EntryTables compile(Pool& pool);

private:
    struct TrieEnd {
        std::string value, exact;
        std::uint32_t list;
        Condition condition;
        std::size_t at;
    };
    struct TrieNode {
        std::string folded;
        std::uint64_t hash = 0;
        std::vector<std::uint32_t> children;
        std::vector<TrieEnd> ends;
        std::uint32_t first_child = 0;  ///< in EntryTables::nodes
    };
    std::uint32_t step(std::uint32_t parent, const WordCutter::Word& word);
    void place_children(EntryTables& tables);
    bool can_begin_anyhow(std::uint32_t node) const;
    std::uint32_t run(std::uint32_t index, Pool& pool, EntryTables& tables, bool any_only);
    Node node(std::uint32_t index, Pool& pool, EntryTables& tables, bool any_only);
    Root root(std::uint32_t index, Pool& pool, EntryTables& tables, bool any_only);

    std::vector<TrieNode> nodes_ = std::vector<TrieNode>(1);  ///< the root, which is no token, first
    std::unordered_map<std::string, std::uint32_t> steps_;    ///< by parent and folded token
    std::unordered_map<std::string, std::uint32_t> runs_;     ///< where each run of ends begins
};

/// First tokens into an open-addressing table, and the filter before it.
std::vector<Root> make_table(const std::vector<Root>& roots);
std::vector<std::uint64_t> make_filter(const std::vector<std::uint64_t>& hashes);

}  // namespace dateline::lexicon
