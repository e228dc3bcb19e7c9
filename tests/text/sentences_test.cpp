#include <gmock/gmock.h>

#include "core/text/analysis.h"

namespace dateline::text {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences(const std::string& text) {
    Analysis analysis;
    analyse(text, analysis);
    std::vector<std::string> result;
    for (const dateline_sentence& sentence : analysis.sentences) {
        const std::uint32_t begin = analysis.tokens[sentence.first_token].begin;
        const std::uint32_t end = analysis.tokens[sentence.first_token + sentence.token_count - 1].end;
        result.push_back(text.substr(begin, end - begin));
    }
    return result;
}

TEST(Sentences, EndAtStopsBeforeCapitals) {
    EXPECT_THAT(sentences("The base opened. It is new! Is it? Yes."), ElementsAre("The base opened.", "It is new!", "Is it?", "Yes."));
}

TEST(Sentences, GoOnBeforeSmallLetters) {
    EXPECT_THAT(sentences("It grew by approx. ten percent. good"), ElementsAre("It grew by approx. ten percent. good"));
}

TEST(Sentences, KeepTitlesWithTheirNames) {
    EXPECT_THAT(sentences("We met Mr. Abbott and Gen. Vega. They left."), ElementsAre("We met Mr. Abbott and Gen. Vega.", "They left."));
}

TEST(Sentences, EndAfterLegalFormsOnlyBeforeAStarter) {
    EXPECT_THAT(sentences("He joined Alder Inc. The firm is old."), ElementsAre("He joined Alder Inc.", "The firm is old."));
    EXPECT_THAT(sentences("He joined Alder Inc. Robotics is its field."), ElementsAre("He joined Alder Inc. Robotics is its field."));
}

TEST(Sentences, KeepNumbersWithTheirAbbreviation) {
    EXPECT_THAT(sentences("See No. 5 for more. No. Never."), ElementsAre("See No. 5 for more.", "No.", "Never."));
}

TEST(Sentences, DoNotEndInsideDates) {
    EXPECT_THAT(sentences("20. 6. 2023 | News. It was on 5. April 2019 that he won by 3. Then 7. Yes."),
                ElementsAre("20. 6. 2023 | News.", "It was on 5. April 2019 that he won by 3.", "Then 7.", "Yes."));
    EXPECT_THAT(sentences("1. March 2024 was warm."), ElementsAre("1.", "March 2024 was warm."));
    EXPECT_THAT(sentences("We won 3. 5. No."), ElementsAre("We won 3.", "5.", "No."));
    EXPECT_THAT(sentences("05. April 2019. News. On 2023. 6. 20. it rained."), ElementsAre("05. April 2019.", "News.", "On 2023. 6. 20. it rained."));
    EXPECT_THAT(sentences("It was 2023. 6. No."), ElementsAre("It was 2023.", "6.", "No."));
}

TEST(Sentences, TakeClosingQuotesAlong) {
    EXPECT_THAT(sentences("“We won.” She left."), ElementsAre("“We won.”", "She left."));
}

TEST(Sentences, EndAtIdeographicStopsWithoutSpace) {
    EXPECT_THAT(sentences("基地揭牌。学院建设。"), ElementsAre("基地揭牌。", "学院建设。"));
}

TEST(Sentences, DoNotEndInsideAddresses) {
    EXPECT_THAT(sentences("See www.example.org. Or write."), ElementsAre("See www.example.org.", "Or write."));
    EXPECT_THAT(sentences("Mail press@example.org now."), ElementsAre("Mail press@example.org now."));
}

TEST(Sentences, NeverCrossABlock) {
    EXPECT_THAT(sentences("A heading\n\nA text that goes on"), ElementsAre("A heading", "A text that goes on"));
}

TEST(Sentences, HoldEveryTokenOnce) {
    const std::string text = "One. Two (three). “Four!” 5. Six…\n\n- seven\n- Eight. Nine";
    Analysis analysis;
    analyse(text, analysis);
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
        EXPECT_EQ(analysis.sentences[i].first_token, next);
        EXPECT_GT(analysis.sentences[i].token_count, 0u);
        for (; next < analysis.sentences[i].first_token + analysis.sentences[i].token_count; ++next) {
            EXPECT_EQ(analysis.tokens[next].sentence, i);
            EXPECT_EQ((analysis.tokens[next].flags & DATELINE_TOKEN_SENTENCE_START) != 0, next == analysis.sentences[i].first_token);
        }
    }
    EXPECT_EQ(next, analysis.tokens.size());
}

}  // namespace
}  // namespace dateline::text
