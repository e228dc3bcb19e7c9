/// Who in a document bears a word as a part of the full name.
#pragma once

#include <cstdint>
#include <vector>

#include "form.h"

namespace dateline::people {

/// What a word is in a full name. In order: who looks for a word's bearer takes the first.
enum class Place : std::uint8_t { family, given, middle };

struct Bearer {
    std::uint64_t hash;      ///< of the word, folded
    Place place;
    int doubt;
    std::uint32_t span;      ///< index of the full name's span
};

/// The words of full names; sorted once, then asked for.
class Namesakes {
public:
    void clear() { bearers_.clear(); }
    /// `doubt`: how likely the span is no name; who looks for a bearer gets the least doubtful first.
    void add(const Document& document, const std::vector<Part>& parts, const std::vector<Span>& spans, std::uint32_t span, int doubt);
    /// Call when all have been added and before any is looked for.
    void sort();
    /// All who bear the word, the likeliest first.
    struct Range {
        const Bearer *first, *last;
        const Bearer* begin() const { return first; }
        const Bearer* end() const { return last; }
        bool empty() const { return first == last; }
    };
    Range find(std::uint64_t hash) const;

private:
    std::vector<Bearer> bearers_;
};

/// The hash of a part's words, folded.
std::uint64_t hash_of(const Document& document, const Part& part);

/// Whether the words of `name` stand in this order in `fuller`, which has more of them; an initial counts for the word it begins
/// ("J. Smith" of "John Smith").
bool is_shorter(const Document& document, const std::vector<Part>& parts, const Span& name, const Span& fuller);

}  // namespace dateline::people
