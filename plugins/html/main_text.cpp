#include "main_text.h"

#include <algorithm>
#include <charconv>

#include "scored.h"

namespace html {

// Made by the build from weights.tsv.
extern const std::string_view weights_file;

namespace {

// A feature that a block shows twice counts once, as in training.
class Sum : public FeatureSink {
public:
    explicit Sum(const Weights& weights) : weights_(weights) {}
    void add(std::string_view name) override {
        const Weight* weight = weights_.find(name);
        if (weight == nullptr || std::find(seen_.begin(), seen_.end(), weight) != seen_.end()) return;
        seen_.push_back(weight);
        sum.first += weight->first;
        sum.second += weight->second;
    }
    void begin(Weight from) {
        seen_.clear();
        sum = from;
    }
    Weight sum;

private:
    const Weights& weights_;
    std::vector<const Weight*> seen_;
};

std::int32_t number(std::string_view text) {
    std::int32_t result = 0;
    std::from_chars(text.data(), text.data() + text.size(), result);
    return result;
}

}  // namespace

Weights::Weights(std::string_view file) {
    while (!file.empty()) {
        const std::string_view line = file.substr(0, file.find('\n'));
        file.remove_prefix(std::min(file.size(), line.size() + 1));
        const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
        if (second == std::string_view::npos || line.starts_with("# ")) continue;
        weights_[line.substr(0, first)] = {number(line.substr(first + 1)), number(line.substr(second + 1))};
    }
}

const Weight* Weights::find(std::string_view name) const {
    const auto found = weights_.find(name);
    return found == weights_.end() ? nullptr : &found->second;
}

const Weights& shipped_weights() {
    static const Weights weights(weights_file);
    return weights;
}

std::vector<std::int32_t> score_blocks(const Blocks& page, const Hints& hints, const Weights& weights) {
    const Layout layout(page);
    Features features(page, layout, hints);
    Sum sum(weights);
    const Weight* bias = weights.find("bias");
    std::vector<std::int32_t> first, second;
    for (std::uint32_t block = 0; block < page.blocks.size(); ++block) {
        sum.begin(bias == nullptr ? Weight{} : *bias);
        features.of(block, sum);
        first.push_back(sum.sum.first);
        second.push_back(sum.sum.second);
    }
    ScoredFeatures scored(page, layout, first);
    for (std::uint32_t block = 0; block < page.blocks.size(); ++block) {
        sum.begin({0, second[block]});
        scored.of(block, sum);
        second[block] = sum.sum.second;
    }
    return second;
}

}  // namespace html
