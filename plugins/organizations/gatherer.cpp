#include "gatherer.h"

#include <algorithm>

namespace dateline::organizations {
namespace {

constexpr std::size_t most_reasons = 28;      // of the 40 that a candidate may have; the document adds the rest

}  // namespace

void Gatherer::explain(Span& span) {
    span.first_reason = static_cast<std::uint32_t>(reasons_.size());
    edges(span);
    form(span);
    before(span);
    after(span);
    reasons_.resize(std::min(reasons_.size(), span.first_reason + most_reasons));
    span.reason_count = static_cast<std::uint32_t>(reasons_.size() - span.first_reason);
    span.points = 0;
    for (std::size_t i = span.first_reason; i < reasons_.size(); ++i) {
        span.points += points(reasons_[i].reason);
    }
}

}  // namespace dateline::organizations
