#include "core/learn/features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "core/learn/keys.h"
#include "core/text/fold.h"
#include "core/text/hash.h"
#include "tests/mention/draft.h"

namespace dateline::learn {
namespace {

// A text with the candidates that are named, as features see it.
struct Article {
    explicit Article(const std::string& text) {
        document.text = text;
        text::analyse(document.text, document.analysis);
    }

    Candidate& add(std::string_view words, std::uint32_t type = 1) {
        Candidate candidate;
        candidate.type = type;
        candidate.begin = static_cast<std::uint32_t>(document.text.find(words));
        candidate.end = candidate.begin + static_cast<std::uint32_t>(words.size());
        for (std::uint32_t i = 0; i < document.analysis.tokens.size(); ++i) {
            const dateline_token& token = document.analysis.tokens[i];
            if (token.begin < candidate.begin || token.end > candidate.end) continue;
            if (candidate.token_count++ == 0) candidate.first_token = i;
        }
        candidate.weighed = true;
        proposals.candidates.push_back(candidate);
        return proposals.candidates.back();
    }

    // "template parts" of each feature.
    std::multiset<std::string> features(std::size_t candidate) {
        page.open(document, proposals, weights);
        std::vector<Feature> all;
        find_features(page, proposals.candidates[candidate], all);
        return as_text(all);
    }

    std::multiset<std::string> second_features(std::size_t candidate) {
        page.open(document, proposals, weights);
        SecondLook look(types);
        look.open(document, proposals);
        std::vector<Feature> all;
        find_features(page, look, proposals.candidates[candidate], all);
        return as_text(all);
    }

    static std::multiset<std::string> as_text(const std::vector<Feature>& all) {
        std::multiset<std::string> out;
        for (const Feature& feature : all) {
            out.insert(std::string(templates()[feature.index].name) + (feature.parts.empty() ? "" : " " + feature.parts));
        }
        return out;
    }

    Document document;
    Proposals proposals;
    Weights weights;
    Types types = sample_types();
    Page page;
};

using testing::Contains;
using testing::Not;

TEST(Features, TellTheWordsInAndAroundACandidate) {
    Article article("The dean of Harbour University said 25 students came.");
    article.add("Harbour University");
    const auto features = article.features(0);
    for (const char* expected : {"before of", "after said", "two-before dean of", "two-after said 99", "around of said", "first harbour", "last university",
                                 "name harbour university", "shapes Xxx Xxx", "length 2", "no-capital-beside", "name-count 1"}) {
        EXPECT_THAT(features, Contains(expected));
    }
}

// A word has one topic, however it is written; a word without one is told apart from all that have one.
TEST(Features, TellTheTopicsOfWords) {
    Article article("Said by HARBOUR Press, said Na.");
    article.add("HARBOUR Press");
    const std::filesystem::path file = testing::TempDir() + "features-test-" + std::to_string(::getpid());
    std::ofstream(file, std::ios::binary) << Weights::compile({}, {{text::hash("harbour"), 21}, {text::hash("said"), 3}});
    article.weights = Weights(file);
    std::filesystem::remove(file);
    const auto features = article.features(0);
    for (const char* expected : {"first-topic 21", "holds-topic 21", "second-topic-before 3", "second-topic-after 3", "last-topic 1023", "topic-before 1023"}) {
        EXPECT_THAT(features, Contains(expected));
    }
}

TEST(Features, KnowTheEndsOfASentence) {
    Article article("Harbour University");
    article.add("Harbour University");
    const auto features = article.features(0);
    for (const char* expected : {"before <s>", "after </s>", "begins-sentence", "ends-line", "whole-sentence 2"}) {
        EXPECT_THAT(features, Contains(expected));
    }
}

TEST(Features, TellHowAWordStandsElsewhere) {
    Article article("Harbour opened. A harbour is a harbour. Harbour's staff came.");
    article.add("Harbour");
    const auto features = article.features(0);
    EXPECT_THAT(features, Contains("first-elsewhere possessive"));
    EXPECT_THAT(features, Contains("first-elsewhere lower-too"));
    EXPECT_THAT(features, Contains("first-count 2"));
}

TEST(Features, TellInitialsOfNamesInTheDocument) {
    Article article("The Harbour Ferry Company (HFC) met ABC.");
    article.add("HFC");
    article.add("ABC");
    EXPECT_THAT(article.features(0), Contains("initials"));
    EXPECT_THAT(article.features(1), Contains("no-initials"));
}

// What training writes as text must be the feature that is looked up at run time.
TEST(Features, AsTextAreTheSameFeatures) {
    Article article("# Café Ångström – 3rd <Harbour> Ferry Co., Ltd. (HFC)\n\nO’Brien & Søn of “Harbour” said: # $ | ? 12,000 https://a.example/b 北京 said McDonald's e-mail.");
    for (const char* words : {"Café Ångström", "Harbour", "Ferry Co., Ltd.", "HFC", "O’Brien & Søn", "McDonald", "北京", "Café Ångström – 3rd <Harbour> Ferry Co., Ltd. (HFC)"}) {
        article.add(words);
    }
    article.page.open(article.document, article.proposals, article.weights);
    std::size_t count = 0;
    for (const Candidate& candidate : article.proposals.candidates) {
        std::vector<Feature> all;
        find_features(article.page, candidate, all);
        std::vector<FeatureCode> codes;
        find_feature_codes(article.page, candidate, codes);
        ASSERT_EQ(all.size(), codes.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::optional<Feature> parsed = parse_feature(templates()[all[i].index].name, all[i].parts);
            ASSERT_TRUE(parsed) << templates()[all[i].index].name << " " << all[i].parts;
            EXPECT_EQ(parsed->codes, all[i].codes) << templates()[all[i].index].name << " " << all[i].parts;
            EXPECT_EQ(codes[i].codes, all[i].codes);
            ++count;
        }
    }
    EXPECT_GT(count, 200u);
}

TEST(Features, ThatDoNotFitTheirTemplateAreNone) {
    EXPECT_TRUE(parse_feature("before", "said"));
    EXPECT_FALSE(parse_feature("before", ""));
    EXPECT_FALSE(parse_feature("before", "he said"));
    EXPECT_FALSE(parse_feature("length", "two"));
    EXPECT_FALSE(parse_feature("length", "-2"));
    EXPECT_FALSE(parse_feature("before-all", "said"));
}

Candidate& accept(Candidate& candidate, std::int32_t margin) {
    candidate.verdict.accepted = true;
    candidate.verdict.score = candidate.verdict.margin = margin;
    return candidate;
}

TEST(SecondLook, SeesTheSameNameElsewhere) {
    Article article("Harbour Ferry said so. Staff of Harbour Ferry came.");
    accept(article.add("Harbour Ferry"), 250);
    Candidate& other = article.add("Harbour Ferry");
    other.begin += 32;
    other.first_token = 7;
    const auto features = article.second_features(1);
    EXPECT_THAT(features, Contains("same-name organization strong"));
    EXPECT_THAT(article.second_features(0), Contains("no-same-name")) << "itself is no other place";
}

TEST(SecondLook, SeesItemsOfAList) {
    Article article("Partners are Acme, Borealis and the Harbour Ferry Company.");
    accept(article.add("Acme"), 100);
    article.add("Borealis");
    accept(article.add("Harbour Ferry Company"), 100);
    const auto features = article.second_features(1);
    EXPECT_THAT(features, Contains("item-before organization"));
    EXPECT_THAT(features, Contains("item-after organization"));
    EXPECT_THAT(features, Contains("between-items organization organization"));
}

TEST(SecondLook, SeesAbbreviationsInParentheses) {
    Article article("The Harbour Ferry Company (HFC) and the Northern Line (X1) came.");
    accept(article.add("Harbour Ferry Company"), 100);
    article.add("HFC");
    accept(article.add("Northern Line"), 100);
    article.add("X1");
    EXPECT_THAT(article.second_features(1), Contains("abbreviates organization"));
    EXPECT_THAT(article.second_features(3), Contains("in-parentheses-behind organization"));
    EXPECT_THAT(article.second_features(0), Contains("has-initials-behind"));
    EXPECT_THAT(article.second_features(2), Not(Contains("has-initials-behind")));
}

TEST(SecondLook, SeesLongerAndShorterNames) {
    Article article("Harbour Ferry Company grew. Harbour Ferry Company Names Director. Harbour came.");
    accept(article.add("Harbour Ferry Company"), 500);
    Candidate& longer = article.add("Harbour Ferry Company Names");
    EXPECT_EQ(longer.first_token, 5u);
    article.add("Harbour");
    EXPECT_THAT(article.second_features(1), Contains("begins-with-name organization sure"));
    EXPECT_THAT(article.second_features(2), Contains("begins-name organization sure"));
}

}  // namespace
}  // namespace dateline::learn
