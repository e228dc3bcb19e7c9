#include "core/lexicon/program.h"
#include "dateline/text.h"

namespace dateline::lexicon {
namespace {

Guard guard_of(const std::vector<Instruction>& code, std::uint32_t from, const std::vector<Literal>& literals) {
    const Next next = next_takers(code, from);
    Guard guard;
    guard.accepts = next.accepts;
    for (const std::uint32_t taker : next.takers) {
        const Instruction& instruction = code[taker];
        switch (instruction.op) {
            case Op::literal:
            case Op::exact_literal: guard.literals |= 1u << (literals[instruction.argument].hash >> 59); break;
            case Op::list: guard.lists |= std::uint64_t{1} << instruction.argument; break;
            case Op::expression: guard.flags = ~0u; break;
            case Op::mention: guard.mentions = 1; break;
            default: guard.flags |= shape_flags(instruction.op);
        }
    }
    return guard;
}

}  // namespace

Next next_takers(std::span<const Instruction> code, std::uint32_t from) {
    Next next;
    // Everything leads forward, so one sweep reaches all.
    std::vector<bool> seen(code.size());
    seen[from] = true;
    for (std::uint32_t at = from; at < code.size(); ++at) {
        if (!seen[at]) continue;
        const Instruction& instruction = code[at];
        if (instruction.op >= first_consuming && instruction.op <= last_consuming) {
            next.takers.push_back(at);
            continue;
        }
        if (instruction.op == Op::accept) next.accepts = true;
        if (instruction.op == Op::split || instruction.op == Op::jump || instruction.op == Op::fail_if) seen[instruction.argument] = true;
        if (instruction.op != Op::jump && instruction.op != Op::fail_if && instruction.op != Op::accept) seen[at + 1] = true;
    }
    return next;
}

std::uint32_t shape_flags(Op op) {
    switch (op) {
        case Op::digits:
        case Op::number: return DATELINE_TOKEN_NUMBER;
        case Op::capital_word: return DATELINE_TOKEN_CAPITAL;
        case Op::capitals_word: return DATELINE_TOKEN_ALL_CAPITALS;
        case Op::small_word: return DATELINE_TOKEN_LOWER;
        case Op::initial: return DATELINE_TOKEN_INITIAL;
        case Op::any: return ~0u;
        default: return 0;
    }
}

void add_guards(Program& program, const std::vector<Literal>& literals, std::vector<Guard>& guards) {
    std::vector<Instruction>& code = program.instructions;
    for (std::uint32_t i = 0; i < code.size(); ++i) {
        if (code[i].op != Op::split) continue;
        code[i].guard = static_cast<std::uint32_t>(guards.size());
        guards.push_back(guard_of(code, i + 1, literals));
        guards.push_back(guard_of(code, code[i].argument, literals));
    }
}

}  // namespace dateline::lexicon
