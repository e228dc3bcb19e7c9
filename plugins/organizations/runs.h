/// Runs of capitalised words: pieces that may be names, and the small words that may join them to longer ones.
#pragma once

#include <cstdint>
#include <vector>

#include "page.h"

namespace dateline::organizations {

/// What joins a piece to the one before it.
enum class Joint : std::uint8_t { none, of, for_, and_, small, in, possessive, comma, parenthesis };

/// How a sentence is written; in headlines and in capitals every word looks like a name.
enum class Style : std::uint8_t { plain, title_case, capitals };

/// Words that stand side by side and are written as names: tokens [first, end).
struct Piece {
    std::uint32_t first, end;
    Joint joint;              ///< to the piece before
};

/// Finds the pieces of one sentence, in order. A piece whose joint is not `none` continues the run of the one before.
class RunFinder {
public:
    explicit RunFinder(const Page& page) : page_(page) {}
    /// Words in parentheses inside a run are pieces of their own, too: those go to `inner`.
    void find(std::uint32_t first, std::uint32_t end, Style style, std::vector<Piece>& pieces, std::vector<Piece>& inner);

private:
    bool may_start(std::uint32_t token) const;
    bool is_function(std::uint32_t token) const;
    bool is_chosen(std::uint32_t token) const;
    std::uint32_t piece_end(std::uint32_t token, std::uint32_t end) const;
    bool begins_again(std::uint32_t first, std::uint32_t at) const;
    std::uint32_t step(std::uint32_t token, std::uint32_t end) const;
    std::uint32_t legal_form(std::uint32_t token, std::uint32_t end) const;
    /// The joint at `token` and, in `next`, the first token of the piece behind it.
    Joint joint(std::uint32_t token, std::uint32_t end, std::uint32_t& next) const;
    Joint word_joint(std::uint32_t token) const;
    std::uint32_t behind_parenthesis(std::uint32_t token, std::uint32_t end) const;

    const Page& page_;
    Style style_ = Style::plain;
    std::uint32_t sentence_first_ = 0;
};

}  // namespace dateline::organizations
