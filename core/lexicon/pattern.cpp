#include "core/lexicon/pattern.h"

#include <algorithm>

namespace dateline::lexicon {
namespace {

bool is_token(Op op) {
    return op >= first_consuming && op <= last_consuming;
}

[[noreturn]] void fail_without_token(const Pattern& pattern, const Source& source) {
    source.fail(pattern.at, "behind ~ must stand something that takes a token; put ~ before each token that may come first");
}

/// (x){n,m} glued: the first x is, the others are as they were.
void glue_repetition(Pattern& repetition, const Source& source) {
    Pattern first = repetition.parts[0];
    if (can_be_empty(first)) fail_without_token(first, source);
    glue(first, source);
    Pattern rest = repetition;
    rest.least -= rest.least > 0;
    rest.most -= 1;
    Pattern sequence = {.kind = Pattern::Kind::sequence, .at = repetition.at, .parts = {std::move(first)}};
    if (rest.most > 0) sequence.parts.push_back(std::move(rest));
    if (repetition.least > 0) {
        repetition = std::move(sequence);
    } else {
        repetition.most = 1;
        repetition.parts[0] = std::move(sequence);
    }
}

void glue_sequence(Pattern& sequence, const Source& source) {
    for (Pattern& part : sequence.parts) {
        if (part.kind == Pattern::Kind::negation || (part.kind == Pattern::Kind::atom && !is_token(part.op))) continue;
        if (can_be_empty(part)) fail_without_token(part, source);
        return glue(part, source);
    }
    fail_without_token(sequence, source);
}

}  // namespace

bool can_be_empty(const Pattern& pattern) {
    switch (pattern.kind) {
        case Pattern::Kind::atom: return !is_token(pattern.op);
        case Pattern::Kind::sequence: return std::all_of(pattern.parts.begin(), pattern.parts.end(), can_be_empty);
        case Pattern::Kind::alternatives: return std::any_of(pattern.parts.begin(), pattern.parts.end(), can_be_empty);
        case Pattern::Kind::repetition: return pattern.least == 0 || can_be_empty(pattern.parts[0]);
        case Pattern::Kind::capture:
        case Pattern::Kind::mark: return can_be_empty(pattern.parts[0]);
        case Pattern::Kind::negation: return true;
    }
    return true;
}

void glue(Pattern& pattern, const Source& source) {
    switch (pattern.kind) {
        case Pattern::Kind::atom:
            if (!is_token(pattern.op)) fail_without_token(pattern, source);
            pattern.glued = true;
            break;
        case Pattern::Kind::negation: fail_without_token(pattern, source);
        case Pattern::Kind::sequence: glue_sequence(pattern, source); break;
        case Pattern::Kind::repetition: glue_repetition(pattern, source); break;
        default:
            for (Pattern& part : pattern.parts) glue(part, source);
    }
}

}  // namespace dateline::lexicon
