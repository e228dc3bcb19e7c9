#include "core/train/trainer.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <stdexcept>
#include <tuple>

#include "core/learn/fact_features.h"
#include "core/learn/features.h"
#include "core/learn/weights.h"
#include "core/mention/confidence.h"
#include "core/text/utf8.h"
#include "core/train/calibration.h"
#include "core/train/fact_examples.h"

namespace dateline::train {
namespace {

/// A file that is gone with this object.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& bytes) {
        std::string path = (std::filesystem::temp_directory_path() / "dateline-weights-XXXXXX").string();
        const int descriptor = ::mkstemp(path.data());
        if (descriptor < 0) throw std::runtime_error("no temporary file can be made in " + std::filesystem::temp_directory_path().string());
        ::close(descriptor);
        path_ = path;
        std::ofstream stream(path_, std::ios::binary);
        if (!(stream << bytes).flush()) throw std::runtime_error(path + " cannot be written");
    }
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// What the judge made of the mentions of one article.
void see_mentions(const evaluate::Gold& gold, const pipeline::Result& result, const Types& types, std::vector<Seen>& seen) {
    std::set<std::tuple<std::uint64_t, std::uint64_t, std::string>> marks;
    for (const evaluate::GoldMention& mention : gold.mentions) marks.emplace(mention.start, mention.end, mention.type);
    const text::OffsetMap offsets(result.document.text, text::OffsetUnit::code_point);
    for (const Candidate& candidate : result.proposals.candidates) {
        const TypeDeclaration& type = types.types[candidate.type];
        if (!candidate.verdict.accepted || type.silent()) continue;
        seen.push_back({type.name, candidate.verdict.margin, marks.contains({offsets(candidate.begin), offsets(candidate.end), type.name})});
    }
}

// Facts are known from the record alone, which has their confidence but no margin. A flat scale keeps great margins apart.
constexpr std::int32_t flat = 4;

std::vector<learn::ScaleRow> flat_scales() {
    std::vector<learn::ScaleRow> scales;
    for (const char* fact : {"person.role", "base.event", "base.organization"}) scales.push_back({fact, {100 / flat, 0}});
    return scales;
}

void see_facts(const std::vector<evaluate::Judged>& judged, std::vector<Seen>& seen) {
    for (const evaluate::Judged& one : judged) {
        if (one.kind.find('.') != std::string::npos) seen.push_back({one.kind, flat * score_of(one.confidence), one.right});
    }
}

// Added to the score of each fact: F1 is greatest where a fact is taken that is a little less likely right than wrong.
constexpr std::int32_t towards_facts = 60;

}  // namespace

Trainer::Trainer(Options options, std::vector<evaluate::Gold> articles, std::vector<evaluate::Gold> more)
    : options_(std::move(options)), gold_(std::move(articles)), measured_(gold_.size()), words_(learn::read_words(options_.words)) {
    std::move(more.begin(), more.end(), std::back_inserter(gold_));
    options_.run.weights.clear();
    const pipeline::Engine engine(options_.run);
    const TemporaryFile file(words_.compiled());
    const learn::Weights words(file.path());
    start_from(options_.start);
    ExampleMaker maker(engine, words, units_);
    for (const evaluate::Gold& gold : gold_) {
        if (options_.interrupted()) return;
        articles_.push_back(maker.make(gold));
        articles_.back().is_more = articles_.size() > measured_;
    }
    for (std::uint32_t unit = static_cast<std::uint32_t>(start_.size()); unit < units_.size(); ++unit) start_.push_back(units_[unit].start);
}

void Trainer::start_from(const learn::Source& start) {
    for (const learn::Row& row : start.rows) {
        const bool fact = !row.is_evidence && learn::is_fact(row.owner), second = !row.is_evidence && !fact && learn::is_second_look(row.name);
        Units& units = fact ? fact_units_ : second ? second_units_ : units_;
        std::vector<float>& weights = fact ? fact_start_ : second ? second_start_ : start_;
        const std::uint32_t unit = units.number(learn::key_of(row), [&] { return Unit{row.owner, row.name, row.parts, row.is_evidence, 0}; });
        weights.resize(units.size(), 0);
        weights[unit] = static_cast<float>(row.weight) / 100;
    }
    scales_ = start.scales;
}

learn::Source Trainer::fitted(const std::vector<const Article*>& articles) const {
    const std::vector<float> weights = fit(articles, units_, start_, options_.fit);
    learn::Source source;
    source.scales = scales_;
    for (std::uint32_t unit = 0; unit < units_.size(); ++unit) {
        const auto weight = static_cast<std::int32_t>(std::lround(weights[unit] * 100));
        if (std::abs(weight) >= options_.least_weight || units_[unit].is_evidence) {
            source.rows.push_back({units_[unit].owner, units_[unit].name, units_[unit].parts, units_[unit].is_evidence, weight});
        }
    }
    return source;
}

std::string Trainer::compiled(const learn::Source& source) const {
    learn::Entries entries = words_;
    learn::append(source, entries);
    return entries.compiled();
}

void Trainer::measure(const learn::Source& source, const Indexes& articles, HeldOut& out, std::vector<Seen>* seen) {
    const TemporaryFile file(compiled(source));
    pipeline::Options run = options_.run;
    run.weights = file.path();
    const pipeline::Engine engine(run);
    pipeline::Worker worker(engine);
    std::string record;
    for (const std::size_t i : articles) {
        const pipeline::Result& result = worker.process(gold_[i].text, gold_[i].name + ".txt");
        record.clear();
        worker.write(record);
        out.score.add(gold_[i], record);
        out.records += record;
        const std::vector<evaluate::Judged> judged = evaluate::judge(gold_[i], record);
        out.reliability.add(judged);
        if (seen != nullptr) {
            see_mentions(gold_[i], result, engine.plugins().types(), *seen);
            see_facts(judged, *seen);
        }
    }
}

HeldOut Trainer::before() {
    HeldOut out;
    Indexes all(measured_);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    measure(options_.start, all, out, nullptr);
    return out;
}

// Drawn, so that neighbours of one source do not stand together.
void Trainer::draw_folds() {
    const std::size_t count = gold_.size();
    Indexes order(count);
    for (std::size_t i = 0; i < count; ++i) order[i] = i;
    std::mt19937 random(7);
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    fold_.assign(count, 0);
    for (std::size_t i = 0; i < count; ++i) fold_[order[i]] = i % options_.folds;
}

std::vector<const Article*> Trainer::others(const std::vector<Article>& articles, std::size_t held) const {
    std::vector<const Article*> others;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (fold_[i] != held) others.push_back(&articles[i]);
    }
    return others;
}

// The articles of a fold with the verdicts of weights that were not trained on them.
void Trainer::look_again(const learn::Source& source, std::size_t held) {
    const TemporaryFile file(compiled(source)), words_file(words_.compiled());
    pipeline::Options run = options_.run;
    run.weights = file.path();
    const pipeline::Engine engine(run);
    const learn::Weights words(words_file.path());
    ExampleMaker maker(engine, words, second_units_);
    for (std::size_t i = 0; i < gold_.size(); ++i) {
        if (fold_[i] != held) continue;
        again_[i] = maker.make_again(gold_[i]);
        again_[i].is_more = i >= measured_;
    }
}

void Trainer::add_second(const std::vector<const Article*>& articles, learn::Source& source) const {
    FitOptions options = options_.fit;
    options.rounds *= 2;
    const std::vector<float> weights = fit(articles, second_units_, second_start_, options);
    for (std::uint32_t unit = 0; unit < second_units_.size(); ++unit) {
        const Unit& given = second_units_[unit];
        const auto weight = static_cast<std::int32_t>(std::lround(weights[unit] * 100));
        source.rows.push_back({given.owner, given.name, given.parts, false, weight == 0 && given.name == "again" ? 1 : weight});
    }
}

// What plugins state of the articles of a fold, with mentions by weights that were not trained on them.
void Trainer::see_statements(const learn::Source& source, std::size_t held) {
    const TemporaryFile file(compiled(source));
    pipeline::Options run = options_.run;
    run.weights = file.path();
    const pipeline::Engine engine(run);
    pipeline::Worker worker(engine);
    FactExampleMaker maker(engine, fact_units_);
    for (std::size_t i = 0; i < gold_.size(); ++i) {
        const bool has_facts = i < measured_ || !gold_[i].fact_kinds.empty();
        if (fold_[i] != held || !has_facts) continue;
        statements_[i] = maker.make(gold_[i], worker.process(gold_[i].text, gold_[i].name + ".txt"));
        statements_[i].is_more = i >= measured_;
    }
}

void Trainer::add_facts(const std::vector<const Article*>& articles, learn::Source& source) const {
    FitOptions options = options_.fit;
    options.rounds *= 2;
    options.feature = options.fact;
    options.decay = options.fact_decay;
    const std::vector<float> weights = fit(articles, fact_units_, fact_start_, options);
    for (std::uint32_t unit = 0; unit < fact_units_.size(); ++unit) {
        const Unit& given = fact_units_[unit];
        const auto weight = static_cast<std::int32_t>(std::lround(weights[unit] * 100));
        const std::int32_t lean = given.name == "any" ? towards_facts : 0;
        if (std::abs(weight + lean) >= options_.least_weight) source.rows.push_back({given.owner, given.name, given.parts, false, weight + lean});
    }
}

HeldOut Trainer::held_out() {
    draw_folds();
    std::map<std::string, judge::Scale> scales;
    for (const learn::ScaleRow& row : scales_) scales[row.name] = row.scale;  // kinds that the articles do not have keep theirs
    again_.resize(gold_.size());
    std::vector<learn::Source> first;
    for (std::size_t held = 0; held < options_.folds && !options_.interrupted(); ++held) {
        first.push_back(fitted(others(articles_, held)));
        look_again(first.back(), held);
    }
    statements_.resize(gold_.size());
    for (std::size_t held = 0; held < first.size() && !options_.interrupted(); ++held) {
        add_second(others(again_, held), first[held]);
        see_statements(first[held], held);
    }
    HeldOut plain;
    std::vector<Seen> seen;
    for (std::size_t held = 0; held < first.size() && !options_.interrupted(); ++held) {
        add_facts(others(statements_, held), first[held]);
        first[held].scales = flat_scales();
        measure(first[held], measured(held), plain, &seen);
    }
    std::map<std::string, std::vector<const Seen*>> by_name;
    for (const Seen& one : seen) by_name[one.name].push_back(&one);
    for (const auto& [name, verdicts] : by_name) scales[name] = scale_of(verdicts, scales.contains(name) ? scales[name] : judge::Scale{});
    scales_.clear();
    for (const auto& [name, scale] : scales) scales_.push_back({name, scale});
    HeldOut out;
    for (std::size_t held = 0; held < first.size() && !options_.interrupted(); ++held) {
        first[held].scales = scales_;
        measure(first[held], measured(held), out, nullptr);
    }
    return out;
}

Trainer::Indexes Trainer::measured(std::size_t fold) const {
    Indexes articles;
    for (std::size_t i = 0; i < measured_; ++i) {
        if (fold_[i] == fold) articles.push_back(i);
    }
    return articles;
}

learn::Source Trainer::train() {
    const auto all = [](const std::vector<Article>& articles) {
        std::vector<const Article*> pointers;
        for (const Article& article : articles) pointers.push_back(&article);
        return pointers;
    };
    learn::Source source = fitted(all(articles_));
    add_second(all(again_), source);
    add_facts(all(statements_), source);
    return source;
}

}  // namespace dateline::train
