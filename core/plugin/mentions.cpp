#include "core/plugin/mentions.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace dateline::plugin {
namespace {

// By begin, then end, then handle: one comparison for the first two.
constexpr auto stands_before = [](const dateline_mention& a, const dateline_mention& b) {
    const std::uint64_t left = std::uint64_t{a.begin} << 32 | a.end, right = std::uint64_t{b.begin} << 32 | b.end;
    return left != right ? left < right : a.candidate < b.candidate;
};

// Plugins go through the text from front to back, so there is seldom something to sort.
void sort(std::vector<dateline_mention>::iterator first, std::vector<dateline_mention>::iterator last) {
    if (!std::is_sorted(first, last, stands_before)) {
        std::sort(first, last, stands_before);
    }
}

}  // namespace

void Mentions::clear() {
    list_.clear();
    known_ = 0;
}

void Mentions::add_new(const Proposals& proposals) {
    const auto old = static_cast<std::ptrdiff_t>(list_.size());
    for (; known_ < proposals.candidates.size(); ++known_) {
        append(proposals.candidates[known_], static_cast<std::uint32_t>(known_), 0);
    }
    const auto middle = list_.begin() + old;
    sort(middle, list_.end());
    if (middle == list_.begin() || middle == list_.end() || stands_before(*(middle - 1), *middle)) {
        return;
    }
    merged_.clear();
    std::merge(list_.begin(), middle, middle, list_.end(), std::back_inserter(merged_), stands_before);
    list_.swap(merged_);
}

void Mentions::take_accepted(const Proposals& proposals) {
    clear();
    for (std::uint32_t i = 0; i < proposals.candidates.size(); ++i) {
        const Candidate& candidate = proposals.candidates[i];
        if (candidate.verdict.accepted) {
            append(candidate, i, candidate.verdict.score);
        }
    }
    sort(list_.begin(), list_.end());
}

void Mentions::append(const Candidate& candidate, std::uint32_t handle, std::int32_t score) {
    list_.push_back({candidate.type, candidate.begin, candidate.end, candidate.first_token, candidate.token_count, handle, score, 0});
}

}  // namespace dateline::plugin
