#include "core/lexicon/program.h"

namespace dateline::lexicon {
namespace {

class Compiler {
public:
    explicit Compiler(const Source& source) : source_(source) {}

    void pattern(const Pattern& pattern) {
        using Kind = Pattern::Kind;
        switch (pattern.kind) {
            case Kind::atom: emit(pattern, pattern.op, pattern.argument, pattern.glued); break;
            case Kind::sequence:
                for (const Pattern& part : pattern.parts) this->pattern(part);
                break;
            case Kind::alternatives: alternatives(pattern); break;
            case Kind::repetition: repetition(pattern); break;
            case Kind::capture: between(pattern, Op::capture_begin, Op::capture_end); break;
            case Kind::mark: between(pattern, Op::mark_begin, Op::mark_end); break;
            case Kind::negation: negation(pattern); break;
        }
    }
    void accept() { instructions_.push_back({}); }
    std::vector<Instruction> take() { return std::move(instructions_); }

private:
    std::uint32_t here() const { return static_cast<std::uint32_t>(instructions_.size()); }

    std::uint32_t emit(const Pattern& pattern, Op op, std::uint32_t argument = 0, bool glued = false) {
        if (here() + 2 > most_instructions) source_.fail(pattern.at, "the rule is too large; make two rules of it or lower the numbers of repetitions");
        instructions_.push_back({op, static_cast<std::uint8_t>(glued), 0, argument, 0});
        return here() - 1;
    }
    void lead_here(std::uint32_t instruction) { instructions_[instruction].argument = here(); }

    void alternatives(const Pattern& all) {
        std::vector<std::uint32_t> jumps;
        for (std::size_t i = 0; i + 1 < all.parts.size(); ++i) {
            const std::uint32_t split = emit(all, Op::split);
            pattern(all.parts[i]);
            jumps.push_back(emit(all, Op::jump));
            lead_here(split);
        }
        pattern(all.parts.back());
        for (const std::uint32_t jump : jumps) lead_here(jump);
    }

    void repetition(const Pattern& all) {
        for (std::uint32_t i = 0; i < all.least; ++i) pattern(all.parts[0]);
        std::vector<std::uint32_t> splits;
        for (std::uint32_t i = all.least; i < all.most; ++i) {
            splits.push_back(emit(all, Op::split));
            pattern(all.parts[0]);
        }
        for (const std::uint32_t split : splits) lead_here(split);
    }

    void between(const Pattern& all, Op begin, Op end) {
        emit(all, begin, all.argument);
        pattern(all.parts[0]);
        emit(all, end, all.argument);
    }

    void negation(const Pattern& all) {
        const std::uint32_t begin = emit(all, Op::fail_if);
        pattern(all.parts[0]);
        emit(all, Op::accept);
        lead_here(begin);
    }

    const Source& source_;
    std::vector<Instruction> instructions_;
};

/// Numbers the instructions that several ways lead to: only there can the same state be reached twice.
std::uint32_t number_joins(std::vector<Instruction>& instructions) {
    std::vector<std::uint32_t> ways(instructions.size() + 1);
    for (std::size_t i = 0; i < instructions.size(); ++i) {
        const Instruction& instruction = instructions[i];
        if (instruction.op == Op::split || instruction.op == Op::jump || instruction.op == Op::fail_if) ++ways[instruction.argument];
        if (instruction.op != Op::jump && instruction.op != Op::accept) ++ways[i + 1];
    }
    std::uint16_t joins = 0;
    for (std::size_t i = 0; i < instructions.size(); ++i) {
        if (ways[i] > 1) instructions[i].join = ++joins;
    }
    return joins;
}

}  // namespace

Program compile_pattern(const Pattern& pattern, const Source& source) {
    Compiler compiler(source);
    compiler.pattern(pattern);
    compiler.accept();
    Program program = {compiler.take(), 0};
    program.join_count = number_joins(program.instructions);
    return program;
}

}  // namespace dateline::lexicon
