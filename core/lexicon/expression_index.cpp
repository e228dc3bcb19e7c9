#include "core/lexicon/expression_index.h"

#include <algorithm>
#include <map>

#include "core/lexicon/program.h"

namespace dateline::lexicon {
namespace {

constexpr std::uint32_t largest_set = 4096;      // instructions: what its states are made of bounds what trying it costs
constexpr std::int64_t set_memory = 2 << 20;
constexpr std::size_t worth_a_set = 3;           // so many expressions tried alone cost more than all at once

/// Eight bytes of the text as a number, the first the highest; at its end NULs, which no text holds.
std::uint64_t first_bytes(std::string_view text) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
    return number;
}

/// A set does not see what stands before the place, which these ask for.
bool looks_around(std::string_view pattern) {
    return pattern.find("\\b") != std::string_view::npos || pattern.find("\\B") != std::string_view::npos;
}

std::unique_ptr<re2::RE2::Set> new_set() {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_longest_match(true);
    options.set_max_mem(set_memory);
    return std::make_unique<re2::RE2::Set>(options, re2::RE2::ANCHOR_START);
}

}  // namespace

ExpressionIndex::ExpressionIndex(const Lexicon::Tables& tables, const Group& group) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;  // expression, rule
    std::vector<std::uint32_t> expressions;
    for (std::uint32_t rule = 0; rule < group.rule_count; ++rule) {
        const RuleRow& row = tables.rules[group.first_rule + rule];
        const auto code = tables.instructions.subspan(row.first_instruction, row.instruction_count);
        for (const std::uint32_t taker : next_takers(code, 0).takers) {
            if (code[taker].op != Op::expression) continue;
            found.emplace_back(code[taker].argument, rule);
            expressions.push_back(code[taker].argument);
        }
    }
    if (found.empty()) return;
    std::sort(expressions.begin(), expressions.end());
    expressions.erase(std::unique(expressions.begin(), expressions.end()), expressions.end());
    std::vector<Start> places(tables.expressions.size());
    make_sets(tables, expressions, places);
    std::array<std::vector<Start>, 256> all;
    for (const auto& [expression, rule] : found) {
        Start start = places[expression];
        start.rule = rule;
        for (std::uint64_t byte = start.range.least >> 56; byte <= start.range.greatest >> 56; ++byte) all[byte].push_back(start);
    }
    for (std::size_t byte = 0; byte < all.size(); ++byte) {
        std::stable_sort(all[byte].begin(), all[byte].end(), [](const Start& a, const Start& b) { return a.set < b.set; });
        starts_.insert(starts_.end(), all[byte].begin(), all[byte].end());
        first_[byte + 1] = static_cast<std::uint32_t>(starts_.size());
    }
}

/// Puts expressions into sets, each of which stays small; one that RE2 refuses leaves its expressions to be tried alone.
void ExpressionIndex::make_sets(const Lexicon::Tables& tables, const std::vector<std::uint32_t>& expressions, std::vector<Start>& places) {
    std::vector<std::uint32_t> members;
    Set set;
    const auto close = [&] {
        if (members.size() >= worth_a_set && set.compiled->Compile()) {
            for (std::uint32_t i = 0; i < members.size(); ++i) places[members[i]].set = static_cast<std::uint32_t>(sets_.size()), places[members[i]].in_set = i;
            set.expressions = static_cast<std::uint32_t>(members.size());
            sets_.push_back(std::move(set));
        }
        members.clear();
        set = {};
    };
    for (const std::uint32_t expression : expressions) {
        const Expression& compiled = (*tables.compiled)[expression];
        const std::string_view pattern = tables.text(tables.expressions[expression]);
        places[expression].range = compiled.start();
        if (looks_around(pattern) || compiled.size() > largest_set) continue;
        if (set.size + compiled.size() > largest_set) close();
        if (set.compiled == nullptr) set.compiled = new_set();
        if (set.compiled->Add({pattern.data(), pattern.size()}, nullptr) < 0) continue;
        members.push_back(expression);
        set.size += compiled.size();
    }
    close();
}

void ExpressionIndex::add_rules(std::string_view text, std::span<std::uint64_t> bits, std::uint64_t& budget, Scratch& scratch) const {
    const std::uint64_t bytes = first_bytes(text);
    const auto byte = static_cast<unsigned char>(text[0]);
    for (std::uint32_t i = first_[byte]; i < first_[byte + 1u];) {
        const std::uint32_t set = starts_[i].set;
        scratch.left.clear();
        for (; i < first_[byte + 1u] && starts_[i].set == set; ++i) {
            if (bytes >= starts_[i].range.least && bytes <= starts_[i].range.greatest) scratch.left.push_back(i);
        }
        const bool try_all = set != no_index && scratch.left.size() >= worth_a_set && find_matches(sets_[set], text, budget, scratch);
        for (const std::uint32_t index : scratch.left) {
            const Start& start = starts_[index];
            if (!try_all || scratch.matches[start.in_set]) bits[start.rule / 64] |= std::uint64_t{1} << (start.rule % 64);
        }
    }
}

/// False when it is not known which match.
bool ExpressionIndex::find_matches(const Set& set, std::string_view text, std::uint64_t& budget, Scratch& scratch) const {
    const std::uint64_t cost = match_cost(text.size(), set.size);
    if (cost > budget) return false;
    budget -= cost;
    scratch.matches.assign(set.expressions, false);
    re2::RE2::Set::ErrorInfo error = {re2::RE2::Set::kNoError};
    if (!set.compiled->Match({text.data(), text.size()}, &scratch.found, &error)) return error.kind == re2::RE2::Set::kNoError;
    for (const int match : scratch.found) scratch.matches[static_cast<std::size_t>(match)] = true;
    return true;
}

}  // namespace dateline::lexicon
