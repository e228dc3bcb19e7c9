#include "core/lexicon/rule_source.h"

#include <algorithm>
#include <utility>

#include "core/lexicon/expression.h"
#include "core/lexicon/statement_source.h"
#include "core/lexicon/template_source.h"
#include "core/text/interface.h"

namespace dateline::lexicon {
namespace {

constexpr int deepest = 64;
constexpr const char* no_element = "this is no element of a pattern; see docs/DATA.md for those there are";
constexpr const char* no_arrow = "the rule has no “=>”; write it between the pattern and what the rule gives";

/// Whether something optional comes before a leading #any: such a rule would begin everywhere in more than one way.
bool is_loose_begin(const Pattern& pattern, bool after_optional) {
    switch (pattern.kind) {
        case Pattern::Kind::atom: return after_optional && pattern.op == Op::any;
        case Pattern::Kind::sequence:
            for (const Pattern& part : pattern.parts) {
                if (is_loose_begin(part, after_optional)) return true;
                if (!can_be_empty(part)) return false;
                after_optional |= part.kind != Pattern::Kind::atom && part.kind != Pattern::Kind::negation;
            }
            return false;
        case Pattern::Kind::negation: return false;
        default:
            return std::any_of(pattern.parts.begin(), pattern.parts.end(),
                               [after_optional](const Pattern& part) { return is_loose_begin(part, after_optional); });
    }
}

/// Whether ? and the like make sense behind a pattern.
bool is_repeatable(const Pattern& pattern) {
    using Kind = Pattern::Kind;
    return pattern.kind != Kind::mark && pattern.kind != Kind::negation && !(pattern.kind == Kind::atom && can_be_empty(pattern));
}

std::size_t size(const Pattern& pattern) {
    std::size_t all = 1;
    for (const Pattern& part : pattern.parts) all += size(part);
    return all;
}

}  // namespace

std::vector<RuleSource> RuleParser::parse() {
    std::vector<RuleSource> rules;
    for (skip_space(); at_ < text_.size(); skip_space()) {
        if (!at_line_start()) fail(at_, "nothing can stand here; begin a rule or a let at the start of a line");
        if (take("let ")) {
            let();
        } else if (take("rule ")) {
            rules.push_back(rule());
        } else {
            fail(at_, "a rule, a let or a comment must begin here; write “rule NAME:”, “let NAME =” or “# …”");
        }
    }
    return rules;
}

void RuleParser::let() {
    skip_space();
    const std::size_t begin = at_;
    const std::string_view name_of = name("a let needs a name of letters, digits and -; write “let NAME = …”");
    if (lets_.contains(name_of)) fail(begin, "“" + std::string(name_of) + "” is named already; choose another name");
    skip_space();
    need("=", "a let needs “=” between its name and what it stands for; add it");
    in_let_ = true;
    size_ = 0;
    Pattern pattern = alternatives();
    in_let_ = false;
    if (at_ < text_.size() && !at_line_start()) fail(at_, no_element);
    lets_.emplace(name_of, std::move(pattern));
}

RuleSource RuleParser::rule() {
    RuleSource rule;
    rule.at = at_;
    rule.name = name("a rule needs a name of letters, digits and -; write “rule NAME:”");
    Pattern place = block_kinds();
    need(":", "a colon must follow the rule's name; add it");
    marked_ = false;
    size_ = 0;
    skip_space();
    const std::size_t begin = at_;
    rule.pattern = alternatives();
    if (can_be_empty(rule.pattern)) fail(begin, "this pattern can match nothing; make a part of it that is not optional");
    if (is_loose_begin(rule.pattern, false)) fail(begin, "a pattern must not begin with something optional before #any; remove it or say what comes first");
    if (at_end()) fail(text_.find_last_not_of(" \t\r\n") + 1, no_arrow);
    need("=>", no_element);
    right_side_ == RightSide::label ? label(rule) : statement(rule);
    if (place.argument != 0) {
        Pattern both = {.kind = Pattern::Kind::sequence, .at = place.at, .parts = {std::move(place), std::move(rule.pattern)}};
        rule.pattern = std::move(both);
    }
    return rule;
}

/// “in heading, title” behind a rule's name; without an argument when there is none.
Pattern RuleParser::block_kinds() {
    Pattern place = atom(at_, Op::block_kind);
    if (!take(" in ")) return place;
    const auto& kinds = text::block_kinds;
    do {
        skip_space();
        const std::size_t begin = at_;
        const std::string_view kind = name("a kind of block must stand here; write title, heading, paragraph, list-item, table-row, caption or quote");
        const auto found = std::find(kinds.begin(), kinds.end(), kind);
        if (found == kinds.end()) {
            fail(begin, "there is no kind of block “" + std::string(kind) + "”; write title, heading, paragraph, list-item, table-row, caption or quote");
        }
        place.argument |= 1u << (found - kinds.begin());
    } while (take(","));
    return place;
}

void RuleParser::label(RuleSource& rule) {
    skip_space();
    rule.label = names_.labels.add(name("a label must follow “=>”, a name of letters, digits and -; add it"));
    skip_space();
    if (!at_line_start() && take("\"")) rule.parts = parse_template(*this, rule.pattern, names_);
    skip_space();
    if (at_ < text_.size() && !at_line_start()) {
        fail(at_, "nothing can stand here; begin the next rule at the start of a line (more than a label and a template is for rules of a plugin without a library)");
    }
}

/// As a label its text is in what the compiled file's hash is of.
void RuleParser::statement(RuleSource& rule) {
    const std::size_t begin = at_;
    rule.statement = parse_statement(*this, rule.pattern, names_);
    rule.statement.rule = rule.name;
    rule.label = names_.labels.add(since(begin));
}

Pattern RuleParser::alternatives() {
    ++depth_;
    Pattern all = {.kind = Pattern::Kind::alternatives, .at = at_};
    do {
        skip_space();
        all.parts.push_back(sequence());
    } while (take("|"));
    --depth_;
    return all.parts.size() > 1 ? all : std::move(all.parts[0]);
}

/// Whether an element may begin here: not at the end of the pattern, its group or alternative.
bool RuleParser::at_element() {
    const std::size_t before = at_;
    skip_space();
    if (at_ >= text_.size() || peek() == '|' || peek() == ')' || peek() == ']' || (peek() == '=' && peek(1) == '>')) return false;
    if (at_line_start() && (in_let_ || text_.substr(at_, 5) == "rule " || text_.substr(at_, 4) == "let ")) {
        if (!in_let_) fail(before, no_arrow);
        return false;
    }
    return true;
}

Pattern RuleParser::sequence() {
    Pattern all = {.kind = Pattern::Kind::sequence, .at = at_};
    while (at_element()) all.parts.push_back(element(false));
    if (all.parts.empty()) fail(at_, "an element of a pattern must stand here; add one, or make the part before optional with ?");
    return all.parts.size() > 1 ? all : std::move(all.parts[0]);
}

Pattern RuleParser::element(bool glued) {
    if (++nesting_ > deepest) fail(at_, "the pattern is nested too deep; name parts of it with let");
    Pattern pattern = nested_element(glued);
    --nesting_;
    return pattern;
}

Pattern RuleParser::nested_element(bool glued) {
    const std::size_t begin = at_;
    if (take("~")) return element(true);
    std::size_t end = at_;
    while (end < text_.size() && is_name_character(text_[end])) ++end;
    if (end > at_ && end < text_.size() && text_[end] == ':') {
        Pattern capture = {.kind = Pattern::Kind::capture, .at = begin, .argument = names_.captures.add(text_.substr(at_, end - at_))};
        at_ = end + 1;
        capture.parts.push_back(element(glued));
        return capture;
    }
    Pattern pattern = peek() == '!' ? negation() : primary();
    if (glued) glue(pattern, source_);
    return repeated(std::move(pattern));
}

Pattern RuleParser::negation() {
    Pattern negation = {.kind = Pattern::Kind::negation, .at = at_};
    need("!", "");
    negation.parts.push_back(element(false));
    if (can_be_empty(negation.parts[0])) fail(negation.at, "what stands behind ! can match nothing, so this never matches; remove it or say what must not follow");
    return negation;
}

Pattern RuleParser::repeated(Pattern pattern) {
    const std::size_t begin = at_;
    Pattern all = {.kind = Pattern::Kind::repetition, .at = pattern.at, .least = 0, .most = most_repetitions};
    switch (peek()) {
        case '?': all.most = 1; break;
        case '+': all.least = 1; break;
        case '*': break;
        case '{': return braces(std::move(pattern));
        default: return pattern;
    }
    ++at_;
    if (!is_repeatable(pattern)) fail(begin, "what takes no token, or is marked, cannot be repeated or optional; remove this");
    all.parts.push_back(std::move(pattern));
    return all;
}

Pattern RuleParser::braces(Pattern pattern) {
    const std::size_t begin = at_++;
    Pattern all = {.kind = Pattern::Kind::repetition, .at = pattern.at, .least = count()};
    all.most = take(",") ? count() : all.least;
    need("}", "a repetition ends with }; write {2} or {2,5}");
    if (all.least > all.most || all.most == 0) fail(begin, "a repetition goes from the smaller number to the larger one, at least 1; change it");
    if (!is_repeatable(pattern)) fail(begin, "what takes no token, or is marked, cannot be repeated or optional; remove this");
    all.parts.push_back(std::move(pattern));
    return all;
}

std::uint32_t RuleParser::count() {
    const std::size_t begin = at_;
    std::uint32_t number = 0;
    while (peek() >= '0' && peek() <= '9' && at_ - begin < 3) number = number * 10 + static_cast<std::uint32_t>(text_[at_++] - '0');
    if (at_ == begin || number > most_match_tokens) fail(begin, "a number from 0 to " + std::to_string(most_match_tokens) + " must stand here; write {2,5} for two to five");
    return number;
}

Pattern RuleParser::primary() {
    switch (peek()) {
        case '(': return group();
        case '[': return mark();
        case '"':
        case '\'': return literal(peek());
        case '@': return list();
        case '#': return shape();
        case '<': return type();
        case '/': return expression();
        case '^':
        case '$': return edge();
        default: return reference();
    }
}

Pattern RuleParser::group() {
    const std::size_t begin = at_++;
    Pattern pattern = alternatives();
    if (!take(")")) fail(begin, "this parenthesis is not closed; add )");
    return pattern;
}

Pattern RuleParser::mark() {
    const std::size_t begin = at_++;
    if (depth_ > 1 || in_let_) fail(begin, "[ ] must stand at the top level of a rule; move it out of the parentheses or the let");
    if (std::exchange(marked_, true)) fail(begin, "a rule has one marked part at most; remove one pair of [ ]");
    Pattern pattern = {.kind = Pattern::Kind::mark, .at = begin};
    pattern.parts.push_back(alternatives());
    if (!take("]")) fail(begin, "this bracket is not closed; add ]");
    if (can_be_empty(pattern)) fail(begin, "the marked part can match nothing; make a part of it that is not optional");
    return pattern;
}

Pattern RuleParser::literal(char quote) {
    const std::size_t begin = at_++;
    const std::size_t end = text_.find_first_of(quote == '"' ? "\"\n" : "'\n", at_);
    if (end == std::string_view::npos || text_[end] == '\n') fail(begin, "this word has no end; add the quotation mark in the same line");
    const std::string_view words = text_.substr(at_, end - at_);
    at_ = end + 1;
    Pattern all = {.kind = Pattern::Kind::sequence, .at = begin};
    for (const WordCutter::Word& word : cutter_.cut(words)) {
        const bool exact = quote == '\'';
        all.parts.push_back(atom(begin, exact ? Op::exact_literal : Op::literal, names_.add_literal(word, exact)));
    }
    if (all.parts.empty()) fail(begin, "there is no word between the quotation marks; write one");
    return all.parts.size() > 1 ? all : std::move(all.parts[0]);
}

Pattern RuleParser::list() {
    const std::size_t begin = at_++;
    const std::string_view name_of = name("a list's name must follow @; write it, such as @month");
    const auto found = std::find(names_.lists.begin(), names_.lists.end(), name_of);
    if (found == names_.lists.end()) {
        fail(begin, "there is no list “" + std::string(name_of) + "”" + suggestion(name_of, {names_.lists.begin(), names_.lists.end()}) +
                        (suggestion(name_of, {names_.lists.begin(), names_.lists.end()}).empty() ? "; add a .tsv file with this name in its header" : ""));
    }
    const auto number = static_cast<std::uint32_t>(found - names_.lists.begin());
    if ((names_.bits_only >> number & 1) != 0) {
        fail(begin, "the list “" + std::string(name_of) + "” gives no hits, which rules go by; remove the line “# hits: none” from its header");
    }
    return atom(begin, Op::list, number);
}

Pattern RuleParser::shape() {
    const std::size_t begin = at_++;
    if (peek() == '9') {
        while (peek() == '9') ++at_;
        return atom(begin, Op::digits, static_cast<std::uint32_t>(at_ - begin - 1));
    }
    if (peek() == ' ') fail(begin, own_line);
    static const std::map<std::string_view, Op> shapes = {{"number", Op::number},   {"Word", Op::capital_word}, {"WORD", Op::capitals_word},
                                                          {"word", Op::small_word}, {"initial", Op::initial},   {"any", Op::any}};
    const auto found = shapes.find(name("a kind of token must follow #: #9, #99 …, #number, #Word, #WORD, #word, #initial or #any; write one"));
    if (found == shapes.end()) fail(begin, "there is no such kind of token; write #9, #99 …, #number, #Word, #WORD, #word, #initial or #any");
    return atom(begin, found->second);
}

Pattern RuleParser::expression() {
    const std::size_t begin = at_++;
    while (peek() != '/' && peek() != '\n' && at_ < text_.size()) at_ += peek() == '\\' && peek(1) != '\n' ? 2 : 1;
    if (peek() != '/') fail(begin, "this expression has no end; add / in the same line, or write \\/ for one inside");
    std::string pattern(since(begin + 1));
    ++at_;
    const bool any_case = take("i");
    if (is_name_character(peek())) fail(at_, "behind an expression can stand i, to ignore case, and nothing else; put a space between");
    if (const auto mistake = mistake_in(pattern)) fail(begin + 1 + mistake->at, mistake->what);
    Pattern expression = atom(begin, Op::expression, names_.expressions.add(any_case ? "(?i)" + pattern : pattern));
    for (const std::string& name : group_names(pattern)) {
        expression.parts.push_back({.kind = Pattern::Kind::capture, .at = begin, .argument = names_.captures.add(name)});
    }
    return expression;
}

Pattern RuleParser::type() {
    const std::size_t begin = at_++;
    const std::string_view name_of = name("a type's name must follow <; write it, such as <person>");
    need(">", "a type's name ends with >; add it");
    return atom(begin, Op::mention, names_.types.add(name_of));
}

Pattern RuleParser::edge() {
    const std::size_t begin = at_;
    if (take("^^")) return atom(begin, Op::block_start);
    if (take("^")) return atom(begin, Op::sentence_start);
    if (take("$$")) return atom(begin, Op::block_end);
    need("$", "");
    return atom(begin, Op::sentence_end);
}

/// Whether no arrow comes from here to the rule's end: then what looks like an unknown element may be what the rule gives.
bool RuleParser::lacks_arrow() const {
    Line line;
    for (std::size_t next = at_; next_line(text_, next, line);) {
        if (line.begin > at_ && (line.text.starts_with("rule ") || line.text.starts_with("let "))) return true;
        const std::size_t first = line.text.find_first_not_of(" \t");
        const bool is_comment = first != std::string_view::npos && line.text.substr(first).starts_with("# ");
        if (!is_comment && line.text.find("=>") != std::string_view::npos) return false;
    }
    return true;
}

Pattern RuleParser::reference() {
    const std::size_t begin = at_;
    while (is_name_character(peek())) ++at_;
    const std::string_view name_of = since(begin);
    const auto found = lets_.find(name_of);
    if (found != lets_.end()) {
        size_ += size(found->second);
        if (size_ > most_instructions) fail(begin, "the rule becomes too large with “" + std::string(name_of) + "”; make two rules of it");
        return found->second;
    }
    if (!in_let_ && lacks_arrow()) fail(begin, no_arrow);
    if (name_of.empty()) fail(begin, no_element);
    std::vector<std::string_view> names;
    for (const auto& [known, pattern] : lets_) names.push_back(known);
    const std::string nearest = suggestion(name_of, names);
    fail(begin, "“" + std::string(name_of) + "” is not named" + (nearest.empty() ? "; put a let with it before, or quotation marks around a word" : nearest));
}

Pattern RuleParser::atom(std::size_t at, Op op, std::uint32_t argument) const {
    return {.kind = Pattern::Kind::atom, .at = at, .op = op, .argument = argument};
}

}  // namespace dateline::lexicon
