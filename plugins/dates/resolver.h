/// Turns what forms say into days: implied years, relative days, weekdays, numeric dates in either order.
#pragma once

#include <cstdint>
#include <vector>

#include "found.h"
#include "publication.h"
#include "words.h"

namespace dateline::dates {

/// What the resolver writes down of an article's dates. Reused from document to document.
struct ResolverNotes {
    struct DatedWeekday {
        int weekday;
        std::uint32_t found;
    };
    std::vector<std::uint32_t> full_days;      ///< dates with year, month and day, in text order
    std::vector<DatedWeekday> weekdays;        ///< dates of which the text says the weekday
    std::vector<std::uint32_t> years;          ///< dates with year and month, by year
    std::uint32_t usual_year = DATELINE_NONE;  ///< the first date of the year that most of them say
};

/// One article's dates, resolved in place. Each date looks at a bounded number of others, so the work is linear.
class Resolver {
public:
    Resolver(const Document& document, const Words& words, std::vector<Found>& dates, ResolverNotes& notes)
        : document_(document), around_(document), words_(words), dates_(dates), notes_(notes) {}

    /// `stated` is the publication date from metadata, empty when there is none.
    Publication resolve(std::string_view stated);

private:
    enum class Tense : std::uint8_t { unknown, past, future };
    static constexpr std::uint32_t reach = 24;  ///< how many dates away another date may stand that tells something of one

    struct Base {
        Date date;
        AnchorKind anchor = AnchorKind::none;
        std::uint32_t found = 0;
    };

    void note_full_days();
    void note_usual_year();
    void find_publication(std::string_view stated);
    void complete_publication();
    int copyright_year() const;
    void note_weekdays();

    void resolve_implied(std::uint32_t index);
    void choose_year(std::uint32_t index);
    void resolve_week(Found& date, int year);
    void resolve_year(std::uint32_t index);
    void resolve_day_of_month(std::uint32_t index);
    void resolve_relative_year(std::uint32_t index);
    void resolve_part(std::uint32_t index, int count);
    void resolve_part_of_relative_year(std::uint32_t index);
    void resolve_season(std::uint32_t index);
    void resolve_weekday(std::uint32_t index);
    std::size_t weekday_at(std::uint32_t index) const;
    bool take_dated_weekday(std::uint32_t index);
    void take_week_of_dated(std::uint32_t index);
    int days_to_weekday(const Found& date) const;
    Base base_of(std::uint32_t index);
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
    std::uint32_t date_beside(std::uint32_t index) const;
    bool take_beside(std::uint32_t index);
    void find_told_day();
    int nearest_part_year(int month, int count, Tense tense, bool is_when) const;
    int nearest_year(const Date& day, int weekday, Tense tense) const;
    int year_in_reach(std::uint32_t& from) const;
    int relative_year(Found& date, int distance);
    bool is_month_of_sentence(std::uint32_t month, std::uint32_t day) const;
    bool is_of_month_before(const Found& date) const;
    bool is_participle(std::int64_t token) const;
    Tense tense(const Found& date) const;
    void set(Found& date, const Value& value);
    void set_anchor(Found& date, AnchorKind kind, std::uint32_t found = 0);
    /// A day of which the words say nothing.
    void take_day(Found& date, const Date& day, AnchorKind kind, std::uint32_t found = 0);
    AnchorKind publication_anchor() const;

    const Document& document_;
    Around around_;
    const Words& words_;
    std::vector<Found>& dates_;
    ResolverNotes& notes_;
    Publication published_;
    Base told_;                                ///< the article's day, where a pair of dates tells it
    std::uint32_t last_day_ = DATELINE_NONE;   ///< the last date before with month and day
    std::uint32_t last_year_ = DATELINE_NONE;  ///< the last date before that said its year
};

}  // namespace dateline::dates
