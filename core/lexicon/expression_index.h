/// Which rules of a group may begin with an expression at a place.
#pragma once

#include <re2/set.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/lexicon/expression.h"
#include "core/lexicon/format.h"

namespace dateline::lexicon {

/// Computed when a lexicon is opened. First bytes leave few expressions at most places; where they leave many, RE2 tries those at once, so that
/// hundreds of expressions that begin with any capital cost little more than one.
class ExpressionIndex {
public:
    /// What add_rules needs from call to call, of one thread.
    struct Scratch {
        std::vector<int> found;
        std::vector<std::uint32_t> left;  ///< of a set, those whose first bytes fit
        std::vector<bool> matches;
    };

    ExpressionIndex() = default;
    ExpressionIndex(const Lexicon::Tables& tables, const Group& group);

    /// Precondition: `at` < text.size().
    bool may_begin(std::string_view text, std::size_t at) const {
        const auto byte = static_cast<unsigned char>(text[at]);
        return first_[byte] != first_[byte + 1u];
    }

    /// Sets the bits of the rules that may begin at the beginning of `text`, which goes on as far as an expression may match. Takes off `budget`
    /// what trying costs; when it has come to its end only first bytes are asked.
    void add_rules(std::string_view text, std::span<std::uint64_t> bits, std::uint64_t& budget, Scratch& scratch) const;

private:
    /// Expressions that are tried at once.
    struct Set {
        std::unique_ptr<re2::RE2::Set> compiled;
        std::uint32_t size = 0;         ///< of the expressions' programs
        std::uint32_t expressions = 0;  ///< how many
    };
    struct Start {
        ExpressionStart range;
        std::uint32_t rule = 0;
        std::uint32_t set = no_index, in_set = 0;  ///< its number there; no_index: is tried alone
    };

    void make_sets(const Lexicon::Tables& tables, const std::vector<std::uint32_t>& expressions, std::vector<Start>& places);
    bool find_matches(const Set& set, std::string_view text, std::uint64_t& budget, Scratch& scratch) const;

    std::array<std::uint32_t, 257> first_{};  ///< for each byte where its starts begin
    std::vector<Start> starts_;               ///< of each byte by set
    std::vector<Set> sets_;
};

}  // namespace dateline::lexicon
