#include "core/text/lost_breaks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/text/analysis.h"

namespace dateline::text {
namespace {

// The text with a bar where a break was lost.
std::string shown(std::string_view text) {
    Analysis analysis;
    analyse(text, analysis);
    std::string out;
    for (const dateline_block& block : analysis.blocks) {
        const bool glued = block.begin > 0 && text[block.begin - 1] != '\n' && text[block.begin - 1] != ' ';
        out += (glued ? "|" : "") + std::string(text.substr(block.begin, block.end - block.begin));
    }
    return out;
}

TEST(LostBreaks, BehindWordsOfContactBlocks) {
    EXPECT_EQ(shown("Contact DetailsYourUpdateTV"), "Contact Details|YourUpdateTV");
    EXPECT_EQ(shown("Media ContactJane Roe"), "Media Contact|Jane Roe");
}

TEST(LostBreaks, BeforeTitlesAndTelephones) {
    EXPECT_EQ(shown("Jane RoeDirector of Sales"), "Jane Roe|Director of Sales");
    EXPECT_EQ(shown("Jane RoePhone: 555"), "Jane Roe|Phone: 555");
}

TEST(LostBreaks, WhereTheNextWordsStandElsewhere) {
    EXPECT_EQ(shown("About Public InsightPublic Insight sells data. Public Insight grew."), "About Public Insight|Public Insight sells data. Public Insight grew.");
    EXPECT_EQ(shown("Its Executive SuiteMary Major is a leader, says Mary Major."), "Its Executive Suite|Mary Major is a leader, says Mary Major.");
}

TEST(LostBreaks, WhereAWordIsSaidTwice) { EXPECT_EQ(shown("About AcornAcorn is a firm. Acorn grew."), "About Acorn|Acorn is a firm. Acorn grew."); }

TEST(LostBreaks, NotInNamesThatAreWrittenSo) {
    for (const std::string_view text : {"LinkedIn and YouTube grew. You know it.", "The TeamWorking hall, the TeamWorking hall of the Team. Working hall hours.",
                                        "McDonald said. Donald said.", "MediaPost and HealthCare Inc.", "intelliCloud Contact"}) {
        EXPECT_EQ(shown(text), text);
    }
}

TEST(LostBreaks, SplitABlockThatKeepsItsPlaceInTheSource) {
    const std::string_view text = "Contact DetailsAcme";
    Analysis analysis;
    analysis.blocks.push_back({0, static_cast<std::uint32_t>(text.size()), DATELINE_BLOCK_LIST_ITEM, 0, 0, 0, 100, 140});
    analyse(text, analysis);
    ASSERT_EQ(analysis.blocks.size(), 2u);
    EXPECT_EQ(analysis.blocks[0].end, 15u);
    EXPECT_EQ(analysis.blocks[1].begin, 15u);
    EXPECT_EQ(analysis.blocks[1].kind, DATELINE_BLOCK_LIST_ITEM);
    EXPECT_EQ(analysis.blocks[1].source_begin, 100u);
    EXPECT_EQ(analysis.blocks[1].source_end, 140u);
    EXPECT_EQ(analysis.tokens.size(), 3u);
}

}  // namespace
}  // namespace dateline::text
