/// Why a form is or is not a date here: the words around it. Each question looks at a fixed number of tokens.
#pragma once

#include <cstdint>

#include "dateline/plugin.hpp"
#include "found.h"
#include "reasons.h"
#include "words.h"

namespace dateline::dates {

/// The reasons for one date, which go to its candidate.
class Context {
public:
    Context(const Document& document, const Words& words, const Reasons& reasons, const Found& date, Candidate& candidate)
        : document_(document),
          around_(document),
          words_(words),
          reasons_(reasons),
          date_(date),
          candidate_(candidate),
          before_(static_cast<std::int64_t>(date.first_token) - 1),
          next_(date.end_token) {}

    /// `lead_end` is where the first paragraph of running text ends, in tokens.
    void explain(bool is_publication, std::uint32_t lead_end);

private:
    void add(Reason reason) { candidate_.because(reasons_[reason]); }
    void add(Reason reason, std::int64_t token);
    bool next_is(std::uint32_t flags) const { return around_.same_sentence(next_, date_.first_token) && around_.is(next_, flags); }
    bool next_in(std::uint64_t mask) const { return around_.same_sentence(next_, date_.first_token) && around_.in(next_, mask); }
    /// The first token with a bit of the mask among so many before or after, in the same sentence; -1 when there is none.
    std::int64_t find_before(std::uint64_t mask, int distance) const;
    std::int64_t find_after(std::uint64_t mask, int distance) const;

    void explain_form(std::uint32_t lead_end);
    void explain_words(std::uint32_t lead_end);
    // context_numbers.cpp
    void explain_year();
    void explain_years();
    void explain_number();
    void explain_number_short();
    void explain_year_stop_month();
    void explain_name_before();
    void explain_what_follows_year();
    void explain_what_leads_year();
    void explain_name_after();
    void explain_fiscal();
    void explain_budget();
    bool joins_number_before() const;
    bool joins_number_after() const;
    // context_words.cpp
    void explain_month();
    void explain_weekday();
    void explain_today(std::uint32_t lead_end);
    void explain_nowadays();
    void explain_event();
    void explain_period();
    void explain_day();
    void explain_season();
    void explain_decade_word();
    void explain_year_end();
    void explain_holiday();
    void explain_recurring();
    void explain_name(std::uint64_t mask);
    bool is_in_opening_hours() const;

    const Document& document_;
    Around around_;
    const Words& words_;
    const Reasons& reasons_;
    const Found& date_;
    Candidate& candidate_;
    std::int64_t before_, next_;  ///< the tokens beside the date
};

}  // namespace dateline::dates
