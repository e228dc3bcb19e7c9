#include "core/lexicon/matcher.h"

#include <algorithm>
#include <utility>

namespace dateline::lexicon {

Matcher::Outcome Matcher::run(const Subject& subject, const RuleRow& rule, std::uint32_t first, std::uint32_t sentence_begin, std::uint32_t sentence_end,
                              std::uint64_t& budget) {
    subject_ = &subject;
    code_ = subject.tables.instructions.data() + rule.first_instruction;
    first_ = first;
    sentence_begin_ = sentence_begin;
    sentence_end_ = sentence_end;
    limit_ = std::min(sentence_end, first + most_match_tokens);
    best_end_ = first;
    budget_ = &budget;
    gave_up_ = false;
    choices_.clear();
    steps_.clear();
    const std::size_t places = std::size_t{rule.join_count + 1} * (most_match_tokens + 1);
    if (visits_.size() < places) visits_.resize(places);
    if (++run_ == 0) {
        std::fill(visits_.begin(), visits_.end(), 0);
        run_ = 1;
    }
    search(0, first, false);
    if (gave_up_) return Outcome::gave_up;
    return best_end_ > first ? Outcome::matched : Outcome::none;
}

/// Goes all ways from a place, and keeps the longest match; for a negation stops at the first.
bool Matcher::search(std::uint32_t instruction, std::uint32_t token, bool is_negation) {
    const std::size_t bottom = choices_.size();
    State state = {instruction, token};
    for (;;) {
        if (*budget_ == 0) {
            gave_up_ = true;
            return false;
        }
        --*budget_;
        const Instruction& current = code_[state.instruction];
        Move move = Move::back;
        if (current.join != 0 && !is_first_visit(current.join, state.token)) {
            move = Move::back;
        } else if (current.op != Op::accept) {
            move = step(current, state);
            if (gave_up_) return false;
        } else if (is_negation) {
            choices_.resize(bottom);
            return true;
        } else if (state.token > best_end_) {
            best_end_ = state.token;
            best_.assign(steps_.begin(), steps_.end());
        }
        if (move == Move::on) continue;
        if (choices_.size() == bottom) return false;
        state = {choices_.back().instruction, choices_.back().token};
        steps_.resize(choices_.back().steps);
        choices_.pop_back();
    }
}

bool Matcher::is_first_visit(std::uint32_t join, std::uint32_t token) {
    std::uint32_t& visit = visits_[std::size_t{join} * (most_match_tokens + 1) + (token - first_)];
    return std::exchange(visit, run_) != run_;
}

Matcher::Move Matcher::note(Step::Kind kind, std::uint32_t argument, State& state) {
    steps_.push_back({kind, argument, state.token, state.token, {}});
    ++state.instruction;
    return Move::on;
}

bool Matcher::may_go(const Guard& guard, std::uint32_t token) const {
    if (guard.accepts != 0) return true;
    if (token >= limit_) return false;
    const dateline_token& next = subject_->analysis.tokens[token];
    return (next.flags & guard.flags) != 0 || (guard.literals >> (next.hash >> 59) & 1) != 0 || (subject_->matches.token_lists[token] & guard.lists) != 0 ||
           (guard.mentions != 0 && !subject_->mention_at.empty() && subject_->mention_at[token] != no_index);
}

Matcher::Move Matcher::split(const Instruction& instruction, State& state) {
    const Guard* guard = subject_->tables.guards.data() + instruction.guard;
    const bool first = may_go(guard[0], state.token), second = may_go(guard[1], state.token);
    if (first && second) choices_.push_back({instruction.argument, state.token, static_cast<std::uint32_t>(steps_.size())});
    state.instruction = first ? state.instruction + 1 : instruction.argument;
    return first || second ? Move::on : Move::back;
}

Matcher::Move Matcher::step(const Instruction& instruction, State& state) {
    switch (instruction.op) {
        case Op::split: return split(instruction, state);
        case Op::jump: state.instruction = instruction.argument; return Move::on;
        case Op::fail_if: {
            const std::size_t steps = steps_.size();
            const bool found = search(state.instruction + 1, state.token, true);
            steps_.resize(steps);
            state.instruction = instruction.argument;
            return found ? Move::back : Move::on;
        }
        case Op::capture_begin: return note(Step::capture_begin, instruction.argument, state);
        case Op::capture_end: return note(Step::capture_end, instruction.argument, state);
        case Op::mark_begin: return note(Step::mark_begin, 0, state);
        case Op::mark_end: return note(Step::mark_end, 0, state);
        case Op::sentence_start:
        case Op::sentence_end:
        case Op::block_start:
        case Op::block_end:
            ++state.instruction;
            return is_edge(instruction.op, state.token) ? Move::on : Move::back;
        case Op::block_kind: ++state.instruction; return is_in_block(instruction.argument) ? Move::on : Move::back;
        default: return state.token < limit_ ? take(instruction, state) : Move::back;
    }
}

bool Matcher::is_edge(Op op, std::uint32_t token) const {
    const std::vector<dateline_token>& tokens = subject_->analysis.tokens;
    const bool at_end = token == sentence_end_;
    switch (op) {
        case Op::sentence_start: return token == sentence_begin_;
        case Op::sentence_end: return at_end;
        case Op::block_start: return token == sentence_begin_ && (tokens[token].flags & DATELINE_TOKEN_BLOCK_START) != 0;
        default: return at_end && (token == tokens.size() || (tokens[token].flags & DATELINE_TOKEN_BLOCK_START) != 0);
    }
}

bool Matcher::is_literal(const Literal& literal, const dateline_token& token, bool exact) const {
    if (literal.hash != token.hash) return false;
    const auto same = [](std::string_view a, std::string_view b) { return a == b; };
    if (exact) return same(subject_->tables.text(literal.verbatim), subject_->text.substr(token.begin, token.end - token.begin));
    return same(subject_->tables.text(literal.folded), std::string_view(subject_->analysis.folded).substr(token.folded, token.folded_length));
}

/// Goes over the token, entry or mention that the instruction asks for.
Matcher::Move Matcher::take(const Instruction& instruction, State& state) {
    const dateline_token& token = subject_->analysis.tokens[state.token];
    if (instruction.glued != 0 && (token.flags & DATELINE_TOKEN_SPACE_BEFORE) != 0) return Move::back;
    const auto has = [&token](std::uint32_t flags) { return (token.flags & flags) == flags; };
    bool fits = false;
    switch (instruction.op) {
        case Op::literal: fits = is_literal(subject_->tables.literals[instruction.argument], token, false); break;
        case Op::exact_literal: fits = is_literal(subject_->tables.literals[instruction.argument], token, true); break;
        case Op::list: return take_entry(instruction.argument, state);
        case Op::digits: fits = has(DATELINE_TOKEN_NUMBER) && token.folded_length == instruction.argument; break;
        case Op::number: fits = has(DATELINE_TOKEN_NUMBER); break;
        case Op::capital_word: fits = has(DATELINE_TOKEN_WORD | DATELINE_TOKEN_CAPITAL); break;
        case Op::capitals_word: fits = has(DATELINE_TOKEN_WORD | DATELINE_TOKEN_ALL_CAPITALS); break;
        case Op::small_word: fits = has(DATELINE_TOKEN_WORD | DATELINE_TOKEN_LOWER); break;
        case Op::initial: fits = has(DATELINE_TOKEN_INITIAL); break;
        case Op::any: fits = true; break;
        case Op::expression: return take_expression(instruction.argument, state);
        case Op::mention: return take_mention(instruction.argument, state);
        default: break;
    }
    ++state.instruction;
    ++state.token;
    return fits ? Move::on : Move::back;
}

Matcher::Move Matcher::take_entry(std::uint32_t list, State& state) {
    const Matches& matches = subject_->matches;
    if ((matches.token_lists[state.token] >> list & 1) == 0) return Move::back;
    const auto begin = matches.hits.begin() + matches.first_hit[state.token], end = matches.hits.begin() + matches.first_hit[state.token + 1];
    const auto hit = std::find_if(begin, end, [list](const dateline_hit& candidate) { return candidate.list == list; });
    if (hit == end) return Move::back;
    const State from = state;
    if (hit->token_count > 1 && subject_->tables.lists[list].nested != 0) take_shorter(list, from, hit->token_count);
    if (state.token + hit->token_count > limit_) {
        return Move::back;
    }
    steps_.push_back({Step::entry, list, from.token, from.token + hit->token_count, hit->value});
    state = {from.instruction + 1, from.token + hit->token_count};
    return Move::on;
}

/// Leaves the list's shorter entries at a token as choices, so that the longer ones of them come first. The longest one is known to be there.
void Matcher::take_shorter(std::uint32_t list, const State& state, std::uint32_t longest) {
    const EntryWalker walker(subject_->tables, subject_->text, subject_->analysis);
    const dateline_token* first = subject_->analysis.tokens.data() + state.token;
    const Root* root = walker.root(*first);
    const Node* node = walker.node(*root);
    std::uint32_t run = root->ends;
    for (std::uint32_t count = 1; count < longest; ++count) {
        for (const End& end : walker.ends(run)) {
            if (end.list != list || !walker.fits(end, first, count) || state.token + count > limit_) continue;
            const std::string_view value = subject_->tables.text(end.value);
            choices_.push_back({state.instruction + 1, state.token + count, static_cast<std::uint32_t>(steps_.size() + 1)});
            steps_.push_back({Step::entry, list, state.token, state.token + count, {value.data(), value.size()}});
            break;
        }
        node = walker.child(*node, first[count]);
        run = node->ends;
    }
}

Matcher::Move Matcher::take_expression(std::uint32_t expression, State& state) {
    const std::vector<dateline_token>& tokens = subject_->analysis.tokens;
    const std::uint32_t begin = tokens[sentence_begin_].begin, end = tokens[sentence_end_ - 1].end;
    const std::uint32_t count = (*subject_->tables.compiled)[expression].match(subject_->text.substr(begin, end - begin), begin,
                                                                              std::span(tokens).subspan(state.token, limit_ - state.token), *budget_);
    if (*budget_ == 0) gave_up_ = true;
    if (count == 0) return Move::back;
    steps_.push_back({Step::expression, expression, state.token, state.token + count, {}});
    ++state.instruction;
    state.token += count;
    return Move::on;
}

bool Matcher::is_in_block(std::uint32_t kinds) const {
    const text::Analysis& analysis = subject_->analysis;
    const std::uint32_t kind = analysis.blocks[analysis.sentences[analysis.tokens[sentence_begin_].sentence].block].kind;
    return (kinds >> (kind <= DATELINE_BLOCK_QUOTE ? kind : std::uint32_t{DATELINE_BLOCK_PARAGRAPH}) & 1) != 0;
}

Matcher::Move Matcher::take_mention(std::uint32_t type, State& state) {
    if (subject_->mention_at.empty()) return Move::back;
    const std::uint32_t index = subject_->mention_at[state.token];
    if (index == no_index) return Move::back;
    const dateline_mention& mention = subject_->mentions[index];
    if (mention.type != subject_->type_ids[type] || mention.token_count > limit_ - state.token) return Move::back;
    steps_.push_back({Step::mention, index, state.token, state.token + mention.token_count, {}});
    ++state.instruction;
    state.token += mention.token_count;
    return Move::on;
}

}  // namespace dateline::lexicon
