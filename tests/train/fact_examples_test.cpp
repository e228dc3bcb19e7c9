#include "core/train/fact_examples.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline::train {
namespace {

// The facts of an annotated article as examples, by the plugins' own weights.
struct Made {
    explicit Made(std::string_view annotated) : engine(options()), worker(engine) {
        const evaluate::Gold gold = evaluate::parse_gold(annotated, "a.ann");
        article = FactExampleMaker(engine, units).make(gold, worker.process(gold.text, "a.txt"));
    }

    static pipeline::Options options() {
        pipeline::Options options;
        for (const char* plugin : {"text", "places", "dates", "organizations", "people", "roles", "bases"}) {
            options.search.named.push_back(std::string(BUILD_FOLDER "/lib/dateline/plugins/") + plugin);
        }
        return options;
    }
    std::size_t wanted() const {
        return static_cast<std::size_t>(std::count_if(article.clusters.begin(), article.clusters.end(), [](const Cluster& cluster) {
            return std::any_of(cluster.examples.begin(), cluster.examples.end(), [](const Example& one) { return one.gold; });
        }));
    }

    const pipeline::Engine engine;
    pipeline::Worker worker;
    Units units;
    Article article;
};

TEST(FactExamples, OfATitleAreItsChoicesOfWhichOneIsWanted) {
    const Made made("⟦P|Mary Johnson⟧, vice president of ⟦O|Eastport University⟧, spoke.\n=====\nrole | Mary Johnson | vice president | Eastport University\n");
    ASSERT_EQ(made.article.clusters.size(), 1u);
    const std::vector<Example>& choices = made.article.clusters[0].examples;
    EXPECT_GT(choices.size(), 1u);
    EXPECT_EQ(std::count_if(choices.begin(), choices.end(), [](const Example& one) { return one.possible; }), 1);
    EXPECT_EQ(made.wanted(), 1u);
}

TEST(FactExamples, OfARoleThatIsToldTwiceOneIsWantedAndTheOtherMayBe) {
    const Made made("⟦P|Mary Johnson⟧, president of ⟦O|Eastport University⟧, spoke. “Yes,” said president ⟦P|Mary Johnson⟧.\n=====\nrole | Mary Johnson | president | Eastport University\n");
    EXPECT_EQ(made.article.clusters.size(), 2u);
    EXPECT_EQ(made.wanted(), 1u);
    for (const Cluster& cluster : made.article.clusters) {
        EXPECT_TRUE(std::any_of(cluster.examples.begin(), cluster.examples.end(), [](const Example& one) { return one.possible; }));
    }
}

// Of each kind of the gold's facts about a base one choice is wanted: of an event the one with its date.
TEST(FactExamples, OfABaseAreItsEventsAndOrganizations) {
    const Made made("The ⟦B|Harbour Training Base⟧, built by ⟦O|Eastport University⟧ and visited by ⟦O|Acme Ltd.⟧, was opened on ⟦D 2023-05-03|May 3, 2023⟧.\n=====\nbase | Harbour Training Base | opened | 2023-05-03 | Eastport University\n");
    EXPECT_EQ(made.wanted(), 2u);
    const auto possible = [](const Cluster& cluster) { return std::any_of(cluster.examples.begin(), cluster.examples.end(), [](const Example& one) { return one.possible; }); };
    EXPECT_EQ(std::count_if(made.article.clusters.begin(), made.article.clusters.end(), possible), 2) << "who visits a base, and what else is said of it, is none of its facts";
}

TEST(FactExamples, AnEventWhoseDateIsNoChoiceIsWantedWithoutIt) {
    const Made made("The ⟦B|Harbour Training Base⟧ was opened.\n=====\nbase | Harbour Training Base | opened | 2023-05-03 | -\n");
    EXPECT_EQ(made.wanted(), 1u);
}

TEST(FactExamples, OfWhatTheGoldDoesNotStateNoneIsWanted) {
    EXPECT_EQ(Made("⟦P|Mary Johnson⟧, president of ⟦O|Eastport University⟧, spoke.\n=====\n").wanted(), 0u);
}

}  // namespace
}  // namespace dateline::train
