#include "core/text/analysis.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/text/characters.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace dateline::text {
namespace {

/// What must hold of any text's analysis.
void check(const std::string& text) {
    SCOPED_TRACE("text: " + text);
    Analysis analysis;
    analyse(text, analysis);
    std::uint32_t covered = 0;
    for (const dateline_token& token : analysis.tokens) {
        ASSERT_LE(covered, token.begin);
        ASSERT_LT(token.begin, token.end);
        ASSERT_LE(token.end, text.size());
        for (std::uint32_t at = covered; at < token.begin; at = static_cast<std::uint32_t>(at + character_at(text, at).length)) {
            const CharacterClass skipped = kind_of(character_at(text, at).code_point).character_class;
            ASSERT_TRUE(skipped == CharacterClass::space || skipped == CharacterClass::ignorable || skipped == CharacterClass::mark) << "no token holds what stands at " << at;
        }
        ASSERT_TRUE(is_grapheme_boundary(text, token.begin) && is_grapheme_boundary(text, token.end));
        std::string folded;
        fold(std::string_view(text).substr(token.begin, token.end - token.begin), folded);
        ASSERT_EQ(analysis.folded.substr(token.folded, token.folded_length), folded);
        ASSERT_EQ(token.hash, hash(folded));
        const std::uint32_t kinds = token.flags & (DATELINE_TOKEN_WORD | DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_PUNCTUATION | DATELINE_TOKEN_ADDRESS);
        ASSERT_TRUE(kinds != 0 && (kinds & (kinds - 1)) == 0) << "a token is of exactly one kind";
        ASSERT_LT(token.sentence, analysis.sentences.size());
        covered = token.end;
    }
    std::uint32_t end = 0;
    for (const dateline_block& block : analysis.blocks) {
        ASSERT_LE(end, block.begin);
        ASSERT_LE(block.begin, block.end);
        end = block.end;
    }
}

TEST(Analysis, HoldsItsPromisesForAllShortStrings) {
    const std::vector<std::string> alphabet = {"a", "B", "7", ".", "'", " ", "\n", "-", "@", "é", "基", "\u0308"};
    std::vector<std::string> strings = {""};
    for (int length = 1; length <= 4; ++length) {
        std::vector<std::string> longer;
        for (const std::string& shorter : strings) {
            for (const std::string& letter : alphabet) {
                longer.push_back(shorter + letter);
                check(longer.back());
                if (testing::Test::HasFatalFailure()) return;
            }
        }
        strings = std::move(longer);
    }
}

TEST(Analysis, HoldsItsPromisesForLongerOnes) {
    check("Zhang Fei, Head of R&D at Alder GmbH & Co. KG (NYSE: ALDR), wrote to press@alder.example on 2024-03-05.");
    check(std::string(100, ' ') + "基地" + std::string(5000, 'x') + "\n\n\n- ‘J.K.’ — U.S.-based… \u202Eright to left\u202C\u00AD");
    check(std::string(3000, '(') + std::string(3000, '.') + std::string(3000, '\''));
}

TEST(Analysis, GivesTheSameWhenItsMemoryIsReused) {
    Analysis fresh, reused;
    analyse("A longer text of several words. And sentences.\n\nAnd blocks.", reused);
    reused.clear();
    analyse("Short one.", reused);
    analyse("Short one.", fresh);
    EXPECT_EQ(reused.folded, fresh.folded);
    EXPECT_EQ(reused.tokens.size(), fresh.tokens.size());
    EXPECT_EQ(reused.sentences.size(), fresh.sentences.size());
    EXPECT_EQ(reused.blocks.size(), fresh.blocks.size());
}

TEST(Analysis, KeepsTheReadersBlocks) {
    const std::string text = "one two three";
    Analysis analysis;
    analysis.blocks.push_back({0, 7, DATELINE_BLOCK_HEADING, 0, 0, 0, 0, 0});
    analysis.blocks.push_back({8, 13, DATELINE_BLOCK_CAPTION, 0, 0, 0, 0, 0});
    analyse(text, analysis);
    ASSERT_EQ(analysis.blocks.size(), 2u);
    EXPECT_EQ(analysis.blocks[1].kind, static_cast<std::uint32_t>(DATELINE_BLOCK_CAPTION));
    EXPECT_EQ(analysis.sentences.size(), 2u);
}

}  // namespace
}  // namespace dateline::text
