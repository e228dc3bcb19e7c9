/// Why a form is or is not a date here: its own strength, and the words around it.
#pragma once

#include <array>
#include <cstdint>

#include "dateline/plugin.hpp"
#include "found.h"
#include "words.h"

namespace dateline::dates {

/// The evidences of data/evidence.tsv, in the order of `reason_names`.
enum class Reason : std::uint8_t {
    full_form, day_form, range_form, month_year_form, month_form, capital_month_form, decade_form, quarter_form, season_form, year_form,
    year_part_form, weekday_form, relative_form, day_alone_form, numeric_form, numeric_short_form, holiday_form, today_form,
    after_date_word, in_parentheses, before_small_word, before_year_noun, after_small_word, alone_in_line, in_dateline, beside_date,
    tells_event, before_name, after_name, after_law, fiscal, counts, after_number_lead, inside_number, possessive, opening_hours, vague,
    no_year_in_reach
};
constexpr std::size_t reason_count = static_cast<std::size_t>(Reason::no_year_in_reach) + 1;

/// The ids of all reasons, looked up when the plugin is loaded.
struct Reasons {
    explicit Reasons(const Host& host);
    std::uint32_t operator[](Reason reason) const { return ids[static_cast<std::size_t>(reason)]; }

    std::array<std::uint32_t, reason_count> ids{};
};

/// Adds a date's reasons to its candidate. Looks at a fixed number of tokens.
class Context {
public:
    Context(const Document& document, const Words& words, const Reasons& reasons)
        : document_(document), around_(document), words_(words), reasons_(reasons) {}

    void explain(const Found& date, bool is_publication, Candidate& candidate) const;

private:
    void add(Candidate& candidate, Reason reason) const { candidate.because(reasons_[reason]); }
    void add(Candidate& candidate, Reason reason, std::int64_t token) const;
    void explain_year(const Found& date, Candidate& candidate) const;
    void explain_names(const Found& date, Candidate& candidate) const;
    void explain_month(const Found& date, Candidate& candidate) const;
    void explain_weekday(const Found& date, Candidate& candidate) const;
    void explain_day_word(const Found& date, Candidate& candidate) const;
    void explain_day(const Found& date, Candidate& candidate) const;
    void explain_vague(const Found& date, Candidate& candidate) const;
    void explain_number(const Found& date, Candidate& candidate) const;
    void explain_fiscal(const Found& date, Candidate& candidate) const;

    const Document& document_;
    Around around_;
    const Words& words_;
    const Reasons& reasons_;
};

}  // namespace dateline::dates
