#include "runs.h"

#include <algorithm>

namespace dateline::organizations {
namespace {

constexpr std::uint32_t may_begin = DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_INNER_CAPITAL | DATELINE_TOKEN_HAS_DIGIT;
constexpr std::size_t longest_abbreviated_word = 5;   // St. John's, Univ. of X

}  // namespace

void RunFinder::find(std::uint32_t first, std::uint32_t end, Style style, std::vector<Piece>& pieces, std::vector<Piece>& inner) {
    style_ = style;
    sentence_first_ = first;
    pieces.clear();
    inner.clear();
    Joint joined = Joint::none;
    for (std::uint32_t token = first; token < end;) {
        if (joined == Joint::none && (!page_.is(token, may_begin) && !page_.in(token, page_.words().known))) {
            ++token;
            continue;
        }
        if (joined == Joint::none && !may_start(token)) {
            ++token;
            continue;
        }
        const std::uint32_t stop = piece_end(token, end);
        pieces.push_back({token, stop, joined});
        std::uint32_t next = stop;
        joined = joint(stop, end, next);
        if (joined == Joint::parenthesis) {
            inner.push_back({stop + 1, next - 1, Joint::none});
        }
        token = joined == Joint::none ? stop : next;
    }
}

bool RunFinder::may_start(std::uint32_t token) const {
    if (!page_.is(token, may_begin)) {
        return page_.mark(token).known != 0 && !page_.is(token, DATELINE_TOKEN_PUNCTUATION);
    }
    if (page_.is_name(token)) {
        if (page_.is(token, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_INNER_CAPITAL)) {
            const bool number = page_.folded(token) == "no" && page_.at(token + 1, '.') && page_.is(token + 2, DATELINE_TOKEN_NUMBER);
            return number || !is_function(token) || is_chosen(token) || page_.mark(token).known != 0;
        }
        return page_.is_name(token + 1) && !page_.is_line_start(token + 1);
    }
    return page_.mark(token).known != 0;
}

// A word such as "at" or "it"; AT and US are none where other words have small letters.
bool RunFinder::is_function(std::uint32_t token) const {
    return page_.in(token, page_.words().function) && (style_ == Style::capitals || !page_.is(token, DATELINE_TOKEN_ALL_CAPITALS));
}

// A small word with a capital in the middle of a plain sentence belongs to a name: With Honor, No Proscenium.
bool RunFinder::is_chosen(std::uint32_t token) const {
    const bool inside = style_ == Style::plain && token > sentence_first_ && page_.is(token - 1, DATELINE_TOKEN_LOWER) && !page_.is_line_start(token);
    return inside && page_.is_name(token + 1) && !page_.is_line_start(token + 1) && page_.folded(token) != "the";
}

std::uint32_t RunFinder::piece_end(std::uint32_t token, std::uint32_t end) const {
    std::uint32_t at = token + std::max<std::uint32_t>({1, page_.mark(token).known, page_.mark(token).legal_form});
    if (const std::uint32_t domain = page_.domain(token); domain != 0 && at == token + 1) {
        at = token + domain;
    }
    while (at < end && !begins_again(token, at)) {
        const std::uint32_t next = step(at, end);
        if (next == at) {
            break;
        }
        at = next;
    }
    return std::min(at, end);
}

// A heading and the sentence behind it, printed without a line break: "About Acme Tools Acme Tools makes".
bool RunFinder::begins_again(std::uint32_t first, std::uint32_t at) const {
    return at > first && page_.is(at, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_INNER_CAPITAL) &&
           page_.document().tokens()[at].hash == page_.document().tokens()[first].hash;
}

// One more word of the piece, or punctuation that belongs between two.
std::uint32_t RunFinder::step(std::uint32_t at, std::uint32_t end) const {
    if (page_.is_line_start(at)) {
        return at;
    }
    if (const std::uint32_t form = legal_form(at, end); form != at) {
        return form;
    }
    const bool next_name = at + 1 < end && page_.is_name(at + 1) && !page_.is_line_start(at + 1);
    if (page_.is_name(at)) {
        const std::uint32_t domain = page_.domain(at);
        const bool number = page_.folded(at) == "no" && page_.at(at + 1, '.') && page_.is(at + 2, DATELINE_TOKEN_NUMBER);
        return is_function(at) && !number && !(style_ == Style::plain && next_name) ? at : at + std::max<std::uint32_t>(1, domain);
    }
    if (page_.is(at, DATELINE_TOKEN_NUMBER)) {
        return next_name || page_.is_joined(at) ? at + 1 : at;
    }
    if (!page_.is(at, DATELINE_TOKEN_PUNCTUATION)) {
        return at;
    }
    if (page_.at(at, '&')) {
        return next_name ? at + 2 : at;
    }
    if (page_.at(at, '-')) {
        const bool tight = page_.is_joined(at) || page_.is_joined(at + 1);
        if (page_.is_joined(at) && page_.is_joined(at + 1) && page_.is(at + 1, DATELINE_TOKEN_LOWER) && at + 2 < end && page_.is_name(at + 2) && !page_.is_line_start(at + 2)) {
            return at + 2;  // Water-saving Group
        }
        return tight && (next_name || (page_.is(at + 1, DATELINE_TOKEN_NUMBER) && page_.is_joined(at + 1))) ? at + 2 : at;
    }
    if (page_.at(at, '/')) {
        return page_.is_joined(at) && page_.is_joined(at + 1) && next_name ? at + 2 : at;
    }
    if (page_.at(at, '+') || page_.at(at, '!')) {
        return page_.is_joined(at) && (page_.at(at, '+') || next_name) ? at + 1 : at;
    }
    if (page_.at(at, '.') && page_.folded(at - 1) == "no" && page_.is(at + 1, DATELINE_TOKEN_NUMBER) && page_.is_name(at + 2)) {
        return at + 2;
    }
    const bool abbreviated = page_.at(at, '.') && page_.is_joined(at) && page_.word(at - 1).size() <= longest_abbreviated_word;
    return abbreviated && next_name && !page_.is_joined(at + 1) && !page_.in(at + 1, page_.words().function) ? at + 1 : at;
}

std::uint32_t RunFinder::legal_form(std::uint32_t at, std::uint32_t end) const {
    const std::uint32_t form = page_.at(at, ',') ? at + 1 : at;
    if (form >= end || page_.mark(form).legal_form == 0 || page_.is_line_start(form)) {
        return at;
    }
    return form + page_.mark(form).legal_form;
}

Joint RunFinder::word_joint(std::uint32_t token) const {
    const std::string_view word = page_.folded(token);
    if (word == "of") {
        return Joint::of;
    }
    if (word == "for") {
        return Joint::for_;
    }
    if (word == "and" || word == "&") {
        return Joint::and_;
    }
    if (word == "in" || word == "on" || word == "at" || word == "to" || word == "with" || word == "against") {
        return Joint::in;
    }
    return page_.in(token, page_.words().joiner) ? Joint::small : Joint::none;
}

Joint RunFinder::joint(std::uint32_t token, std::uint32_t end, std::uint32_t& next) const {
    if (token + 1 >= end || page_.is_line_start(token) || page_.is_line_start(token + 1)) {
        return Joint::none;
    }
    Joint joint = Joint::none;
    next = token + 1;
    if (page_.is_possessive(token)) {
        joint = Joint::possessive;
    } else if (page_.at(token, ',')) {
        joint = Joint::comma;
        if (page_.folded(next) == "and") {
            ++next;
        }
    } else if (page_.at(token, '(')) {
        next = behind_parenthesis(token, end);
        return next != token ? Joint::parenthesis : Joint::none;
    } else if (page_.is(token, DATELINE_TOKEN_LOWER | DATELINE_TOKEN_PUNCTUATION | DATELINE_TOKEN_ALL_CAPITALS)) {
        joint = word_joint(token);
        if (joint != Joint::none && page_.is(next, DATELINE_TOKEN_LOWER | DATELINE_TOKEN_ALL_CAPITALS) && (page_.folded(next) == "the" || page_.in(next, page_.words().joiner))) {
            ++next;
        }
    }
    const bool name = next < end && page_.is_name(next) && !page_.is_line_start(next) && !is_function(next);
    return name ? joint : Joint::none;
}

// (Group) or (Suzhou) inside a name: one or two words, and the name goes on.
std::uint32_t RunFinder::behind_parenthesis(std::uint32_t token, std::uint32_t end) const {
    for (std::uint32_t close = token + 2; close <= token + 3 && close + 1 < end; ++close) {
        if (!page_.is_name(close - 1)) {
            return token;
        }
        if (page_.at(close, ')')) {
            return page_.is_name(close + 1) && !page_.is_line_start(close + 1) && !page_.in(close + 1, page_.words().function) ? close + 1 : token;
        }
    }
    return token;
}

}  // namespace dateline::organizations
