#include "core/lexicon/expression.h"

#include <algorithm>
#include <stdexcept>

namespace dateline::lexicon {
namespace {

constexpr std::int64_t most_memory = 1 << 20;  // of an expression, with what RE2 remembers of its matches

re2::RE2::Options options() {
    re2::RE2::Options options;
    options.set_longest_match(true);
    options.set_log_errors(false);
    options.set_max_mem(most_memory);
    return options;
}

std::unique_ptr<const re2::RE2> compile(std::string_view pattern) {
    return std::make_unique<const re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), options());
}

/// The first eight bytes, or those there are and then `rest`.
std::uint64_t first_bytes(std::string_view text, unsigned char rest) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : rest);
    return number;
}

std::string advice(re2::RE2::ErrorCode code) {
    switch (code) {
        case re2::RE2::ErrorPatternTooLarge: return "; make two of it or lower the numbers of repetitions";
        case re2::RE2::ErrorMissingParen:
        case re2::RE2::ErrorUnexpectedParen: return "; make parentheses pairs, or write \\( for one in the text";
        case re2::RE2::ErrorMissingBracket: return "; close it with ], or write \\[ for one in the text";
        case re2::RE2::ErrorRepeatSize: return "; RE2 repeats up to 1000 times";
        case re2::RE2::ErrorBadPerlOp:
        case re2::RE2::ErrorBadEscape: return "; RE2 has no look-around and no back references: https://github.com/google/re2/wiki/Syntax";
        default: return "; correct it";
    }
}

}  // namespace

Expression::Expression(std::string_view pattern, const Lexicon::Tables& tables) : compiled_(compile(pattern)) {
    if (!compiled_->ok()) throw std::runtime_error("has an expression that RE2 does not take (" + compiled_->error() + "); build it again");
    size_ = static_cast<std::uint32_t>(compiled_->ProgramSize());
    for (const auto& group : compiled_->NamedCapturingGroups()) {
        const auto found = std::find_if(tables.captures.begin(), tables.captures.end(), [&](Text text) { return tables.text(text) == group.first; });
        if (found != tables.captures.end()) groups_.emplace_back(group.second, static_cast<std::uint32_t>(found - tables.captures.begin()));
    }
    std::sort(groups_.begin(), groups_.end());
}

std::uint32_t Expression::match(std::string_view text, std::uint32_t begin, std::span<const dateline_token> tokens, std::uint64_t& budget) const {
    const std::uint32_t from = tokens.front().begin;
    std::size_t count = std::min<std::size_t>(tokens.size(), most_expression_tokens);
    const auto drop_beyond = [&](std::uint32_t end) {
        while (count > 0 && tokens[count - 1].end > end) --count;
    };
    drop_beyond(from + most_expression_bytes);
    while (count > 0) {
        const std::uint32_t end = tokens[count - 1].end;
        budget -= std::min(match_cost(end - from, size_), budget);
        if (budget == 0) return 0;
        re2::StringPiece found;
        if (!compiled_->Match({text.data(), text.size()}, from - begin, end - begin, re2::RE2::ANCHOR_START, &found, 1)) return 0;
        const auto reached = static_cast<std::uint32_t>(from + found.size());
        drop_beyond(reached);
        if (count > 0 && tokens[count - 1].end == reached) return static_cast<std::uint32_t>(count);
        // The longest match ends inside a token; perhaps a shorter one does not.
    }
    return 0;
}

ExpressionStart Expression::start() const {
    std::string least, greatest;
    if (!compiled_->PossibleMatchRange(&least, &greatest, 8)) return {};
    // What follows a match in the text may be greater than it: only where all matches go on, their next byte is known to be no greater.
    const auto common = static_cast<std::size_t>(std::mismatch(least.begin(), least.end(), greatest.begin(), greatest.end()).first - least.begin());
    return {first_bytes(least, 0), first_bytes(std::string_view(greatest).substr(0, common + (least.size() > common)), 0xFF)};
}

void Expression::add_groups(std::string_view text, std::uint32_t begin, std::uint32_t first, std::uint32_t end, std::vector<ExpressionGroup>& groups) const {
    if (groups_.empty()) return;
    std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups_.back().first) + 1);
    if (!compiled_->Match({text.data(), text.size()}, first - begin, end - begin, re2::RE2::ANCHOR_BOTH, found.data(), static_cast<int>(found.size()))) return;
    for (const auto& [number, capture] : groups_) {
        const re2::StringPiece& group = found[static_cast<std::size_t>(number)];
        if (!group.empty()) groups.push_back({capture, {group.data(), group.size()}});
    }
}

Expressions::Expressions(const Lexicon::Tables& tables) {
    all_.reserve(tables.expressions.size());
    for (const Text& pattern : tables.expressions) all_.emplace_back(tables.text(pattern), tables);
}

std::vector<std::string> group_names(std::string_view pattern) {
    std::vector<std::string> names;
    const auto compiled = compile(pattern);
    for (const auto& [name, number] : compiled->NamedCapturingGroups()) names.push_back(name);
    return names;
}

std::optional<ExpressionMistake> mistake_in(std::string_view pattern) {
    const auto compiled = compile(pattern);
    if (!compiled->ok()) {
        const std::size_t at = pattern.find(compiled->error_arg());
        return ExpressionMistake{at == std::string_view::npos ? 0 : at, "RE2 does not take this expression: " + compiled->error() + advice(compiled->error_code())};
    }
    if (re2::RE2::FullMatch("", *compiled)) return ExpressionMistake{0, "this expression can match nothing; make a part of it that is not optional"};
    return std::nullopt;
}

}  // namespace dateline::lexicon
