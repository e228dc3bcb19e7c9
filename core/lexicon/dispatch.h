/// Which rules of a group may match at a token, from the rows of the index.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/lexicon/expression_index.h"
#include "core/lexicon/format.h"
#include "core/lexicon/matcher.h"

namespace dateline::lexicon {

class Dispatch {
public:
    Dispatch(const Subject& subject, const Group& group);

    /// Whether any rule may begin at a token. Cheap: for nearly all tokens the answer is no.
    bool may_begin(std::uint32_t token) const {
        const dateline_token& at = tokens_[token];
        return (at.flags & group_.begin_flags) != 0 || (token_lists_[token] & group_.begin_lists) != 0 ||
               may_contain(filter_, group_.filter_shift, at.hash) || expressions_.may_begin(subject_.text, at.begin) || (begin_mentions_ && subject_.mention_at[token] != no_index);
    }

    /// Bits of the rules that may match at a token of a sentence that ends at `sentence_end`. Valid until the next call. `budget` is the sentence's, for expressions.
    std::span<const std::uint64_t> candidates(std::uint32_t token, std::uint32_t sentence_end, std::uint64_t& budget);

private:
    using Position = std::uint32_t;
    static constexpr Position begins = 0, goes_on = 1;
    void collect(std::uint32_t token, Position position, std::vector<std::uint64_t>& bits) const;
    void collect_classes(const dateline_token& token, Position position, std::vector<std::uint64_t>& bits) const;
    void collect_expressions(std::uint32_t token, std::uint32_t sentence_end, std::uint64_t& budget);
    void add_row(std::uint32_t row, std::vector<std::uint64_t>& bits) const;
    bool takes_several(std::uint32_t token) const;

    const Subject& subject_;
    const Group& group_;
    const dateline_token* tokens_;
    const std::uint64_t* token_lists_;
    const std::uint64_t* filter_;
    const ExpressionIndex& expressions_;
    bool begin_mentions_;
    std::vector<std::uint64_t> first_, second_;
    ExpressionIndex::Scratch scratch_;
};

}  // namespace dateline::lexicon
