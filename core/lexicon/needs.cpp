#include "core/lexicon/needs.h"

namespace dateline::lexicon {
namespace {

Needs needs_of(const Lexicon::Tables& tables, const Instruction& instruction, Needs rest) {
    switch (instruction.op) {
        case Op::literal:
        case Op::exact_literal: rest.literals |= Needs::literal(tables.literals[instruction.argument].hash); break;
        case Op::list: rest.lists |= std::uint64_t{1} << instruction.argument; break;
        case Op::mention: rest.types |= Needs::type(instruction.argument); break;
        default: break;
    }
    return rest;
}

/// Programs only lead forward, so from the back each place finds what the places behind it need.
Needs needs_of(const Lexicon::Tables& tables, std::span<const Instruction> code) {
    std::vector<Needs> needs(code.size());
    for (std::size_t i = code.size(); i-- > 0;) {
        const Instruction& instruction = code[i];
        switch (instruction.op) {
            case Op::accept: break;
            case Op::split: needs[i] = needs[i + 1] & needs[instruction.argument]; break;
            case Op::jump:
            case Op::fail_if: needs[i] = needs[instruction.argument]; break;
            default: needs[i] = needs_of(tables, instruction, needs[i + 1]); break;
        }
    }
    return needs.front();
}

}  // namespace

std::vector<Needs> needs_of(const Lexicon::Tables& tables) {
    std::vector<Needs> all;
    all.reserve(tables.rules.size());
    for (const RuleRow& rule : tables.rules) all.push_back(needs_of(tables, tables.instructions.subspan(rule.first_instruction, rule.instruction_count)));
    return all;
}

}  // namespace dateline::lexicon
