/// Turns what forms say into days: implied years, relative days, weekdays, numeric dates in either order.
#pragma once

#include <cstdint>
#include <vector>

#include "found.h"
#include "publication.h"
#include "words.h"

namespace dateline::dates {

/// One article's dates, resolved in place. Each date looks at a bounded number of others, so the work is linear.
class Resolver {
public:
    Resolver(const Document& document, const Words& words, std::vector<Found>& dates)
        : document_(document), around_(document), words_(words), dates_(dates) {}

    /// `stated` is the publication date from metadata, empty when there is none.
    Publication resolve(std::string_view stated);

private:
    enum class Tense : std::uint8_t { unknown, past, future };
    struct DatedWeekday {
        int weekday;
        std::uint32_t found;
    };

    void resolve_explicit(Found& date);
    void complete_publication(Publication& publication);
    int copyright_year() const;
    void note_weekdays();

    void resolve_implied(std::uint32_t index);
    void resolve_year(std::uint32_t index);
    void resolve_day_of_month(std::uint32_t index);
    void resolve_part(std::uint32_t index, int count);
    void resolve_season(std::uint32_t index);
    void resolve_weekday(std::uint32_t index);
    void take_week_of_dated(std::uint32_t index);
    void resolve_relative(std::uint32_t index);
    void resolve_ago(std::uint32_t index);
    void resolve_same(std::uint32_t index);
    void resolve_month_direction(std::uint32_t index);
    void resolve_season_direction(std::uint32_t index);
    void resolve_holiday(std::uint32_t index);
    void resolve_open_years(std::uint32_t index);

    bool take_neighbours_year(std::uint32_t index);
    bool take_same_days_year(std::uint32_t index);
    bool take_entrys_year(std::uint32_t index);
    bool take_beside(std::uint32_t index);
    int nearest_part_year(int month, int count, Tense tense) const;
    int nearest_year(const Date& day, int weekday, Tense tense) const;
    int year_in_reach(std::uint32_t index, std::uint32_t& from) const;
    int relative_year(Found& date, int distance);
    bool is_month_of_sentence(std::uint32_t month, std::uint32_t day) const;
    bool is_of_month_before(const Found& date) const;
    bool is_participle(std::int64_t token) const;
    Tense tense(const Found& date) const;
    void set(Found& date, const Value& value);
    void set_anchor(Found& date, AnchorKind kind, std::uint32_t found = 0);
    AnchorKind publication_anchor() const;

    const Document& document_;
    Around around_;
    const Words& words_;
    std::vector<Found>& dates_;
    std::vector<std::uint32_t> full_days_;      ///< dates with year, month and day, in text order
    std::vector<DatedWeekday> dated_weekdays_;
    Publication published_;
    std::uint32_t last_day_ = DATELINE_NONE;    ///< the last date before with month and day
    std::uint32_t last_year_ = DATELINE_NONE;   ///< the last date before that said its year
};

}  // namespace dateline::dates
