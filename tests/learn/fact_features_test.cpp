#include "core/learn/fact_features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "core/learn/fact_weigher.h"
#include "core/learn/feature_text.h"
#include "core/learn/keys.h"
#include "tests/mention/draft.h"

namespace dateline::learn {
namespace {

// Li Na is dean, of Eastport University or of nothing: two facts of one title.
struct Article {
    explicit Article(const char* words = "Li Na became dean at Eastport University .") : draft(words) {
        const std::uint32_t person = draft.candidate("person", "Li Na", 300), body = draft.candidate("organization", "Eastport University", 300);
        draft.accept_all();
        draft.fact(person, "role", "dean", 100, 1);
        draft.field("title", "dean");
        draft.fact(person, "role", "dean", 100, 1);
        draft.field("title", "dean");
        draft.field("organization", body);
        document.text = draft.text;
        text::analyse(document.text, document.analysis);
        open(Weights());
        facts.open(page, draft.proposals);
    }

    void open(const Weights& weights) { page.open(document, draft.proposals, weights); }
    std::vector<std::string> features(std::size_t fact) const {
        std::vector<Feature> found;
        find_features(facts, draft.proposals.facts[fact], found);
        std::vector<std::string> lines;
        for (const Feature& one : found) lines.push_back(std::string(fact_templates()[one.index].name) + " " + one.parts);
        return lines;
    }

    Draft draft;
    const std::vector<EvidenceDeclaration> declared = std::vector<EvidenceDeclaration>(9, {"roles", "office", "ends in an office", 100});
    Document document;
    Page page;
    FactPage facts{draft.types, declared};
};

TEST(FactFeatures, TellOfItsWordsAndThoseBetweenItAndItsSubject) {
    EXPECT_THAT(Article().features(0), testing::IsSupersetOf({"first dean", "holds dean", "before became", "after at", "order behind", "between-all behind became", "names-between behind 0"}));
}

TEST(FactFeatures, TellOfTheNameThatItRefersTo) {
    EXPECT_THAT(Article().features(1), testing::IsSupersetOf({"tied ", "tied-order subject-words-name", "tied-between-all subject-words-name at", "tied-words dean university"}));
    EXPECT_THAT(Article().features(0), testing::IsSupersetOf({"alone ", "alone-after at"}));
}

TEST(FactFeatures, OfASubjectInAnotherSentenceTellOfBothSentences) {
    Article article("Li Na spoke . She became dean at Eastport University .");
    EXPECT_THAT(article.features(0), testing::IsSupersetOf({"sentences behind 1", "subject-after spoke", "far-sentence she", "far-sentence <organization>"}));
    EXPECT_THAT(Article().features(0), testing::Not(testing::Contains("far-sentence became")));
}

TEST(FactFeatures, AreReadAsTheyAreWritten) {
    const Article article;
    for (const Fact& fact : article.draft.proposals.facts) {
        std::vector<Feature> features;
        find_features(article.facts, fact, features);
        for (const Feature& one : features) EXPECT_EQ(parse(fact_templates(), fact_templates()[one.index].name, one.parts), one) << one.parts;
    }
}

TEST(FactWeigher, AddsUpTheWeightsOfTheFeatures) {
    Article article;
    const Fact& fact = article.draft.proposals.facts[0];
    const std::string kind = fact_name(article.draft.types, fact.fact);
    std::vector<std::pair<std::uint64_t, std::int32_t>> entries = {{known_key(kind), 1}};
    std::vector<std::int32_t> expected;
    for (const Fact& one : article.draft.proposals.facts) {
        std::vector<Feature> features;
        find_features(article.facts, one, features);
        expected.push_back(0);
        for (const Feature& feature : features) {
            const std::int32_t weight = static_cast<std::int32_t>(feature.index) + 1;
            entries.emplace_back(feature_key(kind, feature.index, feature.codes), weight);
            expected.back() += weight;
        }
    }
    const std::filesystem::path file = std::filesystem::temp_directory_path() / ("dateline-fact-weights-" + std::to_string(::getpid()));
    std::ofstream(file, std::ios::binary) << Weights::compile(entries);
    const Weights weights(file);
    std::filesystem::remove(file);
    article.open(weights);
    FactWeigher(weights, article.draft.types, article.declared).weigh(article.page, article.draft.proposals);
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(article.draft.proposals.facts[i].learned, expected[i]) << i;
    EXPECT_TRUE(fact.weighed);
}

TEST(FactWeigher, LeavesFactsAloneThatTheWeightsDoNotKnow) {
    Article article;
    FactWeigher(Weights(), article.draft.types, article.declared).weigh(article.page, article.draft.proposals);
    EXPECT_FALSE(article.draft.proposals.facts[0].weighed);
}

}  // namespace
}  // namespace dateline::learn
