#include "core/text/blocks.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>

namespace dateline::text {
namespace {

using testing::ElementsAre;
using testing::Pair;

std::vector<std::pair<dateline_block_kind, std::string>> blocks(const std::string& text) {
    std::vector<dateline_block> found;
    find_blocks(text, found);
    std::vector<std::pair<dateline_block_kind, std::string>> result;
    for (const dateline_block& block : found) {
        result.emplace_back(static_cast<dateline_block_kind>(block.kind), text.substr(block.begin, block.end - block.begin));
    }
    return result;
}

TEST(Blocks, TakeALineOfItsOwnForTheTitle) {
    EXPECT_THAT(blocks("Alder Opens a Base\n\nThe base opened."),
                ElementsAre(Pair(DATELINE_BLOCK_TITLE, "Alder Opens a Base"), Pair(DATELINE_BLOCK_PARAGRAPH, "The base opened.")));
}

TEST(Blocks, TakeALoneLineForAParagraph) {
    EXPECT_THAT(blocks("Alder opens a base"), ElementsAre(Pair(DATELINE_BLOCK_PARAGRAPH, "Alder opens a base")));
}

TEST(Blocks, KeepLinesApartThatWereNotWrapped) {
    EXPECT_THAT(blocks("First paragraph.\nSecond one.\nThird one."),
                ElementsAre(Pair(DATELINE_BLOCK_PARAGRAPH, "First paragraph."), Pair(DATELINE_BLOCK_PARAGRAPH, "Second one."),
                            Pair(DATELINE_BLOCK_PARAGRAPH, "Third one.")));
}

TEST(Blocks, JoinLinesThatWereWrapped) {
    const std::string paragraph =
        "The port authority of Lindholm said on Monday that its\n"
        "new training base would open in the spring, after two\n"
        "years of building, and that the college would run it.";
    EXPECT_THAT(blocks(paragraph), ElementsAre(Pair(DATELINE_BLOCK_PARAGRAPH, paragraph)));
}

TEST(Blocks, FindListsHeadingsQuotesAndTables) {
    EXPECT_THAT(blocks("# Title\n\n## Part\n\n- one\n- two\n\n1. three\n\n> said\n\n| a | b |\n"),
                ElementsAre(Pair(DATELINE_BLOCK_TITLE, "# Title"), Pair(DATELINE_BLOCK_HEADING, "## Part"), Pair(DATELINE_BLOCK_LIST_ITEM, "- one"),
                            Pair(DATELINE_BLOCK_LIST_ITEM, "- two"), Pair(DATELINE_BLOCK_LIST_ITEM, "1. three"), Pair(DATELINE_BLOCK_QUOTE, "> said"),
                            Pair(DATELINE_BLOCK_TABLE_ROW, "| a | b |")));
}

TEST(Blocks, AreNoneInWhiteSpace) {
    EXPECT_THAT(blocks(""), ElementsAre());
    EXPECT_THAT(blocks(" \n\t\n\r\n"), ElementsAre());
}

TEST(Blocks, LeaveOutWhiteSpaceAroundThem) {
    EXPECT_THAT(blocks("\n\n   Title here  \n\n\tText ends.   \n"),
                ElementsAre(Pair(DATELINE_BLOCK_TITLE, "Title here"), Pair(DATELINE_BLOCK_PARAGRAPH, "Text ends.")));
}

}  // namespace
}  // namespace dateline::text
