/// Each stage of the path from bytes to a record, the whole, and the floor below which the whole cannot come: tokens, a look-up of each,
/// and writing as many mentions.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#include "core/document/language.h"
#include "core/judge/judge.h"
#include "core/lexicon/match.h"
#include "core/pipeline/pipeline.h"
#include "core/plugin/host.h"
#include "core/plugin/loaded.h"
#include "core/record/record.h"
#include "core/resolve/resolve.h"
#include "generator.h"

namespace dateline::bench {
namespace {

struct Setup {
    Setup() {
        options.search.built_in = BUILD_FOLDER "/lib/dateline/plugins";
        engine = std::make_unique<pipeline::Engine>(options);
        const Generator generator(SOURCE_FOLDER "/tests/bench/words.txt");
        for (std::uint64_t i = 0; i < 300; ++i) {
            articles.push_back(generator.article(i));
            bytes += articles.back().size();
        }
    }

    pipeline::Options options;
    std::unique_ptr<pipeline::Engine> engine;
    std::vector<std::string> articles;
    std::size_t bytes = 0;
};

const Setup& setup() {
    static const Setup one;
    return one;
}

void count(benchmark::State& state) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * setup().bytes));
}

void analysis(benchmark::State& state) {
    text::Analysis analysis;
    for (auto _ : state) {
        for (const std::string& article : setup().articles) {
            analysis.clear();
            text::analyse(article, analysis);
            benchmark::DoNotOptimize(analysis.tokens.data());
        }
    }
    count(state);
}
BENCHMARK(analysis);

void lists_and_rules(benchmark::State& state, bool rules) {
    const plugin::Plugins& plugins = setup().engine->plugins();
    std::vector<text::Analysis> analyses(setup().articles.size());
    for (std::size_t i = 0; i < analyses.size(); ++i) {
        text::analyse(setup().articles[i], analyses[i]);
    }
    lexicon::Matches matches;
    std::uint64_t gave_up = 0;
    for (auto _ : state) {
        for (std::size_t i = 0; i < analyses.size(); ++i) {
            for (std::size_t p = 0; p < plugins.size(); ++p) {
                const lexicon::Lexicon* lexicon = plugins.plugin(p).lexicon.get();
                if (lexicon != nullptr) {
                    lexicon::find_entries(*lexicon, setup().articles[i], analyses[i], matches);
                    if (rules) {
                        lexicon::match_rules(*lexicon, setup().articles[i], analyses[i], matches, gave_up);
                    }
                }
            }
        }
    }
    count(state);
}
BENCHMARK_CAPTURE(lists_and_rules, lists, false);
BENCHMARK_CAPTURE(lists_and_rules, lists_and_rules, true);

/// All documents as they stand after a stage, so that the next one can be run over and over.
struct Analysed {
    Analysed() : instances(setup().engine->plugins()), documents(setup().articles.size()), proposals(setup().articles.size()) {
        for (std::size_t i = 0; i < documents.size(); ++i) {
            instances.read(setup().articles[i], "article.txt", "", documents[i], limits);
            text::analyse(documents[i].text, documents[i].analysis);
            complete_metadata(documents[i]);
        }
    }

    plugin::Limits limits;
    plugin::Instances instances;
    std::vector<Document> documents;
    std::vector<Proposals> proposals;
};

void extractors(benchmark::State& state) {
    Analysed all;
    Proposals proposals;
    for (auto _ : state) {
        for (Document& document : all.documents) {
            proposals.clear();
            all.instances.extract(document, proposals, all.limits);
        }
    }
    count(state);
}
BENCHMARK(extractors);

void judge_spans(benchmark::State& state) {
    Analysed all;
    for (std::size_t i = 0; i < all.documents.size(); ++i) {
        all.instances.extract(all.documents[i], all.proposals[i], all.limits);
    }
    for (auto _ : state) {
        for (std::size_t i = 0; i < all.documents.size(); ++i) {
            judge::decide_spans(all.proposals[i], setup().engine->evidence_weights(), setup().engine->scales());
        }
    }
    count(state);
}
BENCHMARK(judge_spans);

void whole(benchmark::State& state) {
    pipeline::Worker worker(*setup().engine);
    std::string record;
    for (auto _ : state) {
        for (const std::string& article : setup().articles) {
            record.clear();
            worker.process(article, "article.txt");
            worker.write(record);
            benchmark::DoNotOptimize(record.data());
        }
    }
    count(state);
}
BENCHMARK(whole);

/// The results of all articles, each in a worker of its own.
struct Processed {
    Processed() {
        for (const std::string& article : setup().articles) {
            workers.push_back(std::make_unique<pipeline::Worker>(*setup().engine));
            results.push_back(&workers.back()->process(article, "article.txt"));
        }
    }
    void write(std::size_t article, std::string& record) const {
        record.clear();
        workers[article]->write(record);
        benchmark::DoNotOptimize(record.data());
    }

    std::vector<std::unique_ptr<pipeline::Worker>> workers;
    std::vector<const pipeline::Result*> results;
};

void resolve_names(benchmark::State& state) {
    const Processed all;
    resolve::Resolution resolution;
    for (auto _ : state) {
        for (const pipeline::Result* result : all.results) {
            resolution.clear();
            resolve::resolve(result->document.text, result->proposals, setup().engine->plugins().types(), resolution);
        }
    }
    count(state);
}
BENCHMARK(resolve_names);

void write_records(benchmark::State& state) {
    const Processed all;
    std::string record;
    for (auto _ : state) {
        for (std::size_t i = 0; i < all.results.size(); ++i) {
            all.write(i, record);
        }
    }
    count(state);
}
BENCHMARK(write_records);

// The longest list stands for the look-up, as a program would do it that has but one.
void the_floor(benchmark::State& state) {
    const plugin::Plugins& plugins = setup().engine->plugins();
    const lexicon::Lexicon* lexicon = nullptr;
    for (std::size_t p = 0; p < plugins.size(); ++p) {
        if (plugins.manifest(p).id == "people") {
            lexicon = plugins.plugin(p).lexicon.get();
        }
    }
    const Processed all;
    text::Analysis analysis;
    lexicon::Matches matches;
    std::string record;
    for (auto _ : state) {
        for (std::size_t i = 0; i < all.results.size(); ++i) {
            analysis.clear();
            text::analyse(setup().articles[i], analysis);
            lexicon::find_entries(*lexicon, setup().articles[i], analysis, matches);
            all.write(i, record);
        }
    }
    count(state);
}
BENCHMARK(the_floor);

}  // namespace
}  // namespace dateline::bench

BENCHMARK_MAIN();
