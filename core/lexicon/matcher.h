/// Runs one rule's program at one token.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/lexicon/entries.h"
#include "core/lexicon/expression.h"
#include "core/lexicon/format.h"
#include "core/lexicon/match.h"

namespace dateline::lexicon {

/// What a match went through that is more than tokens.
struct Step {
    enum Kind : std::uint32_t { capture_begin, capture_end, mark_begin, mark_end, entry, expression, mention } kind;
    std::uint32_t argument;      ///< the capture's name; the expression's or mention's index
    std::uint32_t begin, end;    ///< tokens; equal for all but entry, expression and mention
    dateline_string value;       ///< of an entry
};

/// What is matched against. Mentions only for rules with types.
struct Subject {
    const Lexicon::Tables& tables;
    std::string_view text;
    const text::Analysis& analysis;
    const Matches& matches;
    std::span<const dateline_mention> mentions;
    std::span<const std::uint32_t> type_ids;
    std::span<const std::uint32_t> mention_at;  ///< for each token the mention that begins there, or no_index; empty without mentions
};

/// Tries every way through a program, the preferred one first, and keeps the longest. A place in the program is gone through once for each token, so
/// that the work is bounded by the program's size times the tokens. Reused, so that its memory is allocated once.
class Matcher {
public:
    enum class Outcome { none, matched, gave_up };

    /// At the token `first` of a sentence [sentence_begin, sentence_end). Takes what it does off `budget`.
    Outcome run(const Subject& subject, const RuleRow& rule, std::uint32_t first, std::uint32_t sentence_begin, std::uint32_t sentence_end,
                std::uint64_t& budget);

    /// Of the last match: where it ends, and its steps in order.
    std::uint32_t end() const { return best_end_; }
    std::span<const Step> steps() const { return best_; }

private:
    struct Choice {
        std::uint32_t instruction, token, steps;
    };
    struct State {
        std::uint32_t instruction, token;
    };
    enum class Move { on, back };

    bool search(std::uint32_t instruction, std::uint32_t token, bool is_negation);
    bool is_first_visit(std::uint32_t join, std::uint32_t token);
    bool may_go(const Guard& guard, std::uint32_t token) const;
    Move split(const Instruction& instruction, State& state);
    Move step(const Instruction& instruction, State& state);
    Move take(const Instruction& instruction, State& state);
    Move take_entry(std::uint32_t list, State& state);
    void take_shorter(std::uint32_t list, const State& state, std::uint32_t longest);
    Move take_expression(std::uint32_t expression, State& state);
    bool is_in_block(std::uint32_t kinds) const;
    Move take_mention(std::uint32_t type, State& state);
    bool is_edge(Op op, std::uint32_t token) const;
    bool is_literal(const Literal& literal, const dateline_token& token, bool exact) const;
    Move note(Step::Kind kind, std::uint32_t argument, State& state);

    const Subject* subject_ = nullptr;
    const Instruction* code_ = nullptr;
    std::uint32_t first_ = 0, sentence_begin_ = 0, sentence_end_ = 0, limit_ = 0, best_end_ = 0;
    std::uint64_t* budget_ = nullptr;
    bool gave_up_ = false;
    std::vector<Choice> choices_;
    std::vector<Step> steps_, best_;
    std::vector<std::uint32_t> visits_;  ///< for each join and token the run that went there
    std::uint32_t run_ = 0;
};

}  // namespace dateline::lexicon
