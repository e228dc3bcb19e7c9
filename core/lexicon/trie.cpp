#include "core/lexicon/trie.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/lexicon/build.h"

namespace dateline::lexicon {
namespace {

/// A filter larger than this would fall out of the cache itself, and cost more than it saves.
constexpr std::size_t largest_filter = std::size_t{1} << 18;

template <typename Slot>
void insert(const Slot& item, std::span<Slot> table) {
    std::size_t at = slot(item.hash, table.size());
    while (table[at].hash != 0) at = at + 1 == table.size() ? 0 : at + 1;
    table[at] = item;
}

/// The size of a node's own table.
std::uint32_t slots_for(std::size_t children) {
    return static_cast<std::uint32_t>(children < 2 ? children : children * 5 / 3 + 1);
}

}  // namespace

std::uint32_t Trie::step(std::uint32_t parent, const WordCutter::Word& word) {
    std::string key(reinterpret_cast<const char*>(&parent), sizeof parent);
    key += word.folded;
    const auto [known, is_new] = steps_.emplace(std::move(key), static_cast<std::uint32_t>(nodes_.size()));
    if (is_new) {
        nodes_[parent].children.push_back(known->second);
        TrieNode& added = nodes_.emplace_back();
        added.folded = word.folded;
        added.hash = word.hash;
    }
    return known->second;
}

std::optional<std::size_t> Trie::add(const std::vector<WordCutter::Word>& words, std::uint32_t list, Condition condition, std::string_view value,
                                     std::size_t at) {
    std::uint32_t node = 0;
    std::string exact;
    for (const WordCutter::Word& word : words) {
        node = step(node, word);
        if (condition == Condition::exact) exact += word.verbatim;
    }
    for (const TrieEnd& end : nodes_[node].ends) {
        if (end.list == list && end.condition == condition && end.exact == exact) return end.at;
    }
    nodes_[node].ends.push_back({std::string(value), std::move(exact), list, condition, at});
    return std::nullopt;
}

std::uint64_t Trie::nested_lists() const {
    // Children come after their parents.
    std::vector<std::uint64_t> above(nodes_.size());
    std::uint64_t nested = 0;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        std::uint64_t here = 0;
        for (const TrieEnd& end : nodes_[i].ends) here |= std::uint64_t{1} << end.list;
        nested |= above[i] & here;
        for (const std::uint32_t child : nodes_[i].children) above[child] = above[i] | here;
    }
    return nested;
}

bool Trie::can_begin_anyhow(std::uint32_t index) const {
    const TrieNode& node = nodes_[index];
    return std::any_of(node.ends.begin(), node.ends.end(), [](const TrieEnd& end) { return end.condition != Condition::capital; }) ||
           std::any_of(node.children.begin(), node.children.end(), [this](std::uint32_t child) { return can_begin_anyhow(child); });
}

void Trie::place_children(EntryTables& tables) {
    std::uint32_t count = 0;
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
        std::vector<std::uint32_t>& children = nodes_[i].children;
        std::sort(children.begin(), children.end(), [this](std::uint32_t a, std::uint32_t b) {
            return nodes_[a].hash != nodes_[b].hash ? nodes_[a].hash < nodes_[b].hash : nodes_[a].folded < nodes_[b].folded;
        });
        nodes_[i].first_child = count;
        count += slots_for(children.size());
    }
    tables.nodes.resize(count);
}

/// The ends of a node, in the order of their lists.
std::uint32_t Trie::run(std::uint32_t index, Pool& pool, EntryTables& tables, bool any_only) {
    std::vector<TrieEnd>& from = nodes_[index].ends;
    std::stable_sort(from.begin(), from.end(), [](const TrieEnd& a, const TrieEnd& b) { return a.list < b.list; });
    std::vector<End> run;
    for (const TrieEnd& end : from) {
        if (any_only && end.condition == Condition::capital) continue;
        run.push_back({pool.add(end.value), pool.add(end.exact), end.list, end.condition});
    }
    if (run.size() > most_ends) {
        throw BuildError("“" + nodes_[index].folded + "” is the last word of " + std::to_string(run.size()) + " entries that differ in spelling alone, but there can be at most " +
                         std::to_string(most_ends) + "; remove some of them");
    }
    std::string key(reinterpret_cast<const char*>(run.data()), run.size() * sizeof(End));
    const auto [known, is_new] = runs_.emplace(std::move(key), static_cast<std::uint32_t>(tables.ends.size()));
    if (is_new) tables.ends.insert(tables.ends.end(), run.begin(), run.end());
    return run_of(known->second, static_cast<std::uint32_t>(run.size()));
}

Node Trie::node(std::uint32_t index, Pool& pool, EntryTables& tables, bool any_only) {
    const TrieNode& from = nodes_[index];
    const Text text = pool.add(from.folded);
    Node node = {from.hash, text.offset, text.length, run(index, pool, tables, any_only), from.first_child, slots_for(from.children.size()), 0};
    for (const std::uint32_t child : from.children) node.child_filter |= 1u << (nodes_[child].hash >> 59);
    return node;
}

Root Trie::root(std::uint32_t index, Pool& pool, EntryTables& tables, bool any_only) {
    const TrieNode& from = nodes_[index];
    Root root = {from.hash, run(index, pool, tables, any_only), no_index};
    if (!from.children.empty()) {
        root.more = static_cast<std::uint32_t>(tables.nodes.size());
        tables.nodes.push_back(node(index, pool, tables, any_only));
    } else if (from.folded.size() > 8) {
        root.more = more_text + pool.add(from.folded + '\0').offset;
    }
    return root;
}

EntryTables Trie::compile(Pool& pool) {
    EntryTables tables;
    runs_.clear();
    place_children(tables);
    std::vector<Root> any, capital;
    for (const std::uint32_t index : nodes_[0].children) {
        capital.push_back(root(index, pool, tables, false));
        if (can_begin_anyhow(index)) any.push_back(root(index, pool, tables, true));
    }
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
        for (const std::uint32_t child : nodes_[i].children) {
            const Node added = node(child, pool, tables, false);
            insert(added, std::span(tables.nodes).subspan(nodes_[i].first_child, slots_for(nodes_[i].children.size())));
        }
    }
    const auto filter = [](const std::vector<Root>& roots) {
        std::vector<std::uint64_t> hashes;
        for (const Root& root : roots) hashes.push_back(root.hash);
        return make_filter(hashes);
    };
    tables.any_table = make_table(any);
    tables.capital_table = make_table(capital);
    tables.any_filter = filter(any);
    tables.capital_filter = filter(capital);
    return tables;
}

std::vector<Root> make_table(const std::vector<Root>& roots) {
    std::vector<Root> table(roots.size() * 5 / 3 + 1);
    for (const Root& root : roots) insert(root, std::span(table));
    return table;
}

std::vector<std::uint64_t> make_filter(const std::vector<std::uint64_t>& hashes) {
    const std::size_t bits = std::bit_ceil(std::max<std::size_t>(64, hashes.size() * 16));
    if (bits > largest_filter) return {~std::uint64_t{0}};
    std::vector<std::uint64_t> filter(bits / 64);
    const int shift = 64 - std::countr_zero(bits);
    for (const std::uint64_t hash : hashes) filter[hash >> shift >> 6] |= std::uint64_t{1} << (hash >> shift & 63);
    return filter;
}

}  // namespace dateline::lexicon
