#include "core/lexicon/dispatch.h"

#include <algorithm>

namespace dateline::lexicon {
namespace {

/// Bits of TokenClass.
std::uint32_t classes(const dateline_token& token) {
    const auto has = [&token](std::uint32_t flags) { return (token.flags & flags) == flags; };
    std::uint32_t all = 1u << class_any;
    if (has(DATELINE_TOKEN_NUMBER)) all |= 1u << (class_one_digit + std::min(token.folded_length - 1, std::uint32_t{class_many_digits}));
    if (has(DATELINE_TOKEN_WORD | DATELINE_TOKEN_CAPITAL)) all |= 1u << class_capital_word;
    if (has(DATELINE_TOKEN_WORD | DATELINE_TOKEN_ALL_CAPITALS)) all |= 1u << class_capitals_word;
    if (has(DATELINE_TOKEN_WORD | DATELINE_TOKEN_LOWER)) all |= 1u << class_small_word;
    if (has(DATELINE_TOKEN_INITIAL)) all |= 1u << class_initial;
    return all;
}

}  // namespace

Dispatch::Dispatch(const Subject& subject, const Group& group)
    : subject_(subject), group_(group), tokens_(subject.analysis.tokens.data()), token_lists_(subject.matches.token_lists.data()),
      filter_(subject.tables.literal_filter.data() + group.first_filter_word),
      expressions_(subject.tables.expression_indexes[static_cast<std::size_t>(&group - subject.tables.groups.data())]),
      begin_mentions_(group.begin_mentions != 0 && !subject.mention_at.empty()) {}

void Dispatch::add_row(std::uint32_t row, std::vector<std::uint64_t>& bits) const {
    const std::uint64_t* words = subject_.tables.rows.data() + group_.first_row_word + std::size_t{row} * group_.row_words;
    for (std::uint32_t i = 0; i < group_.row_words; ++i) bits[i] |= words[i];
}

void Dispatch::collect_classes(const dateline_token& token, Position position, std::vector<std::uint64_t>& bits) const {
    for (std::uint32_t rest = classes(token); rest != 0; rest &= rest - 1) {
        add_row(row_classes + 2 * static_cast<std::uint32_t>(__builtin_ctz(rest)) + position, bits);
    }
}

void Dispatch::collect_expressions(std::uint32_t token, std::uint32_t sentence_end, std::uint64_t& budget) {
    const std::uint32_t begin = tokens_[token].begin;
    if (!expressions_.may_begin(subject_.text, begin)) return;
    std::uint32_t last = std::min(token + most_expression_tokens, sentence_end) - 1;
    while (last > token && tokens_[last].end - begin > most_expression_bytes) --last;
    const std::uint32_t length = std::min(tokens_[last].end - begin, most_expression_bytes);
    expressions_.add_rules(subject_.text.substr(begin, length), first_, budget, scratch_);
}

void Dispatch::collect(std::uint32_t token, Position position, std::vector<std::uint64_t>& bits) const {
    const dateline_token& at = tokens_[token];
    if (position == goes_on || (at.flags & group_.begin_flags) != 0) collect_classes(at, position, bits);
    const Matches& matches = subject_.matches;
    if ((token_lists_[token] & (position == begins ? group_.begin_lists : group_.second_lists)) != 0) {
        for (std::uint32_t i = matches.first_hit[token]; i < matches.first_hit[token + 1]; ++i) add_row(row_lists + 2 * matches.hits[i].list + position, bits);
    }
    const auto slots = subject_.tables.literal_slots.subspan(group_.first_slot, group_.slot_count);
    for (std::size_t i = slot(at.hash, slots.size()); slots[i].hash != 0; i = i + 1 == slots.size() ? 0 : i + 1) {
        if (slots[i].hash == at.hash) {
            add_row(row_literals + 2 * slots[i].row + position, bits);
            break;
        }
    }
    if (!subject_.mention_at.empty() && subject_.mention_at[token] != no_index) add_row(row_mentions + position, bits);
}

/// Whether a rule may begin here with more than one token, so that the next one tells nothing.
bool Dispatch::takes_several(std::uint32_t token) const {
    const Matches& matches = subject_.matches;
    const bool has_entry = (token_lists_[token] & group_.begin_lists) != 0;
    for (std::uint32_t i = matches.first_hit[token]; has_entry && i < matches.first_hit[token + 1]; ++i) {
        if (matches.hits[i].token_count > 1 && (group_.begin_lists >> matches.hits[i].list & 1) != 0) return true;
    }
    return begin_mentions_ && subject_.mention_at[token] != no_index;
}

std::span<const std::uint64_t> Dispatch::candidates(std::uint32_t token, std::uint32_t sentence_end, std::uint64_t& budget) {
    first_.assign(group_.row_words, 0);
    collect(token, begins, first_);
    collect_expressions(token, sentence_end, budget);
    const bool none = std::all_of(first_.begin(), first_.end(), [](std::uint64_t word) { return word == 0; });
    if (none || takes_several(token)) return first_;
    second_.assign(group_.row_words, 0);
    add_row(row_one_token, second_);
    if (token + 1 < sentence_end) collect(token + 1, goes_on, second_);
    for (std::size_t i = 0; i < first_.size(); ++i) first_[i] &= second_[i];
    return first_;
}

}  // namespace dateline::lexicon
