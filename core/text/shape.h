/// The flags of a word, gathered letter by letter.
#pragma once

#include <cstdint>

#include "core/text/characters.h"
#include "dateline/text.h"

namespace dateline::text {

class Shape {
public:
    void letter(LetterCase letter_case) {
        if (letters_ == 0 && letter_case == LetterCase::upper) flags_ |= DATELINE_TOKEN_CAPITAL;
        if (first_ && letter_case == LetterCase::lower) flags_ |= DATELINE_TOKEN_LOWER;
        if (after_small_ && letter_case == LetterCase::upper) flags_ |= DATELINE_TOKEN_INNER_CAPITAL;
        after_small_ = letter_case == LetterCase::lower;
        any_not_capital_ |= letter_case != LetterCase::upper;
        any_lower_ |= letter_case == LetterCase::lower;
        upper_ += letter_case == LetterCase::upper;
        ++letters_;
        first_ = false;
    }
    void digit() {
        flags_ |= DATELINE_TOKEN_HAS_DIGIT;
        after_small_ = true;
        first_ = false;
    }
    /// Something inside the word that is neither: an apostrophe.
    void other() { after_small_ = first_ = false; }

    bool has_letter() const { return letters_ > 0; }
    /// One capital letter, or a run of them.
    bool only_capitals() const { return letters_ > 0 && !any_not_capital_; }
    std::uint32_t flags() const {
        const bool all_capitals = upper_ > 0 && letters_ >= 2 && !any_lower_;
        return flags_ | (letters_ > 0 ? word : number) | (all_capitals ? capitals : 0);
    }

private:
    static constexpr std::uint32_t word = DATELINE_TOKEN_WORD, number = DATELINE_TOKEN_NUMBER, capitals = DATELINE_TOKEN_ALL_CAPITALS;
    std::uint32_t flags_ = 0, letters_ = 0, upper_ = 0;
    bool first_ = true, after_small_ = false, any_not_capital_ = false, any_lower_ = false;
};

}  // namespace dateline::text
