#include "core/train/fit.h"

#include <cmath>
#include <random>
#include <utility>

#include "core/train/lattice.h"

namespace dateline::train {
namespace {

constexpr double least_gradient = 1e-3;

class Fitter {
public:
    Fitter(const std::vector<const Article*>& articles, const Units& units, const std::vector<float>& start, const FitOptions& options)
        : units_(units), start_(start), options_(options), weights_(start), squares_(units.size(), 0) {
        weights_.resize(units.size(), 0);
        start_.resize(units.size(), 0);
        for (const Article* article : articles) {
            for (const Cluster& cluster : article->clusters) (article->is_more ? more_ : clusters_).push_back(&cluster);
        }
    }

    std::vector<float> run() {
        std::mt19937 random(1);
        const std::vector<const Cluster*> last = clusters_;
        clusters_.insert(clusters_.end(), more_.begin(), more_.end());
        for (int round = 0; round < options_.rounds; ++round) {
            if (!more_.empty() && round >= options_.with_more * options_.rounds) leave(last);
            // std::shuffle may differ between libraries.
            for (std::size_t i = clusters_.size(); i > 1; --i) std::swap(clusters_[i - 1], clusters_[random() % i]);
            for (const Cluster* cluster : clusters_) learn(*cluster);
        }
        return std::move(weights_);
    }

private:
    // The steps of the last rounds are longer again.
    void leave(const std::vector<const Cluster*>& last) {
        clusters_ = last;
        more_.clear();
        for (float& square : squares_) square *= options_.kept_squares;
    }

    void learn(const Cluster& cluster) {
        scores_.clear();
        for (const Example& example : cluster.examples) scores_.push_back(score(example));
        lattice_.run(cluster, scores_, true, wanted_);
        lattice_.run(cluster, scores_, false, given_);
        for (std::size_t i = 0; i < cluster.examples.size(); ++i) {
            const double gradient = wanted_[i] - given_[i];
            if (std::abs(gradient) >= least_gradient) move(cluster.examples[i], static_cast<float>(gradient));
        }
    }

    float score(const Example& example) const {
        float sum = example.fixed;
        for (const std::uint32_t unit : example.units) sum += weights_[unit];
        return sum;
    }

    void move(const Example& example, float gradient) {
        for (const std::uint32_t unit : example.units) {
            if (units_[unit].count < options_.least_count) continue;
            const auto [step, damping] = units_[unit].is_evidence ? options_.evidence : options_.feature;
            squares_[unit] += gradient * gradient;
            weights_[unit] += step / std::sqrt(squares_[unit] + damping) * (gradient - options_.decay * (weights_[unit] - start_[unit]));
        }
    }

    const Units& units_;
    std::vector<float> start_;
    const FitOptions& options_;
    std::vector<float> weights_, squares_;
    std::vector<const Cluster*> clusters_, more_;
    Lattice lattice_;
    std::vector<float> scores_;
    std::vector<double> wanted_, given_;
};

}  // namespace

std::vector<float> fit(const std::vector<const Article*>& articles, const Units& units, const std::vector<float>& start, const FitOptions& options) {
    return Fitter(articles, units, start, options).run();
}

}  // namespace dateline::train
