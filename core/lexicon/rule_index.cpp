#include "core/lexicon/rule_index.h"

#include <algorithm>
#include <bit>
#include <map>

#include "core/lexicon/trie.h"

namespace dateline::lexicon {
namespace {

class GroupBuilder {
public:
    GroupBuilder(const std::vector<const Program*>& programs, const std::vector<Literal>& literals) : programs_(programs), literals_(literals) {
        group_.rule_count = static_cast<std::uint32_t>(programs.size());
        group_.row_words = (group_.rule_count + 63) / 64;
        rows_.resize(std::size_t{row_literals} * group_.row_words);
    }

    void add_all(RuleIndex& index, std::uint32_t first_rule) {
        for (std::uint32_t rule = 0; rule < group_.rule_count; ++rule) add(rule);
        group_.first_rule = first_rule;
        group_.first_row_word = static_cast<std::uint32_t>(index.rows.size());
        index.rows.insert(index.rows.end(), rows_.begin(), rows_.end());
        add_literals(index);
        index.groups.push_back(group_);
    }

private:
    void add(std::uint32_t rule) {
        const std::vector<Instruction>& code = programs_[rule]->instructions;
        std::vector<bool> taken(code.size());
        for (const std::uint32_t taker : next_takers(code, 0).takers) {
            note(code[taker], rule, 0);
            const Next second = next_takers(code, taker + 1);
            // Which token comes after one that an expression begins with is not known.
            if (second.accepts || code[taker].op == Op::expression) set(row_one_token, rule);
            for (const std::uint32_t after : second.takers) {
                if (!taken[after]) note(code[after], rule, 1);
                taken[after] = true;
            }
        }
    }

    void set(std::uint32_t row, std::uint32_t rule) { rows_[std::size_t{row} * group_.row_words + rule / 64] |= std::uint64_t{1} << (rule % 64); }

    void note_class(std::uint32_t token_class, std::uint32_t rule, std::uint32_t position) { set(row_classes + 2 * token_class + position, rule); }

    void note(const Instruction& taker, std::uint32_t rule, std::uint32_t position) {
        if (position == 0) group_.begin_flags |= shape_flags(taker.op);
        switch (taker.op) {
            case Op::literal:
            case Op::exact_literal: note_literal(literals_[taker.argument].hash, rule, position); break;
            case Op::list:
                set(row_lists + 2 * taker.argument + position, rule);
                (position == 0 ? group_.begin_lists : group_.second_lists) |= std::uint64_t{1} << taker.argument;
                break;
            case Op::mention:
                set(row_mentions + position, rule);
                if (position == 0) group_.begin_mentions = 1;
                break;
            case Op::digits: note_class(class_one_digit + std::min(taker.argument - 1, std::uint32_t{class_many_digits}), rule, position); break;
            case Op::number:
                for (std::uint32_t digits = class_one_digit; digits <= class_many_digits; ++digits) note_class(digits, rule, position);
                break;
            case Op::capital_word: note_class(class_capital_word, rule, position); break;
            case Op::capitals_word: note_class(class_capitals_word, rule, position); break;
            case Op::small_word: note_class(class_small_word, rule, position); break;
            case Op::initial: note_class(class_initial, rule, position); break;
            case Op::expression:
                if (position == 1) note_class(class_any, rule, position);
                break;  // where one may begin is found out when the file is opened: expression_index.h
            default: note_class(class_any, rule, position);
        }
    }

    void note_literal(std::uint64_t hash, std::uint32_t rule, std::uint32_t position) {
        const auto [known, is_new] = literal_rows_.emplace(hash, static_cast<std::uint32_t>(literal_rows_.size()));
        if (is_new) rows_.resize(rows_.size() + 2 * std::size_t{group_.row_words});
        set(row_literals + 2 * known->second + position, rule);
        if (position == 0) begin_literals_.push_back(hash);
    }

    void add_literals(RuleIndex& index) {
        std::vector<LiteralSlot> slots(literal_rows_.size() * 2 + 1);
        for (const auto& [hash, row] : literal_rows_) {
            std::size_t at = slot(hash, slots.size());
            while (slots[at].hash != 0) at = at + 1 == slots.size() ? 0 : at + 1;
            slots[at] = {hash, row, 0};
        }
        group_.first_slot = static_cast<std::uint32_t>(index.literal_slots.size());
        group_.slot_count = static_cast<std::uint32_t>(slots.size());
        index.literal_slots.insert(index.literal_slots.end(), slots.begin(), slots.end());
        const std::vector<std::uint64_t> filter = make_filter(begin_literals_);
        group_.first_filter_word = static_cast<std::uint32_t>(index.literal_filter.size());
        group_.filter_shift = 58 - static_cast<std::uint32_t>(std::countr_zero(filter.size()));
        index.literal_filter.insert(index.literal_filter.end(), filter.begin(), filter.end());
    }

    const std::vector<const Program*>& programs_;
    const std::vector<Literal>& literals_;
    Group group_;
    std::vector<std::uint64_t> rows_;
    std::map<std::uint64_t, std::uint32_t> literal_rows_;
    std::vector<std::uint64_t> begin_literals_;
};

}  // namespace

void add_group(RuleIndex& index, std::uint32_t first_rule, const std::vector<const Program*>& programs, const std::vector<Literal>& literals) {
    GroupBuilder(programs, literals).add_all(index, first_rule);
}

}  // namespace dateline::lexicon
