/// Answers about one place or one name: what was considered there, what won, and what looked without seeing anything.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/explain/findings.h"
#include "core/explain/lookup.h"
#include "core/explain/paint.h"

namespace dateline::explain {

/// Tells the lists and rules that plugins have at tokens [first, end); see Lookup::at.
using Look = std::function<std::vector<Sight>(std::uint32_t first_token, std::uint32_t end_token)>;

/// The byte that "OFFSET" (in the unit that is shown) or "LINE:COLUMN" (both from 1, columns in characters) means. Empty when
/// `place` is neither, or lies beyond the text.
std::optional<std::uint32_t> find_place(const Findings& findings, std::string_view place);

/// All candidates that cover byte `at`, facts and links stated there, and what stands there.
void explain_place(const Findings& findings, const Look& look, std::uint32_t at, const Paint& paint, std::string& out);

/// Bytes of the text.
struct Span {
    std::uint32_t begin, end;

    bool overlaps(std::uint32_t other_begin, std::uint32_t other_end) const { return other_begin < end && begin < other_end; }
};

/// For the author of one plugin, about the words of a span: what of it was taken there, or what it has submitted, and what its lists and rules have.
/// `with_words` shows each word as patterns see it, when the plugin has not submitted the span.
void explain_span(const Findings& findings, const Look& look, Span span, std::string_view plugin, bool with_words, const Paint& paint, std::string& out);

/// The same for the places where the text has `name` (folded as lists and names are), up to the hundredth, and how many more there are.
/// How many there are in all; 0 when the text does not have it.
std::size_t explain_name(const Findings& findings, const Look& look, std::string_view name, const Paint& paint, std::string& out);

}  // namespace dateline::explain
