#include "gatherer.h"

#include <algorithm>

namespace dateline::organizations {
namespace {

constexpr std::size_t most_reasons = 28;      // of the 40 that a candidate may have; the document adds the rest

}  // namespace

bool Gatherer::explain(Span& span) {
    span.first_reason = static_cast<std::uint32_t>(reasons_.size());
    edges(span);
    if (is_hopeless(span)) {
        reasons_.resize(span.first_reason);
        return false;
    }
    form(span);
    before(span);
    after(span);
    reasons_.resize(std::min(reasons_.size(), span.first_reason + most_reasons));
    span.reason_count = static_cast<std::uint32_t>(reasons_.size() - span.first_reason);
    span.points = 0;
    for (std::size_t i = span.first_reason; i < reasons_.size(); ++i) {
        span.points += points(reasons_[i].reason);
    }
    return true;
}

// Parts of longer names, where no list and no other place of the document has the part.
bool Gatherer::is_hopeless(const Span& span) const {
    const Mark& mark = page_.mark(span.first);
    if (span.complete || span.from_document || mark.known != 0 || mark.company != 0 || mark.press != 0 || mark.abbreviation != 0) {
        return false;
    }
    if (span.core_end == span.first + 1 && span.style == Style::plain) {
        return !page_.is(span.first, DATELINE_TOKEN_INNER_CAPITAL | DATELINE_TOKEN_ALL_CAPITALS) && span.end == span.core_end;
    }
    for (std::size_t i = span.first_reason; i < reasons_.size(); ++i) {
        const Reason reason = reasons_[i].reason;
        if (reason == Reason::legal_form_after || reason == Reason::of_after || reason == Reason::dot_after) {
            return true;
        }
    }
    return false;
}

}  // namespace dateline::organizations
