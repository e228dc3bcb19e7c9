/// Features out of a first verdict on all blocks: what its neighbours are says much of a block.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "features.h"

namespace html {

/// `scores` has one for each block of the page, in hundredths of a logit.
class ScoredFeatures {
public:
    ScoredFeatures(const Blocks& page, const Layout& layout, const std::vector<std::int32_t>& scores);
    void of(std::uint32_t block, FeatureSink& sink);

private:
    struct Mean {
        std::int64_t sum = 0, weight = 0;
    };
    void add(std::initializer_list<std::string_view> parts);
    char step_of(std::int64_t block) const;
    char mean_step(const Mean& mean) const;
    char window(std::int64_t begin, std::int64_t end) const;
    void neighbours(std::int64_t at);
    void groups(std::uint32_t block);
    void course(std::uint32_t block);

    const Blocks& page_;
    const Layout& layout_;
    const std::vector<std::int32_t>& scores_;
    std::vector<Mean> elements_, families_;
    std::vector<std::int64_t> sums_, counts_;  // of all blocks before
    std::vector<std::uint64_t> good_words_;    // words of all good blocks before
    FeatureSink* sink_ = nullptr;
    std::string name_;
};

}  // namespace html
