#include "scored.h"

#include <algorithm>
#include <array>

namespace html {
namespace {

std::string_view one(const char& c) { return {&c, 1}; }

// The step of a score; '5' and above are for main text.
char step(std::int64_t score) {
    static constexpr std::array<std::int64_t, 9> bounds = {-500, -300, -180, -80, 0, 80, 180, 300, 500};
    return static_cast<char>('0' + (std::upper_bound(bounds.begin(), bounds.end(), score) - bounds.begin()));
}

std::int64_t bounded(std::int32_t score) { return std::clamp(score, -600, 600); }

}  // namespace

ScoredFeatures::ScoredFeatures(const Blocks& page, const Layout& layout, const std::vector<std::int32_t>& scores)
    : page_(page), layout_(layout), scores_(scores), elements_(page.elements.size()), families_(page.blocks.size() + 1) {
    sums_.push_back(0);
    good_words_.push_back(0);
    for (std::uint32_t i = 0; i < page.blocks.size(); ++i) {
        const std::int64_t words = std::min<std::int64_t>(layout.shape(i).words + 1, 40), score = bounded(scores[i]);
        for (Mean* mean : {&elements_[page.blocks[i].container], &families_[layout.family(i)]}) {
            mean->sum += score * words;
            mean->weight += words;
        }
        sums_.push_back(sums_.back() + score);
        good_words_.push_back(good_words_.back() + (score > 0 ? static_cast<std::uint64_t>(words) : 0));
    }
    for (std::size_t i = page.elements.size(); i-- > 1;) {
        Mean& parent = elements_[static_cast<std::uint32_t>(page.elements[i].parent)];
        parent.sum += elements_[i].sum;
        parent.weight += elements_[i].weight;
    }
}

void ScoredFeatures::of(std::uint32_t block, FeatureSink& sink) {
    sink_ = &sink;
    const char own = step(scores_[block]);
    add({"s own ", one(own)});
    add({"s own ", one(own), " length ", one(layout_.shape(block).length)});
    add({"s own ", one(own), " links ", one(layout_.shape(block).links)});
    neighbours(block);
    groups(block);
    course(block);
}

void ScoredFeatures::add(std::initializer_list<std::string_view> parts) {
    name_.clear();
    for (const std::string_view part : parts) {
        name_.append(part);
    }
    sink_->add(name_);
}

char ScoredFeatures::step_of(std::int64_t block) const {
    return block < 0 || block >= static_cast<std::int64_t>(scores_.size()) ? '-' : step(scores_[static_cast<std::size_t>(block)]);
}

char ScoredFeatures::mean_step(const Mean& mean) const { return mean.weight == 0 ? '-' : step(mean.sum / mean.weight); }

// The mean score of the blocks from `begin` to `end`.
char ScoredFeatures::window(std::int64_t begin, std::int64_t end) const {
    const auto size = static_cast<std::int64_t>(scores_.size());
    begin = std::clamp<std::int64_t>(begin, 0, size);
    end = std::clamp<std::int64_t>(end, 0, size);
    return begin >= end ? '-' : step((sums_[static_cast<std::size_t>(end)] - sums_[static_cast<std::size_t>(begin)]) / (end - begin));
}

void ScoredFeatures::neighbours(std::int64_t at) {
    const char own = step_of(at), before = step_of(at - 1), after = step_of(at + 1), before2 = step_of(at - 2), after2 = step_of(at + 2);
    add({"s before ", one(before)});
    add({"s after ", one(after)});
    add({"s before2 ", one(before2)});
    add({"s after2 ", one(after2)});
    add({"s before ", one(before), " own ", one(own)});
    add({"s after ", one(after), " own ", one(own)});
    add({"s before ", one(before), " after ", one(after)});
    add({"s before ", one(before), " ", one(before2)});
    add({"s after ", one(after), " ", one(after2)});
    const char above = window(at - 4, at), below = window(at + 1, at + 5);
    add({"s window ", one(above), " ", one(below)});
    add({"s window ", one(above), " ", one(below), " own ", one(own)});
    const char far_above = window(at - 12, at - 3), far_below = window(at + 4, at + 13);
    add({"s far ", one(far_above), " ", one(far_below)});
}

void ScoredFeatures::groups(std::uint32_t block) {
    const char own = step(scores_[block]);
    const char family = mean_step(families_[layout_.family(block)]);
    add({"s family ", one(family)});
    add({"s family ", one(family), " own ", one(own)});
    std::int32_t element = page_.elements[page_.blocks[block].container].parent;
    for (char level = '1'; level < '6' && element >= 0; ++level, element = page_.elements[static_cast<std::uint32_t>(element)].parent) {
        const char mean = mean_step(elements_[static_cast<std::uint32_t>(element)]);
        add({"s up", one(level), " ", one(mean)});
        add({"s up", one(level), " ", one(mean), " own ", one(own)});
    }
}

// How much of the main text stands before and behind the block.
void ScoredFeatures::course(std::uint32_t block) {
    const char own = step(scores_[block]);
    const std::uint64_t all = good_words_.back(), before = good_words_[block], behind = all - good_words_[block + 1];
    const char before_step = share_step(before, all), behind_step = share_step(behind, all);
    add({"s all ", one(number_step(all / 8))});
    add({"s all ", one(number_step(all / 8)), " own ", one(own)});
    add({"s course ", one(before_step), " ", one(behind_step)});
    add({"s course ", one(before_step), " ", one(behind_step), " own ", one(own)});
    add({"s course ", one(before_step), " ", one(behind_step), " length ", one(layout_.shape(block).length)});
}

}  // namespace html
