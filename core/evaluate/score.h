/// Precision, recall and F1 of records against annotated articles.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/evaluate/gold.h"

namespace dateline::evaluate {

/// An item that is wrong or missed.
struct Miss {
    std::string article;
    bool wrong = false;  ///< found but not in the gold; otherwise missed
    std::string item;    ///< for people: "“Li Na” 24–29 in …"
};

struct Figures {
    double precision = 0, recall = 0, f1 = 0;
    std::size_t gold = 0, found = 0;
};

/// The counts of one measure over all articles.
struct Tally {
    std::string measure;
    std::size_t right = 0, wrong = 0, missed = 0;
    std::vector<Miss> misses;

    /// Nothing found where nothing is is perfect: 1, 1, 1.
    Figures figures() const;
};

/// Adds up these measures, over all articles together:
///     date organization person base   mentions: exact span and type
///     date.value                      mentions: exact span and value
///     names                           distinct (type, name) of organizations, people and bases
///     alias                           pairs of distinct names of one thing
///     role                            (person, title, organization), each by any of its names
///     base.fact                       (base, field, value) for event, date and each organization
///     published                       the publication date
/// Names are compared by name_key(). The tallies stand in the order above, with date.value after date.
class Score {
public:
    Score();
    /// `record` is a record's JSON; empty for an article without one, which scores as if nothing was found. Throws std::runtime_error when it is
    /// none or its offsets are not code points.
    void add(const Gold& gold, std::string_view record);

    std::span<const Tally> tallies() const { return tallies_; }
    /// Precondition: one of the measures.
    const Tally& tally(std::string_view measure) const;

private:
    std::vector<Tally> tallies_;
};

/// The file name without folders and extension of a record's document.source. Throws std::runtime_error when `record` is no JSON object.
std::string article_of(std::string_view record);

/// "measure  P  R  F1  gold  found", a line each.
std::string table(std::span<const Tally> tallies);

/// A line for each wrong or missed item: measure, article, "wrong" or "missed", item, with tabs between them.
std::string miss_lines(std::span<const Tally> tallies);

/// {"date": {"p": …, "r": …, "f1": …, "gold": …, "found": …}, …}
std::string json(std::span<const Tally> tallies);

}  // namespace dateline::evaluate
