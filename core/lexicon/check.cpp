#include "core/lexicon/check.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>
#include <string>

namespace dateline::lexicon {
namespace {

constexpr std::uint32_t most_parts = 1024, widest = 9;

void need(bool condition, const char* what) {
    if (!condition) throw std::runtime_error(std::string("is damaged (") + what + "); build it again");
}

bool inside(std::uint64_t first, std::uint64_t count, std::uint64_t size) {
    return first <= size && count <= size - first;
}

Header read_header(std::string_view file) {
    Header header;
    std::uint64_t file_magic = 0;
    std::uint32_t version = 0;
    if (file.size() >= 16) {
        std::memcpy(&file_magic, file.data(), sizeof file_magic);
        std::memcpy(&version, file.data() + 8, sizeof version);
    }
    if (file_magic != magic) throw std::runtime_error("is no compiled lexicon; build one with 'dateline lexicon build'");
    if (version != format_version) {
        throw std::runtime_error("has format version " + std::to_string(version) + ", but this dateline reads version " + std::to_string(format_version) +
                                 "; build it again");
    }
    need(file.size() >= sizeof header, "it is cut off");
    std::memcpy(&header, file.data(), sizeof header);
    need(header.sections == section_count && header.file_size == file.size(), "it is cut off");
    return header;
}

template <typename T>
std::span<const T> section(std::string_view file, const Header& header, SectionId id) {
    const Section& place = header.section[id];
    need(place.offset % 8 == 0 && place.size % sizeof(T) == 0 && inside(place.offset, place.size, file.size()) && place.size / sizeof(T) < no_index,
         "a section is out of place");
    return {reinterpret_cast<const T*>(file.data() + place.offset), place.size / sizeof(T)};
}

class Checker {
public:
    explicit Checker(const Lexicon::Tables& tables) : tables_(tables) {}

    void all() const {
        need(tables_.lists.size() <= most_lists, "there are too many lists");
        need(tables_.expressions.size() <= most_expressions, "there are too many expressions");
        for (const ListRow& list : tables_.lists) text(list.name), text(list.source), text(list.licence);
        for (const auto& names : {tables_.captures, tables_.labels, tables_.types, tables_.expressions}) {
            for (const Text& name : names) text(name);
        }
        for (const EvidenceRow& evidence : tables_.evidence) text(evidence.name), text(evidence.sentence);
        entries();
        for (const Literal& literal : tables_.literals) text(literal.folded), text(literal.verbatim);
        for (const TemplatePart& part : tables_.parts) {
            text(part.text);
            need(part.capture == no_index || part.capture < tables_.captures.size(), "a template is wrong");
            need(part.width <= widest, "a template is wrong");
        }
        for (const RuleRow& row : tables_.rules) rule(row);
        need(tables_.groups.size() == 2, "the index of rules is wrong");
        need(tables_.groups[0].first_rule == 0 && tables_.groups[1].first_rule == tables_.groups[0].rule_count &&
                 std::uint64_t{tables_.groups[0].rule_count} + tables_.groups[1].rule_count == tables_.rules.size(),
             "the index of rules is wrong");
        for (const Group& row : tables_.groups) group(row);
    }

private:
    void text(Text text) const { need(inside(text.offset, text.length, tables_.strings.size()), "a text is out of place"); }

    void entries() const {
        for (const End& end : tables_.ends) {
            text(end.value), text(end.exact);
            need(end.list < tables_.lists.size() && end.condition <= Condition::exact, "an entry is wrong");
        }
        need(nodes_are_right() && roots_are_right(tables_.any_table) && roots_are_right(tables_.capital_table), "a word is wrong");
        table(tables_.any_table);
        table(tables_.capital_table);
    }

    // There are hundreds of thousands of them, at every start of the program: no branch a word.
    bool nodes_are_right() const {
        const std::uint64_t strings = tables_.strings.size(), ends = tables_.ends.size(), nodes = tables_.nodes.size();
        bool right = true;
        for (const Node& node : tables_.nodes) {
            right &= std::uint64_t{node.text} + node.text_length <= strings;
            right &= (node.ends >> 7) + (node.ends & most_ends) <= ends;
            right &= std::uint64_t{node.first_child} + node.child_slots <= nodes;
        }
        return right;
    }

    bool roots_are_right(std::span<const Root> roots) const {
        const std::uint64_t strings = tables_.strings.size(), ends = tables_.ends.size(), nodes = tables_.nodes.size();
        bool right = true;
        for (const Root& root : roots) {
            const bool is_text = root.more >= more_text;
            right &= (root.ends >> 7) + (root.ends & most_ends) <= ends;
            right &= root.more == no_index || (is_text ? root.more - more_text < strings : root.more < nodes);
        }
        return right;
    }

    /// Probing ends at an empty slot, so there must be one.
    template <typename Slot>
    static void table(std::span<const Slot> slots) {
        need(std::any_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot.hash == 0; }), "a table is full");
    }

    void rule(const RuleRow& rule) const {
        text(rule.name);
        need(rule.label < tables_.labels.size(), "a rule has no label");
        need(inside(rule.first_part, rule.part_count, tables_.parts.size()) && rule.part_count <= most_parts, "a template is wrong");
        need(inside(rule.first_instruction, rule.instruction_count, tables_.instructions.size()), "a rule is out of place");
        need(rule.instruction_count > 0 && rule.instruction_count <= most_instructions && rule.join_count <= rule.instruction_count, "a rule is wrong");
        const auto code = tables_.instructions.subspan(rule.first_instruction, rule.instruction_count);
        need(code.back().op == Op::accept, "a rule has no end");
        for (std::uint32_t i = 0; i < code.size(); ++i) {
            need(argument_is_right(code[i], i, rule.instruction_count) && code[i].join <= rule.join_count, "a rule is wrong");
        }
    }

    bool argument_is_right(const Instruction& instruction, std::uint32_t at, std::uint32_t count) const {
        switch (instruction.op) {
            case Op::split:
                return instruction.argument > at && instruction.argument < count && inside(instruction.guard, 2, tables_.guards.size());
            case Op::jump:
            case Op::fail_if: return instruction.argument > at && instruction.argument < count;
            case Op::literal:
            case Op::exact_literal: return instruction.argument < tables_.literals.size();
            case Op::list: return instruction.argument < tables_.lists.size();
            case Op::expression: return instruction.argument < tables_.expressions.size();
            case Op::mention: return instruction.argument < tables_.types.size();
            case Op::capture_begin:
            case Op::capture_end: return instruction.argument < tables_.captures.size();
            default: return instruction.op <= Op::mark_end;
        }
    }

    void group(const Group& group) const {
        need(group.row_words == (std::uint64_t{group.rule_count} + 63) / 64, "the index of rules is wrong");
        need(inside(group.first_slot, group.slot_count, tables_.literal_slots.size()), "the index of rules is wrong");
        const auto slots = tables_.literal_slots.subspan(group.first_slot, group.slot_count);
        table(slots);
        std::uint64_t rows = row_literals;
        for (const LiteralSlot& slot : slots) {
            if (slot.hash != 0) rows = std::max(rows, row_literals + 2 * (std::uint64_t{slot.row} + 1));
        }
        need(inside(group.first_row_word, rows * group.row_words, tables_.rows.size()), "the index of rules is wrong");
        need(group.filter_shift > 32 && group.filter_shift <= 58 &&
                 inside(group.first_filter_word, std::uint64_t{1} << (58 - group.filter_shift), tables_.literal_filter.size()),
             "the index of rules is wrong");
        no_bits_beyond(group, rows);
    }

    /// A bit without a rule would lead to one of another group, or to none.
    void no_bits_beyond(const Group& group, std::uint64_t rows) const {
        const std::uint32_t used = group.rule_count % 64;
        if (used == 0) return;
        for (std::uint64_t row = 0; row < rows; ++row) {
            const std::uint64_t last = tables_.rows[group.first_row_word + (row + 1) * group.row_words - 1];
            need(last >> used == 0, "the index of rules is wrong");
        }
    }

    const Lexicon::Tables& tables_;
};

/// The shift that asks a filter of so many words.
std::uint32_t filter_shift(std::span<const std::uint64_t> filter) {
    need(std::has_single_bit(filter.size()), "a filter is wrong");
    return 58 - static_cast<std::uint32_t>(std::countr_zero(filter.size()));
}

}  // namespace

Lexicon::Tables check(std::string_view file) {
    static_assert(std::endian::native == std::endian::little, "lexicon files are little-endian: add a conversion for this machine");
    const Header header = read_header(file);
    const auto get = [&]<typename T>(SectionId id, std::span<const T>& out) { out = section<T>(file, header, id); };
    Lexicon::Tables tables;
    const auto strings = section<char>(file, header, section_strings);
    tables.strings = {strings.data(), strings.size()};
    get(section_lists, tables.lists);
    get(section_ends, tables.ends);
    get(section_any_table, tables.any_table);
    get(section_any_filter, tables.any_filter);
    get(section_capital_table, tables.capital_table);
    get(section_capital_filter, tables.capital_filter);
    get(section_nodes, tables.nodes);
    get(section_rules, tables.rules);
    get(section_instructions, tables.instructions);
    get(section_guards, tables.guards);
    get(section_literals, tables.literals);
    get(section_parts, tables.parts);
    get(section_captures, tables.captures);
    get(section_labels, tables.labels);
    get(section_types, tables.types);
    get(section_expressions, tables.expressions);
    get(section_groups, tables.groups);
    get(section_rows, tables.rows);
    get(section_literal_slots, tables.literal_slots);
    get(section_literal_filter, tables.literal_filter);
    get(section_evidence, tables.evidence);
    tables.any_shift = filter_shift(tables.any_filter);
    tables.capital_shift = filter_shift(tables.capital_filter);
    Checker(tables).all();
    return tables;
}

}  // namespace dateline::lexicon
