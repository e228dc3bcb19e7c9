/// Dates in numbers alone, 03/04/2024: which number is the month is for the rest of the article to tell.
#pragma once

#include <vector>

#include "dateline/plugin.hpp"
#include "found.h"
#include "words.h"

namespace dateline::dates {

/// Reads the numeric dates of one article, in place. Call when the other explicit dates have their values. Linear.
class NumericDates {
public:
    NumericDates(const Document& document, const Words& words, std::vector<Found>& dates) : document_(document), words_(words), dates_(dates) {}

    void resolve();

private:
    void count_votes();
    void resolve(Found& date) const;
    int nearer(const Date& month_first, const Date& day_first) const;
    int days_to_others(const Date& day) const;

    const Document& document_;
    const Words& words_;
    std::vector<Found>& dates_;
    std::vector<Date> days_;  ///< days that words name, with their year; as many as can be looked at
    int in_numbers_ = 0;      ///< votes of numeric dates that can be read in one way only: positive month first, negative day first
    int in_words_ = 0;        ///< votes of the order in which words are written: March 4, 4 March
    int in_places_ = 0;       ///< votes of the countries that are named
};

}  // namespace dateline::dates
