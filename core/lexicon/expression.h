/// Regular expressions in rules, by RE2: linear in the text whatever they are.
#pragma once

#include <re2/re2.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/lexicon/format.h"
#include "dateline/text.h"

namespace dateline::lexicon {

inline constexpr std::uint32_t most_expression_tokens = 16;
inline constexpr std::uint32_t most_expression_bytes = 256;

/// What trying a program of a size on so many bytes costs, in steps of a rule: what it does at worst, not what it does as a rule.
inline std::uint64_t match_cost(std::uint64_t bytes, std::uint64_t size) { return 8 + bytes * size / 512; }

/// The beginnings that the matches of an expression have: their first eight bytes as a number, the first byte the highest, are in [least, greatest].
struct ExpressionStart {
    std::uint64_t least = 0, greatest = ~std::uint64_t{0};
};

/// What a named group of an expression held.
struct ExpressionGroup {
    std::uint32_t capture = no_index;  ///< the capture of its name
    std::string_view text;
};

/// A compiled expression. Any thread.
class Expression {
public:
    /// Throws std::runtime_error with what is wrong. Groups become the captures of the lexicon that have their names.
    Expression(std::string_view pattern, const Lexicon::Tables& tables);

    /// How many of the tokens it matches from the first one's begin to the last one's end: the longest such match, 0 for none. `text` is
    /// their sentence, which `^`, `$` and `\b` speak of and which begins at the byte `begin` of what tokens count in. Takes what it does off `budget`.
    std::uint32_t match(std::string_view text, std::uint32_t begin, std::span<const dateline_token> tokens, std::uint64_t& budget) const;

    ExpressionStart start() const;
    /// Of its program, in instructions.
    std::uint32_t size() const { return size_; }

    /// Adds what named groups held in a match of the bytes [first, end), those that took part.
    void add_groups(std::string_view text, std::uint32_t begin, std::uint32_t first, std::uint32_t end, std::vector<ExpressionGroup>& groups) const;

private:
    std::unique_ptr<const re2::RE2> compiled_;
    std::uint32_t size_ = 0;
    std::vector<std::pair<int, std::uint32_t>> groups_;  ///< numbers of groups with the captures' ids
};

/// The expressions of a lexicon, as it was opened.
class Expressions {
public:
    Expressions() = default;
    /// Throws std::runtime_error.
    explicit Expressions(const Lexicon::Tables& tables);
    const Expression& operator[](std::uint32_t index) const { return all_[index]; }

private:
    std::vector<Expression> all_;
};

struct ExpressionMistake {
    std::size_t at = 0;  ///< in the pattern
    std::string what;
};

/// Why a pattern cannot be used.
std::optional<ExpressionMistake> mistake_in(std::string_view pattern);

/// The names of a good pattern's groups.
std::vector<std::string> group_names(std::string_view pattern);

}  // namespace dateline::lexicon
