#include "plugins/common/composer.h"

#include <gtest/gtest.h>

namespace common {
namespace {

TEST(Composer, SettlesWhiteSpaceAndPartsBlocks) {
    Composer composer;
    composer.block(DATELINE_BLOCK_PARAGRAPH, "  One \t two\r\n \n three\xC2\xAD four ");
    composer.block(DATELINE_BLOCK_PARAGRAPH, " \n ");
    composer.block(DATELINE_BLOCK_TABLE_ROW, "a\tb\t");
    composer.block(DATELINE_BLOCK_TABLE_ROW, "c");
    EXPECT_EQ(composer.text(), "One\ttwo\nthree four\n\na\tb\nc");
    ASSERT_EQ(composer.block_count(), 3u);
    EXPECT_EQ(composer.blocks()[1].begin, 20u);
}

TEST(Composer, RepairsWhatIsNoUtf8) {
    Composer composer;
    composer.block(DATELINE_BLOCK_PARAGRAPH, std::string("a\xFF\0b", 4));
    EXPECT_EQ(composer.text(), "a\uFFFDb");
}

TEST(Composer, TellsTitlesFromWhatProgramsFillIn) {
    EXPECT_TRUE(is_telling_title("Eastport opens a laboratory"));
    for (const char* title : {"", "Document1", "Untitled", "Microsoft Word - news.doc"}) EXPECT_FALSE(is_telling_title(title)) << title;
    EXPECT_EQ(folded_space(" a\n\tb "), "a b");
}

}  // namespace
}  // namespace common
