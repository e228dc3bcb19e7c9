/// The names and literals that the rules of all files of a lexicon share.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/lexicon/pool.h"
#include "core/lexicon/words.h"

namespace dateline::lexicon {

struct RuleNames {
    struct Literal {
        std::uint64_t hash;
        std::string folded, verbatim;
    };
    std::vector<std::string> lists;  ///< those there are
    std::uint64_t bits_only = 0;     ///< bits of those whose entries are no hits
    Names captures, labels, types, expressions;
    std::vector<Literal> literals;

    std::uint32_t add_literal(const WordCutter::Word& word, bool exact);

private:
    std::map<std::pair<std::string, std::string>, std::uint32_t> literal_ids_;
};

}  // namespace dateline::lexicon
