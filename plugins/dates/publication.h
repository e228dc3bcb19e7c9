/// Finds the day on which an article was published: a visible date line, else a dateline.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "found.h"
#include "words.h"

namespace dateline::dates {

enum class Source : std::uint8_t { none, line, dateline, metadata };

/// The publication date. Its year may be unknown: a dateline with no year in reach.
struct Publication {
    Date date;
    Source source = Source::none;
    std::uint32_t found = 0;   ///< index of the date that states it; meaningless for metadata
    bool known() const { return date.year != 0; }
};

/// Which dates stand where an article gives its own. Looks at the head of the article, and for date lines at its last lines.
class PublicationFinder {
public:
    PublicationFinder(const Document& document, const Words& words) : document_(document), around_(document), words_(words) {}

    /// The index of the date and where it stands; Source::none when there is none. Numeric dates must have been read.
    Publication find(const std::vector<Found>& dates) const;

private:
    Source place(const Found& date, bool in_head) const;
    bool is_labelled(std::int64_t token) const;
    bool stands_in_dateline(const Found& date) const;
    bool is_alone_in_line(const Found& date) const;
    bool ends_heading(const Found& date) const;
    std::uint32_t body_token() const;

    const Document& document_;
    Around around_;
    const Words& words_;
};

}  // namespace dateline::dates
