/// Finds the day on which an article was published: a visible date line, else a dateline.
#pragma once

#include <cstdint>
#include <vector>

#include "found.h"
#include "words.h"

namespace dateline::dates {

enum class Source : std::uint8_t { none, line, dateline, metadata };

/// The publication date. Its year may be unknown: a dateline with no year in reach.
struct Publication {
    Date date;
    Source source = Source::none;
    std::uint32_t found = 0;  ///< index of the date that states it; meaningless for metadata
    bool known() const { return date.year != 0; }
    bool is_stated() const { return source == Source::line || source == Source::dateline; }
};

/// Which of an article's dates stands where articles give their own. Looks at the head of the article, and for date lines at
/// its last lines. Linear.
class PublicationFinder {
public:
    PublicationFinder(const Document& document, const Words& words) : document_(document), around_(document), words_(words) {}

    /// The date and where it stands; Source::none when there is none. Numeric dates must have been read.
    Publication find(const std::vector<Found>& dates) const;

private:
    /// Where an article may give its date; the later, the surer.
    enum class Place : std::uint8_t { none, signature, heading, line, dateline, labelled };

    enum class Lead : std::uint8_t { other, nothing, names, places, reporter };

    Place place_in_head(const Found& date, bool before_body) const;
    Place place_in_tail(const Found& date) const;
    std::int64_t label_of(const Found& date) const;
    bool is_of_event(std::int64_t label, const Found& date) const;
    bool is_apart(std::int64_t label, const Found& date) const;
    bool is_short_name(std::int64_t first) const;
    bool is_alone_in_line(const Found& date) const;
    bool ends_heading(const Found& date) const;
    bool is_beside_wire(const Found& date) const;
    bool is_inside_number(const Found& date) const;
    bool opens_line(const Found& date) const;
    bool is_of_print(const Found& date) const;
    bool is_in_byline(const Found& date) const;
    bool follows_end_mark(const Found& date) const;
    bool is_of_issue(const Found& date) const;
    bool is_in_label_line(const Found& date) const;
    bool is_in_parentheses(const Found& date) const;
    bool closes_letter(const Found& date) const;
    std::int64_t line_end(std::int64_t token) const;
    std::int64_t line_begin(std::int64_t token) const;
    bool is_in_dateline(const Found& date) const;
    Lead lead(std::int64_t first) const;
    bool opens_report(std::int64_t next) const;
    bool dash_follows(std::int64_t next) const;
    bool wire_ends_line(std::int64_t next) const;
    std::int64_t skip_time(std::int64_t token) const;
    std::uint32_t first_body_token() const;

    const Document& document_;
    Around around_;
    const Words& words_;
};

}  // namespace dateline::dates
