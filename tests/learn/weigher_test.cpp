#include "core/learn/weigher.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "core/learn/features.h"
#include "core/learn/keys.h"
#include "tests/mention/draft.h"

namespace dateline::learn {
namespace {

// A text in which every run of one to three tokens is a candidate of two types.
struct Article {
    explicit Article(const std::string& text) {
        document.text = text;
        text::analyse(document.text, document.analysis);
        const auto& tokens = document.analysis.tokens;
        for (std::uint32_t first = 0; first < tokens.size(); ++first) {
            for (std::uint32_t count = 1; count <= 3 && first + count <= tokens.size(); ++count) {
                for (const std::uint32_t type : {1u, 2u}) add(first, count, type);
            }
        }
    }

    void add(std::uint32_t first, std::uint32_t count, std::uint32_t type) {
        Candidate candidate;
        candidate.type = type;
        candidate.first_token = first;
        candidate.token_count = count;
        candidate.begin = document.analysis.tokens[first].begin;
        candidate.end = document.analysis.tokens[first + count - 1].end;
        candidate.name_hash = first % 3;
        proposals.candidates.push_back(candidate);
    }

    Document document;
    Proposals proposals;
};

// Learned weights of each feature of the articles.
class LearnedWeights {
public:
    LearnedWeights(std::vector<Article>& articles, const Types& types) {
        std::vector<std::pair<std::uint64_t, std::int32_t>> entries = {{known_key(types.types[1].name), 1}, {known_key(types.types[2].name), 1}};
        Weights::Entries topics;
        std::mt19937 random(7);
        for (const Article& article : articles) {
            for (const dateline_token& token : article.document.analysis.tokens) topics.emplace_back(token.hash, static_cast<std::int32_t>(token.hash % 5));
        }
        std::ofstream(path_, std::ios::binary) << Weights::compile({}, topics);
        const Weights only_topics(path_);
        Page page;
        for (const Article& article : articles) {
            page.open(article.document, article.proposals, only_topics);
            for (const Candidate& candidate : article.proposals.candidates) {
                std::vector<Feature> features;
                find_features(page, candidate, features);
                for (const Feature& one : features) {
                    entries.emplace_back(feature_key(types.types[candidate.type].name, one.index, one.codes), static_cast<std::int32_t>(random() % 400) - 200);
                }
            }
        }
        std::ofstream(path_, std::ios::binary) << Weights::compile(std::move(entries), std::move(topics));
        weights = Weights(path_);
    }
    ~LearnedWeights() { std::filesystem::remove(path_); }

    Weights weights;

private:
    std::filesystem::path path_ = testing::TempDir() + "weigher-test-" + std::to_string(getpid());
};

// The slow way: feature by feature, as explanations do it.
std::int32_t sum_of_features(const Article& article, const Candidate& candidate, const Weights& weights, const Types& types) {
    Page page;
    page.open(article.document, article.proposals, weights);
    std::vector<Feature> features;
    find_features(page, candidate, features);
    std::int32_t sum = 0;
    for (const Feature& one : features) sum += weights.find(feature_key(types.types[candidate.type].name, one.index, one.codes));
    return sum;
}

TEST(Weigher, SumsTheWeightsOfAllFeaturesWhateverItHasReadBefore) {
    const Types types = sample_types();
    std::vector<Article> articles;
    articles.emplace_back("The dean of Harbour University (HU) said: it's 25. HU opened in May 2024");
    articles.emplace_back("HARBOUR FERRY Co., Ltd.\n\nHarbour Ferry met the dean. A harbour, a Ferry and Søn of O’Brien & 12,000 a@b.example");
    articles.emplace_back("Of The said dean of harbour university");
    const LearnedWeights learned(articles, types);
    Weigher weigher(learned.weights, types, {});
    for (int round = 0; round < 2; ++round) {
        for (Article& article : articles) {
            weigher.weigh(article.document, article.proposals);
            for (const Candidate& candidate : article.proposals.candidates) {
                ASSERT_EQ(candidate.learned, sum_of_features(article, candidate, learned.weights, types))
                    << article.document.text.substr(candidate.begin, candidate.end - candidate.begin);
            }
        }
    }
}

}  // namespace
}  // namespace dateline::learn
