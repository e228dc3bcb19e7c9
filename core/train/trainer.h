/// Learns weights from annotated articles, and measures them on articles that were held out.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/evaluate/gold.h"
#include "core/evaluate/reliability.h"
#include "core/evaluate/score.h"
#include "core/learn/source.h"
#include "core/train/examples.h"
#include "core/train/calibration.h"
#include "core/train/fit.h"

namespace dateline::train {

struct Options {
    pipeline::Options run;              ///< plugins and limits; `weights` is not looked at
    std::filesystem::path words;        ///< folder with classes.tsv, topics.tsv and kinds.tsv
    learn::Source start;                ///< weights to begin with; empty: from nothing
    FitOptions fit;
    std::size_t folds = 5;
    std::int32_t least_weight = 8;      ///< a smaller weight of a feature is left out, hundredths of a logit
    std::function<bool()> interrupted = [] { return false; };
};

/// What is known of weights on articles that were not trained on.
struct HeldOut {
    evaluate::Score score;
    evaluate::Reliability reliability;
    std::string records;                ///< a record a line
};

class Trainer {
public:
    /// Reads and extracts the candidates of all articles. `more` are trained on and never measured; where one of them has no fact lines, it says nothing of
    /// facts. Throws plugin::LoadError and std::runtime_error.
    Trainer(Options options, std::vector<evaluate::Gold> articles, std::vector<evaluate::Gold> more = {});

    /// What the weights to begin with give on all articles; none of them was trained on as far as this trainer knows.
    HeldOut before();
    /// Trains on all folds but one and measures on that one, in turn; then fits the scales to what was seen.
    HeldOut held_out();
    /// The weights learned from all articles, with the scales that held_out() found.
    learn::Source train();

private:
    using Indexes = std::vector<std::size_t>;

    void start_from(const learn::Source& start);
    void draw_folds();
    Indexes measured(std::size_t fold) const;
    std::vector<const Article*> others(const std::vector<Article>& articles, std::size_t held) const;
    learn::Source fitted(const std::vector<const Article*>& articles) const;
    void look_again(const learn::Source& source, std::size_t held);
    void add_second(const std::vector<const Article*>& articles, learn::Source& source) const;
    void see_statements(const learn::Source& source, std::size_t held);
    void add_facts(const std::vector<const Article*>& articles, learn::Source& source) const;
    void measure(const learn::Source& source, const Indexes& articles, HeldOut& out, std::vector<Seen>* seen);
    std::string compiled(const learn::Source& source) const;

    Options options_;
    std::vector<evaluate::Gold> gold_;
    std::size_t measured_ = 0;                // so many of them, from the first on; the others are only trained on
    learn::Entries words_;
    Units units_, second_units_, fact_units_;
    std::vector<float> start_, second_start_, fact_start_;
    std::vector<Article> articles_, again_, statements_;   // by article
    std::vector<std::size_t> fold_;           // by article
    std::vector<learn::ScaleRow> scales_;
};

}  // namespace dateline::train
